import { type Document, isMap, isNode, parseDocument, visit } from "yaml";
import { isObject, type Json, type Path } from "../kubernetes/manifest.ts";
import { ruleFileText } from "../validate/promtool/rule-file.ts";
import type { TestFile } from "./alert-test-file.ts";

/** Samples of one file: a million take promtool a second and 200 MB. */
const maxSamples = 1_000_000;

/**
 * What promtool gets of a test file: the file's own text but for its rule files; scalars stay as they are written, for
 * promtool reads some otherwise than we do. A file with tags is given as we read it: what a tag makes of a key is known
 * to its reader only. Null where its series have more than a million samples together (`0x300000000` is one of 300
 * million): they take the runner's memory.
 */
export const testFileText = ({ yaml, root }: TestFile, ruleFiles: readonly string[]): string | null => {
  const document = documentOf(yaml.text);
  const isPlain = document !== null;
  // How far aliases expand is known to be bearable: the tree's own reading has counted.
  const content: Json = isPlain ? document.toJS({ maxAliasCount: -1 }) : root;
  if (samplesIn(content) > maxSamples) return null;
  if (!isPlain) return ruleFileText({ ...root, rule_files: [...ruleFiles] });
  document.set("rule_files", ruleFiles);
  return document.toString({ lineWidth: 0 });
};

/**
 * The same of one test group without its cases, or of one case with its group, by its path; null where only our reading
 * of it can be given: it has tags, or an alias of what stands in another group or case.
 */
export const pieceText = ({ yaml }: TestFile, path: Path, ruleFiles: readonly string[]): string | null => {
  const document = documentOf(yaml.text);
  const group = document?.getIn(path.slice(0, 2), true);
  const [kind, place] = path.slice(2);
  const one = place === undefined ? undefined : document?.getIn(path, true);
  if (document === null || !isMap(group)) return null;
  for (const cases of ["alert_rule_test", "promql_expr_test"]) group.delete(cases);
  if (isNode(one)) group.set(kind, document.createNode([one]));
  document.set("tests", document.createNode([group]));
  document.set("rule_files", ruleFiles);
  try {
    return document.toString({ lineWidth: 0 });
  } catch {
    return null;
  }
};

/** A text with its scalars as they are written; null where it has errors or tags. */
const documentOf = (text: string): Document.Parsed | null => {
  const document = parseDocument(text, { schema: "failsafe", resolveKnownTags: false, logLevel: "error" });
  return document.errors.length > 0 || hasTags(document) ? null : document;
};

const hasTags = (document: Document.Parsed): boolean => {
  let found = document.directives?.yaml.explicit === true;
  visit(document, (_, node) => {
    if (!isNode(node) || !("tag" in node) || node.tag === undefined) return undefined;
    found = true;
    return visit.BREAK;
  });
  return found;
};

/**
 * Samples of all series below a value, as promtool counts them: `1+2x10`, `_x10`, `stalex10`, `{{…}}x10`. What aliases
 * share is counted each time.
 */
const samplesIn = (value: Json): number => {
  const known = new Map<object, number>();
  const count = (one: Json | undefined): number => {
    if (typeof one !== "object" || one === null) return 0;
    const before = known.get(one);
    if (before !== undefined) return before;
    // One that stands in itself counts nothing inside.
    known.set(one, 0);
    const inner = Object.values(one).reduce((sum: number, item) => sum + count(item), 0);
    const total = inner + (isObject(one) ? repetitions(one["values"]) + repetitions(behindName(one["series"])) : 0);
    known.set(one, total);
    return total;
  };
  return count(value);
};

/** What follows a series' name in its own text, where values may stand, too. */
const behindName = (series: Json | undefined): string => {
  if (typeof series !== "string") return "";
  const bare = series.replace(/"(?:[^"\\]|\\.)*(?:"|\\?$)|'(?:[^'\\]|\\.)*(?:'|\\?$)|`[^`]*(?:`|$)/gs, '""');
  return bare.trimStart().replace(/^\S+/, "");
};

const repetitions = (values: Json | undefined): number =>
  String(values ?? "")
    .matchAll(/x(\d+)/g)
    .reduce((sum, [, times]) => sum + Number(times), 0);
