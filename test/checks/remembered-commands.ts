import { createHash } from "node:crypto";
import { lstatSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve } from "node:path";
import { once } from "../../src/core/once.ts";
import type { Command, Completed } from "../../src/outside/exec.ts";
import type { Outside, Scratch } from "../../src/outside/outside.ts";
import { rememberObjects } from "./remembered-objects.ts";

/** Path -> content of every file that differs between two checks; a link's content is the way to its target. */
type Files = ReadonlyMap<string, string>;
type Commands = Pick<Outside, "exec" | "scratch">;

/**
 * Runs each command once for the same bytes. Fixtures differ in a file or two, so most of their builds and renders are
 * the same; what a command says is decided by its arguments and the files it can read, and nothing but the stack and
 * the scratch folder differs between two checks.
 */
export const rememberCommands = () => {
  const known = new Map<string, Promise<Completed>>();
  const judge = rememberObjects();
  /** The outside of one check: `stack` is the stack's absolute folder, `name` its path as messages tell it. */
  return ({ exec, scratch }: Commands, stack: string, name: string): Commands => {
    const deferred = deferWrites(scratch);
    const tree = readTree(stack);
    const abstract = (text: string): string => text.replaceAll(scratch.dir, "«scratch»").replaceAll(name, "«stack»");
    const concrete = (text: string): string => text.replaceAll("«scratch»", scratch.dir).replaceAll("«stack»", name);
    const translate = (completed: Completed, text: (from: string) => string): Completed => ({
      ...completed,
      stdout: text(completed.stdout),
      stderr: text(completed.stderr),
    });
    const run = async (command: Command, inputs: Files): Promise<Completed> => {
      await deferred.write(inputs);
      return exec(command);
    };
    const remember = async (command: Command, inputs: Files): Promise<Completed> => {
      const { file, args, stdin = "" } = command;
      const read = [...inputs].map((one) => abstract(one.join(" "))).sort();
      const key = hash(JSON.stringify([basename(file), args.map(abstract), stdin, ...read]));
      const done = known.get(key) ?? run(command, inputs).then((completed) => translate(completed, abstract));
      known.set(key, done);
      return translate(await done, concrete);
    };
    return {
      scratch: deferred.scratch,
      exec(command) {
        const inputs = inputsOf(command, new Map([...tree, ...deferred.files]));
        return basename(command.file) === "kubeconform" ? judge(command, inputs, run) : remember(command, inputs);
      },
    };
  };
};

const hash = (text: string): string => createHash("sha256").update(text).digest("base64");

/** Those whose files name others. What looks like a way out in a chart's archive or in a schema's prose is none. */
const followers = new Set(["kubectl", "promtool"]);

/**
 * The files that a command's arguments name (a folder names all below it), and those that they name in turn by a path
 * with `..`, as a kustomization does.
 */
const inputsOf = ({ file: command, args, cwd }: Command, files: Files): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  const follows = followers.has(basename(command));
  const take = (path: string): void => {
    for (const [file, content] of files) {
      if ((file !== path && !file.startsWith(`${path}/`)) || found.has(file)) continue;
      found.set(file, content);
      for (const way of follows ? waysOut(content) : []) take(resolve(dirname(file), way));
    }
  };
  // A flag may hold a path (`name=path`), and a schema location a template (`folder/{{.Group}}`).
  for (const part of args.flatMap((arg) => arg.split(/[=,]|\/\{\{/)))
    if (isAbsolute(part) || cwd !== undefined) take(resolve(cwd ?? "/", part));
  return found;
};

/** Longer than any path: what a ConfigMap holds in one piece may be a megabyte, and is not looked through for one. */
const longestPath = 4096;

/** Most files are the same in every check, and looking through a schema takes milliseconds. */
const waysOut = once((content: string): readonly string[] =>
  content.includes("..")
    ? content
        .split(/[\s"'[\]{},:]+/)
        .filter((word) => word.length <= longestPath && word.includes(".."))
        .flatMap((word) => word.match(/(?:.*\/)?\.\.(?:\/.*)?/g) ?? [])
    : [],
);

const readTree = (folder: string): Files =>
  new Map(
    readdirSync(folder, { recursive: true, encoding: "utf8" }).flatMap((name) => {
      const path = join(folder, name);
      const kind = lstatSync(path);
      if (kind.isDirectory()) return [];
      return [[path, kind.isSymbolicLink() ? targetOf(path) : readFileSync(path, "latin1")] as const];
    }),
  );

/** With `..` in any case, so that it is followed as a path in a file is. */
const targetOf = (link: string): string =>
  `../${relative(dirname(dirname(link)), resolve(dirname(link), readlinkSync(link)))}`;

/** A scratch folder whose files reach the disk only when a command that reads them is really run: most never do. */
const deferWrites = (scratch: Scratch) => {
  const files = new Map<string, string>();
  const folders = new Set<string>();
  const deferred: Scratch = {
    dir: scratch.dir,
    async write(name, content) {
      const path = join(scratch.dir, name);
      files.set(path, Buffer.from(content).toString("latin1"));
      return path;
    },
    async folder(name) {
      folders.add(name);
      return join(scratch.dir, name);
    },
  };
  const write = async (wanted: Files): Promise<void> => {
    for (const name of folders) await scratch.folder(name);
    for (const [path, content] of wanted)
      if (files.has(path)) await scratch.write(relative(scratch.dir, path), Buffer.from(content, "latin1"));
  };
  return { scratch: deferred, files, write };
};
