import { createHash } from "node:crypto";
import { lstatSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve } from "node:path";
import type { Command, Completed, Outside, Scratch } from "../../src/outside/outside.ts";

/** Path -> content of every file that differs between two checks; a link's content is the way to its target. */
type Files = ReadonlyMap<string, string>;
type Commands = Pick<Outside, "exec" | "scratch">;

/**
 * Runs each command once for the same bytes. Fixtures differ in a file or two, so most of their builds and renders are the same; what a command says
 * is decided by its arguments and the files it can read, and nothing but the stack and the scratch folder differs between two checks.
 */
export const rememberCommands = () => {
  const known = new Map<string, Promise<Completed>>();
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
    const runNow = async (command: Command): Promise<Completed> => {
      await deferred.flush();
      return translate(await exec(command), abstract);
    };
    return {
      scratch: deferred.scratch,
      async exec(command) {
        const { file, args, stdin = "" } = command;
        const read = [...inputsOf(command, new Map([...tree, ...deferred.files]))].map((one) =>
          abstract(one.join(" ")),
        );
        const key = hash(JSON.stringify([basename(file), args.map(abstract), stdin, ...read.sort()]));
        const done = known.get(key) ?? runNow(command);
        known.set(key, done);
        return translate(await done, concrete);
      },
    };
  };
};

const hash = (text: string): string => createHash("sha256").update(text).digest("base64");

/** The files that a command's arguments name (a folder names all below it), and those that they name in turn by a path with `..`, as a kustomization does. */
const inputsOf = ({ args, cwd }: Command, files: Files): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  const take = (path: string): void => {
    for (const [file, content] of files) {
      if ((file !== path && !file.startsWith(`${path}/`)) || found.has(file)) continue;
      found.set(file, content);
      for (const way of waysOut(content)) take(resolve(dirname(file), way));
    }
  };
  // A flag may hold a path (`name=path`), and a schema location a template (`folder/{{.Group}}`).
  for (const part of args.flatMap((arg) => arg.split(/[=,]|\/\{\{/)))
    if (isAbsolute(part) || cwd !== undefined) take(resolve(cwd ?? "/", part));
  return found;
};

const waysOut = (content: string): readonly string[] =>
  content.includes("..") ? (content.match(/(?:[^\s"'[\]{},:]*\/)?\.\.(?:\/[^\s"'[\]{},:]*)?/g) ?? []) : [];

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

/** A scratch folder whose files reach the disk only when a command is really run. */
const deferWrites = (scratch: Scratch) => {
  const files = new Map<string, string>();
  const waiting: (() => Promise<unknown>)[] = [];
  const deferred: Scratch = {
    dir: scratch.dir,
    async write(name, content) {
      const path = join(scratch.dir, name);
      files.set(path, Buffer.from(content).toString("latin1"));
      waiting.push(() => scratch.write(name, content));
      return path;
    },
    async folder(name) {
      waiting.push(() => scratch.folder(name));
      return join(scratch.dir, name);
    },
  };
  let flushed = Promise.resolve();
  const flush = (): Promise<void> => {
    flushed = flushed.then(async () => {
      for (const write of waiting.splice(0)) await write();
    });
    return flushed;
  };
  return { scratch: deferred, files, flush };
};
