/** A setting of a check that the configuration file may change. Durations are as Prometheus writes them. */
export type CheckOption =
  | {
      readonly type: "list";
      readonly description: string;
      readonly default: readonly string[];
      /** The only items it takes; absent: any text. */
      readonly allowed?: readonly string[];
    }
  | { readonly type: "number"; readonly description: string; readonly default: number; readonly least?: number }
  | { readonly type: "duration"; readonly description: string; readonly default: string };

export type OptionValue = readonly string[] | number | string;

/** The options of one check, by name: those of the configuration, else their defaults. */
export interface CheckOptions {
  list(name: string): readonly string[];
  number(name: string): number;
  /** As Prometheus writes it, e.g. `5m`. */
  duration(name: string): string;
}

/**
 * Reads the options that a check declares. It throws on a name that the check does not declare with
 * that type: a bug of ours.
 */
export const checkOptions = (
  declared: Readonly<Record<string, CheckOption>>,
  configured: Readonly<Record<string, OptionValue>> = {},
): CheckOptions => {
  const optionValue = (name: string, type: CheckOption["type"]): OptionValue => {
    const option = declared[name];
    if (option?.type !== type) throw new Error(`no option ${name} of type ${type} is declared`);
    return configured[name] ?? option.default;
  };
  return {
    list: (name) => optionValue(name, "list") as readonly string[],
    number: (name) => optionValue(name, "number") as number,
    duration: (name) => optionValue(name, "duration") as string,
  };
};
