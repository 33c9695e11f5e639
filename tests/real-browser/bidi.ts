import { WebSocket } from "ws";

interface Answer {
  readonly id?: number;
  readonly type: "success" | "error" | "event";
  readonly result?: unknown;
  readonly error?: string;
  readonly message?: string;
}

/** A WebDriver BiDi connection (W3C WebDriver BiDi, "Transport"): one command, one answer. */
export interface Bidi {
  /** Rejects with what the browser says against it, and when the connection ends. */
  readonly send: <T>(method: string, params: object) => Promise<T>;
  readonly close: () => void;
}

export async function connectBidi(address: string): Promise<Bidi> {
  const socket = new WebSocket(address, { perMessageDeflate: false });
  await new Promise<void>((resolve, reject) => {
    socket.once("open", resolve);
    socket.once("error", reject);
  });
  const waiting = new Map<number, { readonly resolve: (value: unknown) => void; readonly reject: (cause: Error) => void }>();
  let last = 0;
  socket.on("message", (data: Buffer) => {
    const answer = JSON.parse(data.toString("utf8")) as Answer;
    const asked = answer.id === undefined ? undefined : waiting.get(answer.id);
    if (!asked || answer.id === undefined) return;
    waiting.delete(answer.id);
    if (answer.type === "success") asked.resolve(answer.result);
    else asked.reject(new Error(`${answer.error}: ${answer.message}`));
  });
  const end = () => {
    for (const { reject } of waiting.values()) reject(new Error("the browser is gone"));
    waiting.clear();
  };
  socket.on("close", end);
  socket.on("error", end);
  return {
    send: <T>(method: string, params: object) =>
      new Promise<T>((resolve, reject) => {
        if (socket.readyState !== WebSocket.OPEN) return reject(new Error("the browser is gone"));
        const id = (last += 1);
        waiting.set(id, { resolve: (value) => resolve(value as T), reject });
        socket.send(JSON.stringify({ id, method, params }));
      }),
    close: () => socket.close(),
  };
}
