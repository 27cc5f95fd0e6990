import { lately } from "../core/lately.ts";
import { objectsIn, parseDocuments } from "../kubernetes/kubernetes-yaml.ts";
import type { JsonObject } from "../kubernetes/manifest.ts";

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
export const readObjects = lately(
  (text: string, where: string): readonly ReadObject[] => read(text, where),
  (text, where) => `${where}\n${text}`,
);

const read = (text: string, where: string): readonly ReadObject[] => {
  const documents = parse(text, where);
  const bodies = documents.flatMap(objectsIn);
  const [only] = bodies;
  if (bodies.length === 1 && only !== undefined && documents.includes(only)) return [{ body: only, text }];
  return bodies.map((body) => ({ body, text: `${JSON.stringify(body)}\n` }));
};

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
