import { createHash } from "node:crypto";
import { basename, dirname } from "node:path";
import { once } from "../../src/core/once.ts";
import type { Command, Completed } from "../../src/outside/exec.ts";

type Files = ReadonlyMap<string, string>;
/** A line of kubeconform's report, which names the object's file. */
type Result = Readonly<Record<string, unknown>>;

/**
 * Asks kubeconform only about objects that it has not judged with the same schemas: it judges each file by itself, and
 * a fixture changes one object of a hundred and fifty. `run` runs the command with no more than the files it is given.
 */
export const rememberObjects = () => {
  const known = new Map<string, readonly Result[]>();
  return async (
    command: Command,
    files: Files,
    run: (command: Command, files: Files) => Promise<Completed>,
  ): Promise<Completed> => {
    const folder = command.args.at(-1) ?? "";
    // Of objects in one file it tells nothing, so that the run asks about each by itself.
    const [objects, schemas] = [new Map<string, string>(), new Map<string, string>()];
    for (const [path, content] of files) (dirname(path) === folder ? objects : schemas).set(path, content);
    // Some megabytes, and nearly always the same: as a part of each key they took half of the test's time.
    const judgedBy = [...schemas]
      .map(([path, content]) => `${basename(path)} ${digestOf(content)}`)
      .sort()
      .join();
    const keyOf = (content: string): string => `${content}\n${judgedBy}`;

    const asked = [...objects].filter(([, content]) => !known.has(keyOf(content)));
    const needed = [...schemas].filter(([path]) => asked.some(([, content]) => names(content, path)));
    const completed = asked.length === 0 ? nothing : await run(command, new Map([...asked, ...needed]));
    const results: readonly Result[] = JSON.parse(completed.stdout).resources;
    for (const [path, content] of asked)
      known.set(
        keyOf(content),
        results.filter(({ filename }) => filename === path),
      );
    const resources = [...objects].flatMap(([filename, content]) =>
      (known.get(keyOf(content)) ?? []).map((result) => ({ ...result, filename })),
    );
    return { ...completed, stdout: JSON.stringify({ resources }) };
  };
};

const digestOf = once((content: string): string => createHash("sha256").update(content).digest("base64"));

const nothing: Completed = { code: 0, stdout: '{"resources":[]}', stderr: "", durationMs: 0 };

/** Whether an object, or one of a List, is of the schema's kind: files are named `<kind>_<version>.json`. */
const names = (content: string, schema: string): boolean =>
  [...content.matchAll(/\bkind["']?\s*:\s*["']?(\w+)/g)].some(([, kind]) =>
    basename(schema).startsWith(`${kind?.toLowerCase()}_`),
  );
