import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import type { Allowance } from "../../../src/inputs.ts";
import { openWorkspace } from "../../../src/machine/files/open-workspace.ts";
import { makeScratchFolder } from "../../../src/machine/files/scratch-folder.ts";
import { createExec } from "../../../src/machine/process/exec.ts";
import type { Command } from "../../../src/outside/exec.ts";
import { noMemory } from "../../../src/outside/memory.ts";
import type { ToolName } from "../../../src/outside/tools.ts";
import { buildRoot } from "../../../src/render/kustomize/build-root.ts";
import { buildTogether, rootsTogether } from "../../../src/render/kustomize/build-together.ts";
import { openKustomize } from "../../../src/render/kustomize/kustomize-command.ts";
import { makeMirror } from "../../../src/render/kustomize/kustomize-mirror.ts";
import { planBuilds, wholeBuilds } from "../../../src/render/kustomize/plan-parts.ts";
import type { RootBuild } from "../../../src/render/render.ts";
import { reachable } from "../../../src/stack/kustomize/apply-roots.ts";
import { refuseReferences } from "../../../src/stack/kustomize/refuse-references.ts";
import { loadTree } from "../../../src/stack/load-tree.ts";
import type { Kustomization } from "../../../src/stack/stack.ts";
import { tool } from "../../tools-dir.ts";

/** Files by path; `{ link }` is a symbolic link. */
export type TreeFiles = Readonly<Record<string, string | Uint8Array | { readonly link: string }>>;

export interface BuiltTree {
  readonly kustomizations: readonly Kustomization[];
  readonly builds: readonly RootBuild[];
  /** Every file of the mirror by its place, with its text. */
  readonly mirror: ReadonlyMap<string, string>;
  readonly commands: readonly Command[];
  /** Real places of all files that were read. */
  readonly read: ReadonlySet<string>;
}

/**
 * A repository `repo` with the stack `s` in it, in a folder of its own that goes with the test;
 * other files may lie beside it.
 */
export const treeOf = (files: TreeFiles): string => {
  const outer = realpathSync(mkdtempSync(join(tmpdir(), "mirror-test-")));
  onTestFinished(() => rmSync(outer, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));
  mkdirSync(join(outer, "repo"));
  for (const [path, content] of Object.entries(files)) {
    const file = join(outer, "repo", path);
    mkdirSync(dirname(file), { recursive: true });
    if (typeof content === "object" && "link" in content) symlinkSync(content.link, file);
    else writeFileSync(file, content);
  }
  return join(outer, "repo");
};

/**
 * Loads the stack `s` and builds these roots of it as a run does, with the real kubectl, in parts from `fewest` files
 * of rules on, and where `isTogether` as many as may be at once. Throws what a run would be refused for.
 */
export const buildTree = async (
  repo: string,
  folders: readonly string[] = ["s/overlays/x"],
  allow: readonly Allowance[] = [],
  fewest?: number,
  isTogether = false,
): Promise<BuiltTree> => {
  const scratch = await makeScratchFolder({ RUNNER_TEMP: dirname(repo) });
  const exec = createExec({ scratchDir: scratch.dir, signal: new AbortController().signal });
  const commands: Command[] = [];
  const get = async (name: ToolName) =>
    ({ name, version: "0", path: await tool(name === "helm" ? "helm3" : name), source: "path", sha256: "" }) as const;
  const workspace = await openWorkspace(repo);
  const read = new Set<string>();
  const note = async (file: string): Promise<void> => {
    read.add((await workspace.find(file)).real ?? file);
  };
  const outside = {
    exec: (command: Command) => {
      commands.push(command);
      return exec(command);
    },
    scratch,
    memory: noMemory,
    workspace: {
      ...workspace,
      read: (file: string) => note(file).then(() => workspace.read(file)),
      bytes: (file: string) => note(file).then(() => workspace.bytes(file)),
    },
    tools: { get, used: () => [] },
    env: { PATH: process.env["PATH"] },
  };
  try {
    const tree = await loadTree("s", outside.workspace);
    const roots = tree.kustomizations.filter(({ folder }) => folders.includes(folder));
    refuseReferences(reachable(roots, tree.kustomizations), tree, allow);
    const kustomize = await openKustomize(allow, outside);
    const plan = fewest === undefined ? wholeBuilds : planBuilds(roots, tree, fewest);
    const mirror = await makeMirror(roots, tree, outside, allow, plan.texts);
    const before = filesIn(mirror.absolute("."));
    const among = isTogether ? rootsTogether(roots, tree) : [];
    const all = among.length === 0 ? null : await buildTogether(among, tree, { kustomize, mirror, outside });
    const builds = await Promise.all(
      roots.map((root) => {
        const [parts, together] = [plan.parts.get(root) ?? null, all?.get(root) ?? null];
        return buildRoot(root, tree, { kustomize, mirror, outside, exact: false, parts, together });
      }),
    );
    return { kustomizations: tree.kustomizations, builds, mirror: before, commands, read };
  } finally {
    await scratch.remove();
  }
};

const filesIn = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => {
      const path = join(entry.parentPath, entry.name);
      return entry.isDirectory() ? [] : [[path.slice(folder.length + 1), readFileSync(path, "utf8")] as const];
    }),
  );
