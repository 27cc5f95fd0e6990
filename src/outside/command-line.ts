/** A flag of a command: its name without dashes, and its value; `true` for a switch. */
export type Flag = readonly [name: string, value: string | true];

/** A command's arguments by what they are, so that no value is ever taken for an option. */
export interface CommandWords {
  /** Subcommands, and what our own source says word for word. */
  readonly verb: readonly string[];
  readonly flags?: readonly Flag[];
  /** Names, paths, addresses. */
  readonly positionals?: readonly string[];
}

declare const made: unique symbol;

/** Arguments that `commandLine` made: helm and kubectl take no others. */
export type CommandLine = readonly string[] & { readonly [made]: true };

/**
 * The argument list of a command: the verb, flags with their values behind `=`, then positionals behind `--`.
 * Every command line with a value in it is made here: a release called `--post-renderer=./x` is then a name that
 * the tool refuses, and no option.
 */
export const commandLine = ({ verb, flags = [], positionals = [] }: CommandWords): CommandLine =>
  [
    ...verb,
    ...flags.map(([name, value]) => (value === true ? `--${name}` : `--${name}=${value}`)),
    ...(positionals.length === 0 ? [] : ["--", ...positionals]),
  ] as readonly string[] as CommandLine;
