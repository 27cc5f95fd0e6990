import type { Fix, Location } from "../../core/finding.ts";
import type { Path } from "../../kubernetes/manifest.ts";
import type { WorldObject } from "../../world/world.ts";
import { type Hop, type HopName, statusOf } from "./signal-path.ts";

/** A part of a hop: what one endpoint of a monitor, or one Service, comes to. */
export type HopVerdict = Omit<Hop, "hop">;

/**
 * One hop of several parts that all have to hold: it is broken where one is, and unknown where one is. It is told by
 * its broken parts; repairs of the same check are offered together.
 */
export const hopOfAll = (hop: HopName, verdicts: readonly HopVerdict[]): Hop => {
  const status = statusOf(verdicts.map((verdict) => ({ hop, ...verdict })));
  return told(hop, status, verdicts);
};

/** One hop of several parts of which one is enough. */
export const hopOfAny = (hop: HopName, verdicts: readonly HopVerdict[]): Hop => {
  const status = (["ok", "broken", "unknown"] as const).find((one) =>
    verdicts.some((verdict) => verdict.status === one),
  );
  return told(hop, status ?? "unknown", verdicts);
};

const told = (hop: HopName, status: Hop["status"], verdicts: readonly HopVerdict[]): Hop => {
  const telling = verdicts.filter((verdict) => verdict.status === status);
  const [first] = telling;
  const same = telling.filter(({ check }) => check === first?.check);
  const fix = merged(same.flatMap((verdict) => verdict.fix ?? []));
  const at: Location | undefined = first?.at;
  return {
    hop,
    status,
    why: [...new Set(telling.map(({ why }) => why))].join(" "),
    ...(at === undefined ? {} : { at }),
    ...(status !== "broken" || fix === null ? {} : { fix }),
    ...(status !== "broken" || first?.check === undefined ? {} : { check: first.check }),
  };
};

/** Repairs in one; of two that change the same line the first. */
const merged = (fixes: readonly Fix[]): Fix | null => {
  const taken = new Set<string>();
  const kept = fixes.filter(({ edits }) => {
    const lines = edits.map(({ file, startLine }) => `${file}:${startLine}`);
    if (lines.some((line) => taken.has(line))) return false;
    for (const line of lines) taken.add(line);
    return true;
  });
  if (kept.length === 0) return null;
  return {
    description: [...new Set(kept.map(({ description }) => description))].join(" "),
    edits: kept.flatMap(({ edits }) => edits),
  };
};

/** The place of a value, where it has one that can be edited. */
export const placed = (object: WorldObject, path: Path): Pick<Hop, "at"> => {
  const at = object.locate(path);
  return at === null ? {} : { at };
};
