import { lstatSync, readlinkSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { isInGitData, isWithin } from "../../core/within.ts";
import { relativeTo } from "./resolve-inside.ts";

/** As many as Linux follows on the way of one path. */
const mostLinks = 40;

/**
 * Every link that is followed on the way of a path, also by other links and where it leads nowhere; relative to the
 * root, as far as the way stays below that. Never throws.
 */
export const linksOn = (root: string, path: string): readonly string[] => {
  const links: string[] = [];
  const steps = stepsTo(relative(root, resolve(root, path)));
  let here = root;
  for (let step = steps.pop(); step !== undefined && links.length < mostLinks; step = steps.pop()) {
    const next = step === ".." ? dirname(here) : join(here, step);
    if (!isWithin(root, next) || isInGitData(root, next)) break;
    const target = targetOf(next);
    if (target === null) here = next;
    else {
      links.push(relativeTo(root, next));
      if (target.startsWith(sep)) here = root;
      steps.push(...stepsTo(target.startsWith(sep) ? relative(root, target) : target));
    }
  }
  return links;
};

/** The last first. */
const stepsTo = (path: string): string[] =>
  path
    .split(sep)
    .filter((step) => step !== "" && step !== ".")
    .reverse();

const targetOf = (path: string): string | null => {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true ? readlinkSync(path) : null;
  } catch {
    return null;
  }
};
