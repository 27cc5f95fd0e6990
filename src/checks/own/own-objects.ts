import { nameOf, type Problem } from "../../core/finding.ts";
import type { Path } from "../../kubernetes/manifest.ts";
import type { Resolution } from "../../signal/resolve-signals.ts";
import { isOwn, type WorldObject } from "../../world/world.ts";

/** Objects of base and overlays; the chart's own are its authors' business. */
export const ownObjects = ({ world }: Resolution, kind: string): readonly WorldObject[] =>
  world.ofKind(kind).filter(isOwn);

/** A problem with one field of an object. */
export const objectProblem = (object: WorldObject, why: string, field: Path): Problem => {
  const at = object.locate(field);
  return { message: `${nameOf(object.ref)}: ${why}`, resource: object.ref, ...(at === null ? {} : { at }) };
};
