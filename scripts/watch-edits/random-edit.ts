import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Random } from "../fuzz/random.ts";

/** A tree at which somebody is at work, and how it was. */
export interface EditedTree {
  /** The repository's folder; the stack is `prometheus-stack` in it. */
  readonly root: string;
  /** The stack as it was; absolute. */
  readonly original: string;
}

/** What people and their editors do to a tree, good or bad; the result says what was done. */
export const editAtRandom = (tree: EditedTree, random: Random): string => {
  const files = filesOf(stackOf(tree));
  const edit = files.length === 0 || random.chance(0.25) ? restore : random.pick(edits);
  return edit(tree, random, files);
};

type Edit = (tree: EditedTree, random: Random, files: readonly string[]) => string;

const stackOf = ({ root }: EditedTree): string => join(root, "prometheus-stack");

/** Not by `recursive`, which follows links: an edit must not leave the tree. */
const filesOf = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .flatMap((entry) => {
          const path = join(folder, entry.name);
          return entry.isDirectory() ? filesOf(path) : entry.isFile() ? [path] : [];
        })
        .sort()
    : [];

const restore: Edit = (tree) => {
  rmSync(stackOf(tree), { recursive: true, force: true });
  rmSync(join(tree.root, ".prometheus-stack.yaml"), { force: true });
  cpSync(tree.original, stackOf(tree), { recursive: true });
  return "restores everything";
};

/** Writes in place, or beside it and renames, as editors do. */
const save = (file: string, text: string, random: Random): void => {
  const written = random.chance(0.5) ? file : join(dirname(file), `.${basename(file)}.tmp`);
  writeFileSync(written, text);
  if (written !== file) renameSync(written, file);
};

const ofText =
  (named: string, change: (lines: readonly string[], random: Random) => readonly string[]): Edit =>
  (_, random, files) => {
    const file = random.pick(files);
    const lines = readFileSync(file, "utf8").split("\n");
    save(file, change(lines, random).join("\n"), random);
    return `${named} in ${file}`;
  };

const replaceAt = (lines: readonly string[], at: number, by: readonly string[]): readonly string[] => [
  ...lines.slice(0, at),
  ...by,
  ...lines.slice(at + 1),
];

const edits: readonly Edit[] = [
  ofText("another number", (lines, random) => {
    const at = lines.flatMap((line, index) => (/\d/.test(line) ? [index] : []));
    const index = at.length === 0 ? 0 : random.pick(at);
    return replaceAt(lines, index, [(lines[index] ?? "").replace(/\d+/, String(random.int(200)))]);
  }),
  ofText("another word", (lines, random) => {
    const index = random.int(lines.length);
    const words = lines.join(" ").match(/[\w-]+/g) ?? ["word"];
    return replaceAt(lines, index, [(lines[index] ?? "").replace(/[\w-]+$/, random.pick(words))]);
  }),
  ofText("a line less", (lines, random) => replaceAt(lines, random.int(lines.length), [])),
  ofText("a line twice", (lines, random) => {
    const index = random.int(lines.length);
    return replaceAt(lines, index, [lines[index] ?? "", lines[index] ?? ""]);
  }),
  ofText("another indentation", (lines, random) => {
    const index = random.int(lines.length);
    return replaceAt(lines, index, [`  ${lines[index]}`]);
  }),
  ofText("half of it", (lines, random) => lines.slice(0, random.int(lines.length))),
  (_, random, files) => {
    const file = random.pick(files);
    rmSync(file);
    return `removes ${file}`;
  },
  (_, random, files) => {
    const folder = dirname(random.pick(files));
    rmSync(folder, { recursive: true });
    return `removes the folder ${folder}`;
  },
  (_, random, files) => {
    const file = random.pick(files);
    const copy = join(dirname(file), `copy-${random.int(5)}-${basename(file)}`);
    cpSync(file, copy);
    return `copies ${file} to ${basename(copy)}`;
  },
  (_, random, files) => {
    const file = random.pick(files);
    renameSync(file, join(dirname(file), `renamed-${basename(file)}`));
    return `renames ${file}`;
  },
  (_, random, files) => {
    const folder = dirname(random.pick(files));
    const moved = join(dirname(folder), basename(folder) === "moved" ? "moved-again" : "moved");
    rmSync(moved, { recursive: true, force: true });
    renameSync(folder, moved);
    return `renames the folder ${folder}`;
  },
  (tree, random, files) => {
    const file = random.pick(files);
    const target = random.chance(0.5) ? random.pick(files) : tree.original;
    rmSync(file);
    symlinkSync(target, file);
    return `makes ${file} a link to ${target}`;
  },
  (tree, random, files) => {
    const folder = join(stackOf(tree), "overlays", `new-${random.int(3)}`);
    mkdirSync(folder, { recursive: true });
    cpSync(random.pick(files), join(folder, "new.yaml"));
    writeFileSync(join(folder, "kustomization.yaml"), "resources:\n  - new.yaml\n");
    return `adds ${folder}`;
  },
  (tree, random) => {
    const text = random.pick(["checks:\n  alert-for-missing: off\n", "checks: [\n", "namespace: other\n", ""]);
    writeFileSync(join(tree.root, ".prometheus-stack.yaml"), text);
    return `says ${JSON.stringify(text)} in .prometheus-stack.yaml`;
  },
];
