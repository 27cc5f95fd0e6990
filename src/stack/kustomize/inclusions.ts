import type { Kustomization } from "../stack.ts";

/** Which kustomizations each one includes, as often as it names them. */
export type Inclusions = ReadonlyMap<Kustomization, readonly Kustomization[]>;

/** Reads the references of all to each other. */
export const inclusionsOf = (all: readonly Kustomization[]): Inclusions => {
  const byFolder = new Map(all.map((one) => [one.folder, one]));
  const included = ({ references }: Kustomization): readonly Kustomization[] =>
    references.flatMap(({ target, path }) => (target === "file" || path === null ? [] : (byFolder.get(path) ?? [])));
  return new Map(all.map((one) => [one, included(one)]));
};

/**
 * Those that another one builds. Of those that include each other in a circle none is: kustomize then names the circle.
 */
export const builtByOthers = (all: readonly Kustomization[]): ReadonlySet<Kustomization> => {
  const inclusions = inclusionsOf(all);
  const circles = circlesOf(all, inclusions);
  return new Set(
    all.flatMap((outer) => (inclusions.get(outer) ?? []).filter((one) => circles.get(one) !== circles.get(outer))),
  );
};

/**
 * How many kustomizations kustomize builds for each of these roots and what they include: it builds
 * one as often as it is named.
 */
export const buildCounts = (
  roots: readonly Kustomization[],
  inclusions: Inclusions,
): ReadonlyMap<Kustomization, number> => {
  const counts = new Map<Kustomization, number>();
  for (const one of innermostFirst(roots, inclusions))
    counts.set(
      one,
      (inclusions.get(one) ?? []).reduce((sum, inner) => sum + (counts.get(inner) ?? 0), 1),
    );
  return counts;
};

/**
 * Everything that can be reached, what is included before what includes it; in a circle one has to be first. Without
 * recursion: chains are long.
 */
const innermostFirst = (from: readonly Kustomization[], inclusions: Inclusions): readonly Kustomization[] => {
  const seen = new Set<Kustomization>();
  const done: Kustomization[] = [];
  for (const start of from) {
    const open: { readonly one: Kustomization; readonly rest: Iterator<Kustomization> }[] = [];
    const enter = (one: Kustomization): void => {
      if (!seen.has(one)) open.push({ one, rest: (inclusions.get(one) ?? []).values() });
      seen.add(one);
    };
    enter(start);
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      const next = top.rest.next();
      if (next.done === true) done.push(...open.splice(-1).map(({ one }) => one));
      else enter(next.value);
    }
  }
  return done;
};

/** A number for each: equal for those that include each other in a circle (Kosaraju's algorithm). */
const circlesOf = (all: readonly Kustomization[], inclusions: Inclusions): ReadonlyMap<Kustomization, number> => {
  const outer = new Map<Kustomization, Kustomization[]>(all.map((one) => [one, []]));
  for (const [one, inner] of inclusions) for (const each of inner) outer.get(each)?.push(one);
  const circles = new Map<Kustomization, number>();
  for (const [number, start] of innermostFirst(all, inclusions).toReversed().entries()) {
    const open = [start];
    for (let one = open.pop(); one !== undefined; one = open.pop()) {
      if (circles.has(one)) continue;
      circles.set(one, number);
      for (const each of outer.get(one) ?? []) open.push(each);
    }
  }
  return circles;
};
