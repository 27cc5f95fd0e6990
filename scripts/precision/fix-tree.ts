import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { nameOf } from "../../src/core/finding.ts";
import { type CheckSetting, checkTree, type ReportedFinding } from "./check-tree.ts";
import type { Tree } from "./trees.ts";

/** What `check --fix` did to a tree. */
export interface Fixed {
  /** Lines that are new, otherwise or gone: of each file the more of what was added and what was removed. */
  readonly lines: number;
  /** Whether a second run changes anything. */
  readonly again: boolean;
  /** Findings that the tree had not before. */
  readonly surplus: readonly string[];
}

/**
 * Runs `check --fix` twice in `folder`, where the tree is laid out in a git repository and had the findings `before`.
 * What changed is kept beside it as fix.diff.
 */
export function fixTree(tree: Tree, folder: string, setting: CheckSetting, before: readonly ReportedFinding[]): Fixed {
  const git = (...args: string[]): string =>
    execFileSync("git", ["-C", folder, ...args], { encoding: "utf8", maxBuffer: 2 ** 28 });
  git("add", "--force", "prometheus-stack", ".prometheus-stack.yaml");
  const changed = (form = "--unified=0"): string =>
    git("diff", form, "--", "prometheus-stack", ".prometheus-stack.yaml");
  const after = checkTree(tree, folder, setting, true);
  const first = changed();
  const numbers = changed("--numstat").trimEnd();
  writeFileSync(join(folder, "fix.diff"), first);
  checkTree(tree, folder, setting, true);
  return {
    lines: numbers.split("\n").reduce((sum, line) => sum + Math.max(...line.split("\t").slice(0, 2).map(Number)), 0),
    again: changed() !== first,
    surplus: surplus(before, after),
  };
}

/**
 * What is told more often than before, by check and object (the file, where there is none); its namespace may be what
 * the repair gave it.
 */
export function surplus(before: readonly ReportedFinding[], after: readonly ReportedFinding[]): readonly string[] {
  const count = (findings: readonly ReportedFinding[]) =>
    new Map([...Map.groupBy(findings, subject)].map(([key, { length }]) => [key, length]));
  const had = count(before);
  return [...count(after)].filter(([key, length]) => length > (had.get(key) ?? 0)).map(([key]) => key);
}

const subject = ({ check, resource, file }: ReportedFinding): string =>
  `${check} ${resource === undefined ? (file ?? "") : nameOf({ ...resource, namespace: null })}`.trim();
