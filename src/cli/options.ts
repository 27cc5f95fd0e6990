import { parseArgs } from "node:util";
import { OperatorError } from "../core/errors.ts";
import { modeNames, modeNeeds } from "../core/mode.ts";
import { nearest } from "../core/nearest.ts";
import { type Format, formats } from "../report/renderers.ts";
import data from "./data/inputs.json" with { type: "json" };

/** What a command line asks for. */
export type Request = CheckRequest | InitRequest | DoctorRequest | { readonly kind: "help" | "version" };

export interface CheckRequest {
  readonly kind: "check";
  /** The stack's folder as given, relative to where the command runs; undefined: the default. */
  readonly path: string | undefined;
  readonly format: Format;
  readonly fix: boolean;
  readonly writeBaseline: boolean;
  /** Check again whenever anything of the tree changes. */
  readonly watch: boolean;
  readonly quiet: boolean;
  /** By the name of the action's input. */
  readonly inputs: Readonly<Record<string, string>>;
}

export interface InitRequest {
  readonly kind: "init";
  /** The new tree's folder as given, relative to where the command runs; undefined: the default. */
  readonly path: string | undefined;
  /** By the option's name; empty where it is not given. */
  readonly options: Readonly<Record<string, string>>;
}

export interface DoctorRequest {
  readonly kind: "doctor";
  /** As of `check`. */
  readonly path: string | undefined;
  /** By the name of the action's input, its mode among them. */
  readonly inputs: Readonly<Record<string, string>>;
}

/** The inputs of the action that are options here, too: their names and descriptions are taken from action.yml. */
export const inputOptions: readonly { readonly name: string; readonly description: string }[] = data;

/** The options of `check` that are no inputs. */
export const ownOptions = [
  { name: "fix", value: null, description: "Make every repair that is certain, then check again" },
  {
    name: "write-baseline",
    value: null,
    description: "Write today's findings to the baseline: only new ones fail from now on",
  },
  {
    name: "watch",
    value: null,
    description: "Check again whenever a file changes, until Ctrl-C; one screen, into a pipe a line a check",
  },
  { name: "no-cache", value: null, description: "Use nothing that earlier runs found out, and keep nothing" },
  { name: "format", value: formats.join("|"), description: "How the result is written to stdout; default: text" },
  { name: "quiet", value: null, description: "No progress on stderr" },
  { name: "help", value: null, description: "Show this text, as -h does" },
  { name: "version", value: null, description: "Show the version" },
] as const;

/** The options of `init`. */
export const initOptions = [
  {
    name: "exporter",
    value: "gpu-operator|dcgm-exporter",
    description: "Who installs the GPU exporter; default: gpu-operator",
  },
  { name: "exporter-version", value: null, description: "Its exact version; default: as of check" },
  {
    name: "receiver",
    value: "webhook|slack|msteamsv2|pagerduty|opsgenie",
    description: "Who is told of alerts; default: webhook",
  },
] as const;

/** What runs a stack; publishing an earlier report has no run of its own. */
const runningModes = modeNames.filter((name) => modeNeeds(name).stages.length > 0);

/** The options of `doctor` that `check` has not. */
export const doctorOptions = [
  {
    name: "mode",
    value: runningModes.join("|"),
    description: "Which run is to be possible here; default: check",
  },
] as const;

const everywhere = ["help", "version"];
/** What changes files, and what a program reads, is for a check that ends. */
const withoutWatch = ["fix", "write-baseline", "format"] as const;
const switches: ReadonlySet<string> = new Set(ownOptions.flatMap(({ name, value }) => (value === null ? [name] : [])));

/** The options of each command, by name. */
const commands = {
  check: [...ownOptions.map(({ name }) => name), ...inputOptions.map(({ name }) => name)],
  init: [...initOptions.map(({ name }) => name), ...everywhere],
  doctor: [...[...doctorOptions, ...inputOptions].map(({ name }) => name), ...everywhere],
} satisfies Readonly<Record<string, readonly string[]>>;
type Command = keyof typeof commands;
const done: Readonly<Record<Command, string>> = { check: "checked", init: "written", doctor: "looked for" };

const allOptions: readonly string[] = [...new Set(Object.values(commands).flat())];

/**
 * Reads the arguments after the command's own name. Throws OperatorError `invalid-input`, which names the
 * option that was probably meant.
 */
export const readRequest = (args: readonly string[]): Request => {
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(allOptions.map((name) => [name, formOf(name)])),
    allowPositionals: true,
    // Strict parsing tells an unknown option in prose; we want its name.
    strict: false,
    tokens: true,
  });
  const [command, path, ...rest] = positionals;
  const known = isCommand(command) ? commands[command] : allOptions;
  for (const token of tokens) if (token.kind === "option") assertOption(token.name, token.rawName, token.value, known);
  if (values["help"] === true) return { kind: "help" };
  if (values["version"] === true) return { kind: "version" };
  if (!isCommand(command)) throw unknownCommand(command);
  if (rest.length > 0)
    throw usage(`One folder is ${done[command]} at a time: ${JSON.stringify(rest[0])} is one too many.`);
  const given = (name: string): string => (typeof values[name] === "string" ? values[name] : "");
  const textsOf = (options: readonly { readonly name: string }[]): Readonly<Record<string, string>> =>
    Object.fromEntries(options.map(({ name }) => [name, given(name)]));
  if (command === "init") return { kind: "init", path, options: textsOf(initOptions) };
  if (command === "doctor")
    return { kind: "doctor", path, inputs: { ...textsOf(inputOptions), ...textsOf(doctorOptions) } };
  if (values["watch"] === true)
    for (const name of withoutWatch)
      if (values[name] !== undefined)
        throw usage(`The option --${name} does nothing with --watch: leave one of them out.`);
  return {
    kind: "check",
    path,
    format: formatOf(given("format")),
    fix: values["fix"] === true,
    writeBaseline: values["write-baseline"] === true,
    watch: values["watch"] === true,
    quiet: values["quiet"] === true,
    inputs: { ...textsOf(inputOptions), cache: values["no-cache"] === true ? "false" : "" },
  };
};

/** What everybody tries first is an option, too. */
const formOf = (name: string) => ({
  type: switches.has(name) ? ("boolean" as const) : ("string" as const),
  ...(name === "help" ? { short: "h" } : {}),
});

const isCommand = (name: string | undefined): name is Command => name !== undefined && Object.hasOwn(commands, name);

const assertOption = (name: string, rawName: string, value: string | undefined, known: readonly string[]): void => {
  if (!known.includes(name)) throw usage(`There is no option ${rawName}${meant(name, known, "--")}.`);
  if (switches.has(name) && value !== undefined) throw usage(`The option --${name} takes no value.`);
  if (!switches.has(name) && (value ?? "") === "") throw usage(`The option --${name} needs a value.`);
};

const formatOf = (value: string): Format => {
  const found = formats.find((format) => format === (value || "text"));
  if (found === undefined) throw usage(`There is no format ${value}${meant(value, formats, "")}.`);
  return found;
};

const unknownCommand = (command: string | undefined): OperatorError =>
  command === undefined
    ? usage("What is to be done? The commands are `check`, `init` and `doctor`.")
    : usage(`There is no command ${JSON.stringify(command)}${meant(command, Object.keys(commands), "")}.`);

const meant = (name: string, known: readonly string[], prefix: string): string => {
  const found = nearest(name, known);
  return found === undefined ? "" : `; ${prefix}${found} was probably meant`;
};

const usage = (message: string): OperatorError =>
  new OperatorError("invalid-input", message, "`prometheus-stack-action --help` shows what there is.");
