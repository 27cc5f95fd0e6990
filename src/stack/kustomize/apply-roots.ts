import { posix } from "node:path";
import { OperatorError } from "../../core/errors.ts";
import type { Kustomization } from "../stack.ts";
import { builtByOthers } from "./inclusions.ts";

/** What a run applies: `base/`, and the overlays that belong to it in their order. */
export interface ApplyRoots {
  readonly base: Kustomization | null;
  readonly overlays: readonly Kustomization[];
}

/** Each is a process of its own, or two. */
const maxOverlays = 200;

/**
 * Chooses what this run builds. `wanted` are the folders of the input `overlays`. Throws OperatorError `invalid-input`
 * where there is nothing to build, or too much, where a wanted folder is none of the overlays, and where overlays
 * differ by environment and none was named.
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
  const included = builtByOthers(kustomizations);
  const roots = candidates.filter((one) => !included.has(one));
  const overlays = wanted === undefined ? byDefault(folders.overlays, roots) : named(stack, wanted, candidates, roots);
  if (base === null && overlays.length === 0)
    throw new OperatorError(
      "invalid-input",
      `There is nothing to build in ${stack}: neither ${folders.base} nor a folder under ${folders.overlays} has a kustomization.`,
      `Add ${folders.base}/kustomization.yaml, or set the input path to the stack's folder.`,
    );
  if (overlays.length > maxOverlays)
    throw new OperatorError(
      "invalid-input",
      `${stack} has ${overlays.length} overlays to build; more than ${maxOverlays} are no stack.`,
      "Set the input overlays to those that belong to this run.",
    );
  return { base, overlays };
};

const isWithin = (parent: string, folder: string): boolean => folder === parent || folder.startsWith(`${parent}/`);

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
