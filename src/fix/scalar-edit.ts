import type { Edit, Location } from "../core/finding.ts";
import type { Path } from "../kubernetes/manifest.ts";
import { lineOf } from "../text/line-of.ts";
import type { World, WorldObject } from "../world/world.ts";
import { changedScalars } from "./changed-scalars.ts";

/**
 * Puts another scalar in the place of the one at `path`, in the file that sets it; null where that file is not of the
 * tree, or does not have `old` there.
 */
export const scalarEdit = (object: WorldObject, path: Path, change: ScalarChange, world: World): Edit | null => {
  const place = object.locate(path);
  return place === null ? null : scalarChange(place, change, world);
};

export interface ScalarChange {
  readonly old: string;
  readonly value: string;
}

/** The same for the scalar that begins at a place; null also where that would change any other one. */
export const scalarChange = (place: Location, { old, value }: ScalarChange, world: World): Edit | null => {
  const file = world.file(place.file);
  if (file === null) return null;
  const line = lineOf(file, place.line);
  const rest = line.slice(place.column - 1);
  const written = [old, JSON.stringify(old), `'${old}'`].find((text) => text !== "" && rest.startsWith(text));
  if (written === undefined || /^[\w.-]/.test(rest.slice(written.length))) return null;
  const put = written === old ? writePlainScalar(value) : JSON.stringify(value);
  const text = line.slice(0, place.column - 1) + put + rest.slice(written.length);
  const edit = { file: place.file, startLine: place.line, endLine: place.line, text };
  return changedScalars(file, [edit])?.length === 1 ? edit : null;
};

/** A string as a YAML scalar that every reader takes for a string: quoted where plain it could be anything else. */
export const writePlainScalar = (text: string): string =>
  /^(?:[A-Za-z][A-Za-z0-9_./-]*|[0-9]+(?:ms|[smhdwy]))$/.test(text) &&
  !/^(?:y|n|yes|no|on|off|true|false|null)$/i.test(text)
    ? text
    : JSON.stringify(text);
