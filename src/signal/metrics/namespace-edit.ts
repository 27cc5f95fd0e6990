import type { Edit } from "../../core/finding.ts";
import { lineAt } from "../../fix/block-edit.ts";
import { scalarEdit, writePlainScalar } from "../../fix/scalar-edit.ts";
import type { Path } from "../../kubernetes/manifest.ts";
import { linesOf } from "../../text/line-of.ts";
import type { World, WorldObject } from "../../world/world.ts";
import { selectorPath } from "../scrape/monitor-namespaces.ts";
import { matchNamesOf } from "./aim.ts";

/**
 * Has the monitor look in the namespace as well; instead of its only other one, where that is the one it names. Null
 * where a person has to do it.
 */
export const namespaceEdit = (monitor: WorldObject, namespace: string, world: World): Edit | null => {
  const names = matchNamesOf(monitor);
  const path = [...selectorPath(monitor), "matchNames"];
  const [only] = names;
  if (names.length === 1 && only !== undefined)
    return scalarEdit(monitor, [...path, 0], { old: only, value: namespace }, world);
  if (names.length > 1) return itemAfter(monitor, [...path, names.length - 1], namespace, world);
  const selector = ["namespaceSelector:", "  matchNames:", `    - ${writePlainScalar(namespace)}`];
  return "namespaceSelector" in specOf(monitor) ? null : afterSpec(monitor, selector, world);
};

/** One more item of a list in block style. */
const itemAfter = (object: WorldObject, last: Path, value: string, world: World): Edit | null => {
  const found = lineAt(object, last, world);
  const lead = found === null ? null : /^( *- +)[^\s{[&*|>]/.exec(found.text);
  return found === null || lead === null
    ? null
    : { ...found.place, text: `${found.text}\n${lead[1]}${writePlainScalar(value)}` };
};

/** Lines right below `spec:`, so that a comment keeps to the key below it. */
const afterSpec = (object: WorldObject, lines: readonly string[], world: World): Edit | null => {
  const first = object.locate(["spec"]);
  const file = first === null ? null : world.file(first.file);
  if (first === null || file === null) return null;
  const all = linesOf(file);
  let above = first.line - 1;
  while (above > 0 && /^\s*(?:#.*)?$/.test(all[above - 1] ?? "")) above -= 1;
  const head = all[above - 1] ?? "";
  if (!/^ *spec:\s*(?:#.*)?$/.test(head)) return null;
  const indent = " ".repeat(first.column - 1);
  const text = [head, ...lines.map((line) => indent + line)].join("\n");
  return { file: first.file, startLine: above, endLine: above, text };
};

const specOf = ({ body }: WorldObject): object => {
  const spec = body["spec"];
  return typeof spec === "object" && spec !== null ? spec : {};
};
