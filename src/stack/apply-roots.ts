import { posix } from "node:path";
import { OperatorError } from "../errors.ts";
import type { Kustomization } from "./stack.ts";

/** What a run applies: `base/`, and the overlays that belong to it in their order. */
export interface ApplyRoots {
  readonly base: Kustomization | null;
  readonly overlays: readonly Kustomization[];
}

/**
 * Chooses what this run builds. `wanted` are the folders of the input `overlays`. Throws OperatorError `invalid-input` where there is nothing to build,
 * where a wanted folder is none of the overlays, and where overlays differ by environment and none was named.
 */
export const chooseRoots = (
  stack: string,
  kustomizations: readonly Kustomization[],
  wanted: readonly string[] | undefined,
): ApplyRoots => {
  const folders = { base: posix.join(stack, "base"), overlays: posix.join(stack, "overlays") };
  const buildable = kustomizations.filter(({ kind }) => kind === "Kustomization");
  const base = buildable.find(({ folder }) => folder === folders.base) ?? null;
  const candidates = buildable.filter(({ folder, layer }) => layer === "overlay" && isWithin(folders.overlays, folder));
  const roots = candidates.filter((one) => !isIncluded(one, kustomizations));
  const overlays = wanted === undefined ? byDefault(folders.overlays, roots) : named(stack, wanted, candidates, roots);
  if (base === null && overlays.length === 0)
    throw new OperatorError(
      "invalid-input",
      `There is nothing to build in ${stack}: neither ${folders.base} nor a folder under ${folders.overlays} has a kustomization.`,
      `Add ${folders.base}/kustomization.yaml, or set the input path to the stack's folder.`,
    );
  return { base, overlays };
};

const isWithin = (parent: string, folder: string): boolean => folder === parent || folder.startsWith(`${parent}/`);

/** True where another kustomization builds this one. Those that include each other in a circle are all roots: kustomize then names the circle. */
const isIncluded = (one: Kustomization, all: readonly Kustomization[]): boolean =>
  all.some((other) => other !== one && includes(other, one) && !reachable([one], all).includes(other));

const includes = (outer: Kustomization, inner: Kustomization): boolean =>
  outer.references.some(({ target, path }) => target !== "file" && path === inner.folder);

/** The kustomizations themselves and all that they include. */
export const reachable = (from: readonly Kustomization[], all: readonly Kustomization[]): readonly Kustomization[] => {
  const byFolder = new Map(all.map((one) => [one.folder, one]));
  const found = new Set(from);
  for (const one of found)
    for (const { path } of one.references) {
      const next = path === null ? undefined : byFolder.get(path);
      if (next !== undefined) found.add(next);
    }
  return [...found];
};

const byDefault = (parent: string, roots: readonly Kustomization[]): readonly Kustomization[] => {
  const direct = roots.filter(({ folder }) => folder === parent || posix.dirname(folder) === parent);
  const deeper = roots.filter(
    (root) =>
      !direct.includes(root) && !direct.some((one) => one.folder !== parent && isWithin(one.folder, root.folder)),
  );
  if (deeper.length === 0) return direct;
  throw new OperatorError(
    "invalid-input",
    `The overlays differ by environment, and the input overlays does not say which belong to this run: ${list(deeper)} can be applied by themselves.`,
    `Set the input overlays to the folders to apply, out of: ${list([...direct, ...deeper])}.`,
  );
};

const named = (
  stack: string,
  wanted: readonly string[],
  candidates: readonly Kustomization[],
  roots: readonly Kustomization[],
): readonly Kustomization[] => {
  const found = wanted.map((text) => {
    const folders = ["", stack, posix.join(stack, "overlays")].map((from) => clean(posix.join(from, text)));
    return folders.flatMap((folder) => candidates.find((one) => one.folder === folder) ?? []).at(-1);
  });
  const unknown = wanted.filter((_, index) => found[index] === undefined);
  if (unknown.length > 0)
    throw new OperatorError(
      "invalid-input",
      `Input overlays names ${unknown.join(", ")}, which is no overlay of ${stack}.`,
      roots.length === 0
        ? `${posix.join(stack, "overlays")} has no folder with a kustomization; leave the input out.`
        : `Its overlays are: ${list(roots)}.`,
    );
  return [...new Set(found.flatMap((one) => one ?? []))];
};

const clean = (path: string): string => posix.normalize(path).replace(/\/$/, "");

const list = (kustomizations: readonly Kustomization[]): string =>
  kustomizations.map(({ folder }) => folder).join(", ");
