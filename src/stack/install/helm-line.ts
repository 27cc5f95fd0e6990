import type { SetArgument } from "../stack.ts";
import type { HelmCall } from "./helm-call.ts";
import { type HelmWord, readHelmWord } from "./helm-flags.ts";
import { type Field, knownValue, root, type ShellValue, unknownValue } from "./shell-value.ts";

/** A word of the helm line with its place, as offsets into the script. */
export interface Told {
  readonly value: ShellValue;
  readonly start: number;
  readonly end: number;
}

/** A word that cannot be read, or that is refused. */
export interface Objection {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/** `helm install` or `helm upgrade`, taken apart. */
export interface HelmLine {
  readonly call: HelmCall;
  readonly command: "install" | "upgrade" | "upgrade --install";
  readonly releaseName: Told | null;
  readonly chart: Told | null;
  readonly version: Told | null;
  readonly repository: Told | null;
  readonly namespace: Told | null;
  readonly createNamespace: boolean;
  readonly dryRun: boolean;
  readonly valueFiles: readonly Told[];
  readonly sets: readonly (Told & { readonly flag: SetArgument["flag"] })[];
  readonly objections: readonly Objection[];
}

/** `helm repo add NAME URL`. */
export interface RepoAdd {
  readonly name: ShellValue;
  readonly url: Told;
}

export type ReadCall =
  | { readonly is: "install"; readonly line: HelmLine }
  | { readonly is: "repo-add"; readonly repo: RepoAdd }
  | { readonly is: "template"; readonly call: HelmCall }
  /** `helm secrets upgrade`: what a plugin makes of it is not known. */
  | { readonly is: "plugin"; readonly name: string; readonly call: HelmCall }
  | { readonly is: "other" };

/** Takes a call of helm apart; calls that neither install nor add a repository are `other`. */
export const readHelmCall = (call: HelmCall): ReadCall => {
  const first = split(call.fields, false);
  const [verb, next, name, url] = first.positionals;
  const text = verb?.value.known ? verb.value.text : undefined;
  if (text === "install" || text === "upgrade")
    return { is: "install", line: toLine(call, text, text === "upgrade" ? split(call.fields, true) : first) };
  if (text === "template") return { is: "template", call };
  if (
    text !== undefined &&
    next?.value.known &&
    ["install", "upgrade"].includes(next.value.text) &&
    !showing.includes(text)
  )
    return { is: "plugin", name: text, call };
  if (text === "repo" && next?.value.known && next.value.text === "add" && name !== undefined && url !== undefined)
    return { is: "repo-add", repo: { name: name.value, url } };
  return { is: "other" };
};

/** `helm diff upgrade` changes nothing, and `helm plugin install` is helm's own. */
const showing: readonly string[] = ["diff", "plugin"];

interface HelmFlag extends Told {
  readonly name: string;
  /** Place of the flag's own word. */
  readonly flagStart: number;
}

interface Split {
  readonly positionals: readonly Field[];
  readonly flags: readonly HelmFlag[];
  readonly objections: readonly Objection[];
}

const split = (fields: readonly Field[], upgrade: boolean): Split => {
  const positionals: Field[] = [];
  const flags: HelmFlag[] = [];
  const objections: Objection[] = [];
  let onlyPositionals = false;
  for (let at = 0; at < fields.length; at += 1) {
    const field = fields[at];
    if (field === undefined) break;
    const written = field.value.known ? field.value.text : (field.value.prefix ?? "");
    const word: HelmWord = onlyPositionals ? { is: "positional" } : readHelmWord(written, upgrade);
    if (!onlyPositionals && isHalfFlag(field)) objections.push(halfFlag(field));
    else if (word.is === "positional") positionals.push(field);
    else if (word.is === "end-of-flags") onlyPositionals = true;
    else if (word.is === "unknown-flag") objections.push(unknownFlag(field));
    else if (word.value !== null || !word.takesValue)
      flags.push({ ...field, name: word.name, value: heldBy(field, word.value), flagStart: field.start });
    else {
      at += 1;
      const value = fields[at] ?? { ...field, value: unknownValue(`--${word.name} has no value`) };
      flags.push({ ...value, name: word.name, flagStart: field.start });
    }
  }
  return { positionals, flags, objections };
};

/** `--version=…` holds its value itself, known or not. */
const heldBy = ({ value: word }: Field, value: string | null): ShellValue =>
  word.known ? knownValue(value ?? "true") : { ...word, prefix: (word.prefix ?? "").replace(/^-[^=]*=/, "") };

/** `--$X`, `--version$X`, `-n$X`: which flag it is, or whether the next word is its value, is not known. */
const isHalfFlag = ({ value }: Field): boolean =>
  !value.known && value.prefix?.startsWith("-") === true && !/^(?:--[^=]+|-[A-Za-z])=/.test(value.prefix);

const halfFlag = ({ value, start, end }: Field): Objection => ({
  message: `It is not known which flag this is${value.known ? "" : `: ${value.why}`}`,
  start,
  end,
});

const unknownFlag = (field: Field): Objection => ({
  message: `${field.value.known ? field.value.text.replace(/=.*/s, "") : field.value.prefix} is no flag of helm install or upgrade, in helm 3 or 4: which words are the release and the chart is not certain`,
  start: field.start,
  end: field.end,
});

const toLine = (call: HelmCall, verb: "install" | "upgrade", { positionals, flags, objections }: Split): HelmLine => {
  const last = (name: string): HelmFlag | null => flags.findLast((flag) => flag.name === name) ?? null;
  const isOn = (name: string): boolean => {
    const value = last(name)?.value;
    return value?.known === true && !["false", "False", "FALSE", "f", "F", "0", "none"].includes(value.text);
  };
  const names = positionals.slice(1);
  const generated = isOn("generate-name") || last("name-template") !== null;
  const releaseName = generated ? null : (names[0] ?? null);
  const chart = names[generated ? 0 : 1] ?? null;
  const inherited = call.namespace === undefined ? null : { value: call.namespace, start: call.start, end: call.start };
  const valueFiles = flags.filter(({ name }) => name === "values").flatMap(commaSeparated);
  const sets = flags.flatMap((flag) => {
    const name = setFlags.find((one) => one === `--${flag.name}`);
    return name === undefined ? [] : [{ ...flag, flag: name }];
  });
  return {
    call,
    command: verb === "install" ? "install" : isOn("install") ? "upgrade --install" : "upgrade",
    releaseName,
    chart,
    version: last("version"),
    repository: last("repo"),
    namespace: last("namespace") ?? inherited,
    createNamespace: isOn("create-namespace"),
    dryRun: isOn("dry-run"),
    valueFiles: valueFiles.slice(0, maxFiles),
    sets: sets.slice(0, maxSets),
    objections: [
      ...objections,
      ...refusedFlags(flags),
      ...surplus(valueFiles, maxFiles, "value files"),
      ...surplus(sets, maxSets, "--set arguments"),
      ...wrongCount(call, names, generated ? 1 : 2),
    ],
  };
};

/** Real releases have a handful. */
const maxFiles = 100;
const maxSets = 1000;

const surplus = (all: readonly Told[], most: number, what: string): readonly Objection[] =>
  all.slice(most, most + 1).map(({ start, end }) => ({ message: `No more than ${most} ${what} are read`, start, end }));

const setFlags = ["--set", "--set-string", "--set-json", "--set-literal", "--set-file"] as const;

/** `-f a.yaml,b.yaml` are two files: pflag reads a line of CSV, in which quotes and line breaks mean more. */
const commaSeparated = (flag: HelmFlag): readonly Told[] => {
  if (!flag.value.known) return [flag];
  if (/["\r\n]/.test(flag.value.text))
    return [{ ...flag, value: unknownValue("quotes and line breaks make helm read it as CSV") }];
  return flag.value.text.split(",").map((text) => ({ ...flag, value: knownValue(text) }));
};

const refusedFlags = (flags: readonly HelmFlag[]): readonly Objection[] =>
  flags
    .filter(({ name }) => name === "post-renderer" || name === "post-renderer-args")
    .map(({ name, flagStart, end }) => ({
      message: `--${name} is refused: it would run a program over everything that is applied`,
      start: flagStart,
      end,
    }));

const wrongCount = (call: HelmCall, names: readonly Field[], wanted: number): readonly Objection[] => {
  if (names.length === wanted) return [];
  const surplus = names[wanted];
  const message =
    surplus?.value.known === false ? `It is not known what this stands for: ${surplus.value.why}` : undefined;
  const all = names.map(({ value }) => (value.known ? value.text.replaceAll(root, ".") : "?")).join(" ");
  return [
    {
      message:
        message ?? `helm expects ${wanted === 1 ? "a chart" : "a release and a chart"} here and is given "${all}"`,
      start: surplus?.start ?? call.start,
      end: surplus?.end ?? call.start,
    },
  ];
};
