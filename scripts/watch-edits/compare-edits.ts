import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { bundledEntry } from "../bundle-sources.ts";
import { randomFrom } from "../fuzz/random.ts";
import { lastingJson } from "../lasting-report.ts";
import { editAtRandom } from "./random-edit.ts";
import { watchTree } from "./watched-tree.ts";

/** How a tree is edited, and checked. */
export interface EditRun {
  readonly edits: number;
  readonly seed: number;
  /** Absolute path of the chart. */
  readonly chart: string;
  /** Folders of the commands, and of Kubernetes' schemas. */
  readonly tools: string;
  readonly schemas: string;
  readonly kubernetesVersion: string;
  /** Called after each edit. */
  tell?(edit: string, rounds: number): void;
}

/** An edit after which watching tells otherwise than a run by itself. */
export interface Difference {
  readonly edit: string;
  readonly watched: string;
  readonly alone: string;
}

const example = resolve(import.meta.dirname, "../../fixtures/prometheus-stack");

/**
 * Edits the example at random while it is watched; after each edit a run by itself, in a process of its own and without
 * anything kept, has to say the same.
 */
export const compareEdits = async (run: EditRun): Promise<readonly Difference[]> => {
  const folder = mkdtempSync(join(tmpdir(), "prometheus-stack-watched-"));
  const root = join(folder, "repository");
  // A copy: links of the tree may lead to it.
  const original = join(folder, "original");
  mkdirSync(join(root, ".git"), { recursive: true });
  for (const copy of [original, join(root, "prometheus-stack")]) cpSync(example, copy, { recursive: true });
  const random = randomFrom(run.seed);
  const entry = await bundledEntry("cli");
  const given = givenOf(run);
  const watched = watchTree(root, { ...given, path: "" });
  const differences: Difference[] = [];
  try {
    await watched.settled();
    for (let n = 0; n < run.edits; n += 1) {
      const edit = editAtRandom({ root, original }, random);
      const shown = await watched.settled();
      const alone = checkAlone(entry, root, given);
      if (shown !== alone) differences.push({ edit, watched: shown, alone });
      run.tell?.(edit, watched.rounds());
    }
    return differences;
  } finally {
    await watched.end();
    rmSync(folder, { recursive: true, force: true });
  }
};

const givenOf = ({ chart, schemas, kubernetesVersion }: EditRun): Readonly<Record<string, string>> => ({
  chart,
  "schema-locations": schemas,
  "kubernetes-version": kubernetesVersion,
  tools: "path",
});

/** The report, or where there is none what was said instead. */
const checkAlone = (entry: string, root: string, given: Readonly<Record<string, string>>): string => {
  const options = Object.entries(given).flatMap(([name, value]) => [`--${name}`, value]);
  const args = [entry, "check", "--no-cache", "--quiet", "--format", "json", ...options];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8", maxBuffer: 2 ** 28 });
  return stdout === "" ? (stderr.split("\n", 1)[0] ?? "") : lastingJson(stdout);
};
