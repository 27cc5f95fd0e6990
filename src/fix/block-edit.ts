import type { Edit } from "../core/finding.ts";
import type { Path } from "../kubernetes/manifest.ts";
import { lineOf } from "../text/line-of.ts";
import type { World, WorldObject } from "../world/world.ts";
import { writePlainScalar } from "./scalar-edit.ts";

/** Another key and value in the place of one line `key: value` of block style. */
export const pairEdit = (
  monitor: WorldObject,
  path: Path,
  pair: { readonly key: string; readonly value: string | number },
  world: World,
): Edit | null => {
  const found = lineAt(monitor, path, world);
  const key = String(path.at(-1));
  const match =
    found === null ? null : /^([ -]*)(["']?)([^\s"':-][^\s"':]*)\2:\s+[^\s{[&*|>#]\S*(\s+#[\s\S]*)?$/.exec(found.text);
  if (found === null || match === null || match[3] !== key) return null;
  const value = typeof pair.value === "number" ? String(pair.value) : writePlainScalar(pair.value);
  return { ...found.place, text: `${match[1]}${writePlainScalar(pair.key)}: ${value}${match[4] ?? ""}` };
};

/** A first key for the item of a list, e.g. the name of a port. */
export const firstKeyEdit = (
  object: WorldObject,
  item: Path,
  pair: { readonly key: string; readonly value: string },
  world: World,
): Edit | null => {
  const found = lineAt(object, item, world);
  if (found === null) return null;
  const before = found.text.slice(0, found.column - 1);
  const rest = found.text.slice(found.column - 1);
  const added = `${pair.key}: ${writePlainScalar(pair.value)}`;
  if (rest.startsWith("{") && !rest.startsWith("{}"))
    return { ...found.place, text: `${before}{ ${added}, ${rest.slice(1).trimStart()}` };
  return /^ *- +$/.test(before)
    ? { ...found.place, text: `${before}${added}\n${" ".repeat(before.length)}${rest}` }
    : null;
};

/** A line of the tree, and where on it a value stands. */
interface Line {
  readonly place: Pick<Edit, "file" | "startLine" | "endLine">;
  readonly column: number;
  readonly text: string;
}

/** The line of an object's value in its file; null where that is none of the tree's. */
export const lineAt = (object: WorldObject, path: Path, world: World): Line | null => {
  const at = object.locate(path);
  const file = at === null ? null : world.file(at.file);
  if (at === null || file === null) return null;
  const text = lineOf(file, at.line);
  return { place: { file: at.file, startLine: at.line, endLine: at.line }, column: at.column, text };
};
