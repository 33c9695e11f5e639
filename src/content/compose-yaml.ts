import { Composer, Lexer, LineCounter, Parser, type Document } from "yaml";
import type { Parsed, Problem, ProblemCode } from "#domain";
import { yamlSentences } from "./yaml-sentences.ts";

/** A document whose syntax is sound, and where each offset stands. */
export interface ComposedYaml {
  readonly document: Document.Parsed;
  readonly positionOf: (offset: number) => Pick<Problem, "line" | "column">;
}

/** Deeper nesting overflows the stack of a reader; eight levels of sections need forty. */
const mostDepth = 100;

/** The longest checklist there is has 20,000; more than this takes seconds to compose. */
const mostTokens = 300_000;

/**
 * The one document of a YAML text. Tokens are counted and nesting is measured before anything recursive sees them, and
 * only YAML 1.2's core schema is known whatever a `%YAML` directive asks for. Duplicate keys are left to the reader,
 * since the parser's own check takes time by the square of their number. A text of more than `limit` tokens is refused.
 */
export function composeYaml(text: string, limit: number = mostTokens): Parsed<ComposedYaml> {
  const lines = new LineCounter();
  lines.addNewLine(0);
  try {
    return compose(text, lines, limit);
  } catch {
    // No text is known to make the parser throw; a stranger's might be the first.
    return { ok: false, problems: [{ code: "yaml-syntax", message: yamlSentences.IMPOSSIBLE, path: "", line: 1, column: 1 }] };
  }
}

function compose(text: string, lines: LineCounter, limit: number): Parsed<ComposedYaml> {
  const positionOf = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const refuse = (code: ProblemCode, message: string, offset: number): Parsed<never> => ({
    ok: false,
    problems: [{ code, message, path: "", ...positionOf(offset) }],
  });

  const parser = new Parser(lines.addNewLine);
  const composer = new Composer({
    schema: "core",
    merge: false,
    resolveKnownTags: false,
    stringKeys: true,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: "silent",
  });
  const documents: Document.Parsed[] = [];
  let tokens = 0;
  for (const lexeme of new Lexer().lex(text)) {
    if (++tokens > limit) return refuse("too-large", `The file has more than ${limit} words and marks.`, parser.offset);
    for (const token of parser.next(lexeme)) documents.push(...composer.next(token));
    if (parser.stack.length > mostDepth) return refuse("too-large", `The file is nested more than ${mostDepth} deep.`, parser.offset);
    if (documents.length > 1) break;
  }
  if (documents.length < 2) {
    for (const token of parser.end()) documents.push(...composer.next(token));
    documents.push(...composer.end(true, text.length));
  }
  const [document, second] = documents;
  if (second) return refuse("yaml-syntax", yamlSentences.MULTIPLE_DOCS, second.range[0]);
  if (!document) return refuse("empty", "The file is empty.", 0);
  if (document.errors.length === 0) return { ok: true, value: { document, positionOf }, problems: [] };
  const problems = document.errors.map(
    ({ code, pos }): Problem => ({ code: "yaml-syntax", message: yamlSentences[code], path: "", ...positionOf(pos[0]) }),
  );
  return { ok: false, problems };
}
