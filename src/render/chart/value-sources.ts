import type { Location } from "../../core/finding.ts";
import { isObject, type Path, valueAt } from "../../kubernetes/manifest.ts";
import type { SetArgument, Stack } from "../../stack/stack.ts";
import type { YamlFile } from "../../text/yaml-file.ts";

/** Everything a person can edit to change what the chart renders to. */
export interface ValueSources {
  /** In helm's order: later ones win. */
  readonly files: readonly YamlFile[];
  readonly sets: Stack["release"]["sets"];
  /** Where nothing sets a value: the helm line of install.sh, else a kustomization of the stack. */
  readonly fallback: Location;
}

export const valueSources = (stack: Stack): ValueSources => ({
  files: valuesOfTree(stack),
  sets: stack.release.sets,
  fallback: fallbackOf(stack),
});

/** The files of the repository in which values of the release stand; later ones win. */
export const valuesOfTree = ({ valueFiles, umbrella }: Pick<Stack, "valueFiles" | "umbrella">): readonly YamlFile[] => [
  ...(umbrella?.values ? [umbrella.values] : []),
  ...valueFiles,
];

const fallbackOf = (stack: Stack): Location => {
  const { install, base, overlays, path } = stack;
  const file = install?.file ?? (base ?? overlays[0])?.file ?? path;
  return install?.helm?.at ?? { file, line: 1, column: 1 };
};

/** A key of kube-prometheus-stack's values, e.g. `["grafana", "enabled"]`. */
export type ValuesKey = readonly string[];

/** How the release's values write it: below a key of their own where the chart has another around it. */
export const writtenKey = ({ umbrella }: Pick<Stack, "umbrella">, key: ValuesKey): ValuesKey =>
  umbrella ? [umbrella.key, ...key] : key;

/** Where the release sets the first of these values that it sets at all; else what could set it. */
export const governedAt = (stack: Stack, keys: readonly ValuesKey[]): Location =>
  keys.map((key) => setAt(stack, key)).find((at) => at !== null) ?? fallbackOf(stack);

/**
 * Where the release sets this very value: `--set` wins over files and later ones win over earlier ones, as helm has
 * it. Null where it does not.
 */
export const setAt = (stack: Stack, plain: ValuesKey): Location | null => {
  const [sources, key] = [valueSources(stack), writtenKey(stack, plain)];
  const name = key.join(".");
  const bySet = sources.sets.findLast((set) => set.flag !== "--set-file" && keysOf(set).includes(name));
  return bySet?.at ?? documentThatSets(sources, key)?.locate(key) ?? null;
};

/** Where the release turns this very value off, where it does so last; null where it does not. */
export const turnedOffAt = (stack: Stack, plain: ValuesKey): Location | null => {
  const [sources, key] = [valueSources(stack), writtenKey(stack, plain)];
  const bySet = sources.sets.findLast((set) => set.flag !== "--set-file" && keysOf(set).includes(key.join(".")));
  const isOff =
    bySet?.flag === undefined || bySet.flag === "--set-file"
      ? valueAt(documentThatSets(sources, key)?.value, key) === false
      : bySet.value.split(/(?<!\\),/).includes(`${key.join(".")}=false`);
  return isOff ? setAt(stack, plain) : null;
};

/** Whether an argument of the helm line has its own say on this value, so that no file's counts. */
export const isSetByArgument = (sets: ValueSources["sets"], path: Path): boolean =>
  sets.some((set) => setsUnder(keysOf(set), [path.map((key, at) => written(key, at)).join("")]));

/**
 * Tells whether an argument of the helm line sets a value, one that it is in, or one that is in it; where an argument
 * does not say by its key what it sets, every value counts as set.
 */
export const argumentsOn = (sets: ValueSources["sets"]): ((path: Path) => boolean) => {
  const keys = sets.flatMap(keysOf);
  const isUnclear = keys.some((key) => key.startsWith("{"));
  return (path) => {
    const wanted = path.map((key, at) => written(key, at)).join("");
    return isUnclear || setsUnder(keys, [wanted]) || keys.some((key) => key.startsWith(`${wanted}.`));
  };
};

const written = (key: Path[number], at: number): string =>
  typeof key === "number" ? `[${key}]` : `${at === 0 ? "" : "."}${key.replaceAll(".", "\\.")}`;

/** The key that sets the value at `path`, or the nearest one above it; null where nothing sets even its first key. */
export const placeOfValueKey = (sources: ValueSources, path: Path): Location | null => {
  const keys = sources.sets.map((set) => ({ keys: keysOf(set), set }));
  const bySet = keys.findLast(({ keys, set }) => set.flag !== "--set-json" && setsUnder(keys, path));
  if (bySet !== undefined) return bySet.set.at;
  for (let length = path.length; length > 0; length -= 1) {
    const part = path.slice(0, length);
    const document = documentThatSets(sources, part);
    if (document !== undefined) return document.locateKey(part);
  }
  // Something below the first key is set, though not this.
  return keys.findLast(({ keys: [first] }) => first?.startsWith(`${path[0]}.`) === true)?.set.at ?? null;
};

const documentThatSets = ({ files }: ValueSources, path: Path): YamlFile["documents"][number] | undefined =>
  files
    .toReversed()
    .flatMap(({ documents }) => documents)
    .find(({ value }) => isObject(value) && valueAt(value, path) !== undefined);

/** The keys that an argument sets, as far as places need them: helm alone reads what is behind. */
const keysOf = (set: SetArgument): readonly string[] =>
  set.flag === "--set-file" ? [set.key] : set.value.split(/(?<!\\),/).map((one) => one.split("=")[0] ?? "");

/** `a.b=1` governs `a.b` and what is below it. */
const setsUnder = (keys: readonly string[], path: Path): boolean => {
  const wanted = `${path.join(".")}.`;
  return keys.some((key) => wanted.startsWith(`${key}.`));
};
