import type { Workspace } from "../outside/workspace.ts";
import type { Stack } from "../stack/stack.ts";
import type { GeneratorFile } from "./generator-secrets.ts";

/** More of them are no secrets that somebody keeps in a tree. */
const mostFiles = 200;

/** The files that generators of Secrets read: where kustomize does not like one, it quotes it. */
export const readGeneratorFiles = async (stack: Stack, workspace: Workspace): Promise<readonly GeneratorFile[]> => {
  const named = stack.kustomizations.flatMap(({ references }) =>
    references.flatMap(({ field, target, path }) =>
      /^(?:secretGenerator|generators)\./i.test(field) && target === "file" && path !== null
        ? [{ file: path, lines: /\.envs?$/i.test(field) }]
        : [],
    ),
  );
  const unique = [...new Map(named.map((one) => [`${one.file}\n${one.lines}`, one])).values()].slice(0, mostFiles);
  const read = await Promise.all(unique.map(async (one) => ({ ...one, found: await workspace.read(one.file) })));
  return read.flatMap(({ file, lines, found }) => (found.ok ? [{ file, lines, text: found.text }] : []));
};
