/** The part of the Web Locks of a browser that the workbench uses: a name is held by one at a time, the next in line follows. */
export function createWebLocks(): Pick<LockManager, "request"> {
  const holders = new Map<string, Promise<void>>();
  const lockOf = (name: string): Lock => ({ name, mode: "exclusive" });

  const hold = (name: string, work: LockGrantedCallback<unknown>): Promise<unknown> => {
    const result = Promise.resolve(work(lockOf(name)));
    const ended = result.then(() => undefined, () => undefined).then(() => {
      if (holders.get(name) === ended) holders.delete(name);
    });
    holders.set(name, ended);
    return result;
  };
  const request = async (name: string, options: LockOptions, work: LockGrantedCallback<unknown>): Promise<unknown> => {
    if (options.ifAvailable && holders.has(name)) return work(null);
    while (holders.has(name)) await Promise.race([holders.get(name), abortion(options.signal)]);
    options.signal?.throwIfAborted();
    return hold(name, work);
  };
  return { request: request as LockManager["request"] };
}

function abortion(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_resolve, reject) => signal?.addEventListener("abort", () => reject(signal.reason), { once: true }));
}
