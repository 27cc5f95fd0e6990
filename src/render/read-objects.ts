import { lately } from "../core/lately.ts";
import { objectsIn, parseDocuments } from "../kubernetes/kubernetes-yaml.ts";
import type { JsonObject } from "../kubernetes/manifest.ts";
import type { Memory } from "../outside/memory.ts";
import { rememberedValue } from "../outside/remembered-value.ts";

/** One object and its own text: what is validated and applied. */
export interface ReadObject {
  readonly body: JsonObject;
  readonly text: string;
}

/** A text that a tool printed as YAML and that our parser cannot read: Go's is more lenient in places. */
export class UnreadableYaml extends Error {
  override readonly name = "UnreadableYaml";
}

/**
 * The objects of a text that `where` printed. The items of a `List` get texts of their own, as
 * JSON. Throws UnreadableYaml.
 */
export const readObjects = (text: string, where: string): readonly ReadObject[] =>
  objectsOf(text, bodiesIn(text, where));

/** A text, and what printed it. */
interface Printed {
  readonly source: string;
  readonly text: string;
}

/** The objects of each of these texts, which are not read again where an earlier run has read all of them. */
export const readAllObjects = (printed: readonly Printed[], memory: Memory): readonly (readonly ReadObject[])[] => {
  const asked = ["objects of texts/1", ...printed.map(({ text }) => text)] as const;
  const all = rememberedValue(asked, () => printed.map(({ source, text }) => bodiesIn(text, source)), memory);
  return printed.map(({ text }, index) => objectsOf(text, all[index] ?? noBodies));
};

interface Bodies {
  readonly bodies: readonly JsonObject[];
  /** Whether the text is that of the only one. */
  readonly isOwn: boolean;
}

const noBodies: Bodies = { bodies: [], isOwn: false };

const bodiesIn = lately(
  (text: string, where: string): Bodies => {
    const documents = parse(text, where);
    const bodies = documents.flatMap(objectsIn);
    return { bodies, isOwn: bodies.length === 1 && documents.includes(bodies[0]) };
  },
  (text, where) => `${where}\n${text}`,
);

const objectsOf = (text: string, { bodies, isOwn }: Bodies): readonly ReadObject[] =>
  bodies.map((body) => ({ body, text: isOwn ? text : `${JSON.stringify(body)}\n` }));

const parse = (text: string, where: string): readonly unknown[] => {
  try {
    return parseDocuments(text);
  } catch (cause) {
    // Not only the parser's own errors: what is nested too deeply overflows the stack.
    const why = cause instanceof Error && "reason" in cause ? cause.reason : cause;
    const line = lineOf(cause);
    throw new UnreadableYaml(`${where} renders to YAML that cannot be read: ${why}${line}`, { cause });
  }
};

const lineOf = (cause: unknown): string => {
  const mark = cause instanceof Error && "mark" in cause ? cause.mark : null;
  const line = typeof mark === "object" && mark !== null && "line" in mark ? Number(mark.line) : Number.NaN;
  return Number.isNaN(line) ? "" : ` (line ${line + 1} of its output)`;
};
