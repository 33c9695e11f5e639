import type { Parsed, Problem } from "#domain";

/** Content is written by hand; two million bytes are ten times the longest checklist there is. */
export const mostBytes = 2_000_000;

/** The text of a content file, without its byte order mark. Looks at nothing of a file larger than `limit`. */
export function readText(source: Uint8Array | string, limit: number = mostBytes): Parsed<string> {
  if (source.length > limit) return refuse({ code: "too-large", message: tooLarge(source.length, limit), path: "" });
  if (typeof source === "string") {
    if (!source.isWellFormed()) return refuse(loneSurrogate(source));
    return { ok: true, value: source.replace(/^\uFEFF/, ""), problems: [] };
  }
  try {
    return { ok: true, value: new TextDecoder("utf-8", { fatal: true }).decode(source), problems: [] };
  } catch {
    return refuse({
      code: "not-utf8",
      message: "The file is not UTF-8 text.",
      path: "",
      line: firstBrokenLine(source),
      column: 1,
      hint: "Save it as UTF-8 and try again.",
    });
  }
}

function refuse(problem: Problem): Parsed<never> {
  return { ok: false, problems: [problem] };
}

function tooLarge(size: number, limit: number): string {
  const kind = limit === mostBytes ? "a checklist or template" : "a library";
  return `The file has ${size} bytes; ${kind} has at most ${limit}.`;
}

function loneSurrogate(source: string): Problem {
  const before = source.slice(0, source.search(/\p{Surrogate}/u)).split("\n");
  return {
    code: "lone-surrogate",
    message: "The text holds half of a character (a lone surrogate).",
    path: "",
    line: before.length,
    column: (before.at(-1)?.length ?? 0) + 1,
  };
}

/** A line feed never stands inside a UTF-8 sequence, so each line can be tried by itself. */
function firstBrokenLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let start = 0;
  for (let line = 1; ; line++) {
    const end = bytes.indexOf(0x0a, start);
    try {
      decoder.decode(bytes.subarray(start, end < 0 ? bytes.length : end));
    } catch {
      return line;
    }
    if (end < 0) return line;
    start = end + 1;
  }
}
