import type { Location } from "../../core/finding.ts";
import type { Flag } from "../../outside/command-line.ts";
import type { Scratch } from "../../outside/outside.ts";
import type { SetArgument, Stack } from "../../stack/stack.ts";

/** A release's values as helm gets them. */
export interface HelmValues {
  /**
   * Absolute path of the folder that the names in `flags` are relative to: helm runs there, for the
   * way to it may hold a comma.
   */
  readonly folder: string;
  /** Files first and then the `--set` family, each in its own order, which is how helm merges them. */
  readonly flags: readonly Flag[];
}

type Valued = Pick<Stack, "release" | "valueFiles" | "setFiles">;

/**
 * Writes what was read of the value files, and of the files of `--set-file`, to the scratch folder under names of our
 * own: helm reads these copies, and no name or path of the tree reaches it, whatever helm would make of it. Values that
 * are not the release's own go to a `place` of their own.
 */
export const copyValues = async (
  { release, valueFiles, setFiles }: Valued,
  scratch: Scratch,
  place = "helm/values",
): Promise<HelmValues> => {
  const folder = await scratch.folder(place);
  const write = async (name: string, text: string): Promise<string> => {
    await scratch.write(`${place}/${name}`, text);
    return name;
  };
  const files = await Promise.all(
    valueFiles.map(async ({ text }, index): Promise<Flag> => ["values", await write(valuesCopy(index), text)]),
  );
  const sets = await Promise.all(
    release.sets.map(async (set, index): Promise<Flag> => {
      if (set.flag !== "--set-file") return [setFlags[set.flag], set.value];
      const text = setFiles[set.file];
      if (text === undefined) throw new Error(`${set.file} of --set-file was not read`);
      return ["set-file", `${set.key}=${await write(setCopy(index), text)}`];
    }),
  );
  return { folder, flags: [...files, ...sets] };
};

const setFlags: Readonly<Record<Exclude<SetArgument["flag"], "--set-file">, string>> = {
  "--set": "set",
  "--set-string": "set-string",
  "--set-json": "set-json",
  "--set-literal": "set-literal",
};

const valuesCopy = (index: number): string => `values-${index}.yaml`;
const setCopy = (index: number): string => `set-file-${index}`;

/** helm's words with the tree's names in place of the copies'. */
export const withNamesOfTree = (said: string, { valueFiles, release }: Pick<Stack, "release" | "valueFiles">): string =>
  said
    .replaceAll(/\bvalues-(\d+)\.yaml\b/g, (copy, index) => valueFiles[Number(index)]?.file ?? copy)
    .replaceAll(/\bset-file-(\d+)\b/g, (copy, index) => {
      const set = release.sets[Number(index)];
      return set?.flag === "--set-file" ? set.file : copy;
    });

/**
 * A value file that nobody can read in reasonable time is not given to helm either: why, and where;
 * null where there is none.
 */
export const refusedValues = ({
  valueFiles,
}: Pick<Stack, "valueFiles">): { readonly message: string; readonly at: Location } | null => {
  const error = valueFiles.flatMap(({ errors }) => errors).find(({ costly }) => costly === true);
  return error === undefined ? null : { message: `${error.at.file}: ${error.message}`, at: error.at };
};
