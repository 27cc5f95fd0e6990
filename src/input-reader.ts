import { OperatorError } from "./core/errors.ts";
import { type Form, oneLine } from "./core/forms.ts";
import type { ToolName } from "./outside/tools.ts";

const version = /^v?(\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?)$/;
const goDuration = /^(?:\d+(?:\.\d+)?(?:h|m|s|ms))+$/;
const durationPart = /(\d+(?:\.\d+)?)(h|ms|m|s)/gy;
const unitMs: Readonly<Record<string, number>> = { h: 3_600_000, m: 60_000, s: 1000, ms: 1 };

/** Milliseconds of a duration as Go writes it (`1h30m`, `90s`), or undefined where it is none. */
export const parseGoDuration = (text: string): number | undefined => {
  if (!goDuration.test(text)) return undefined;
  return [...text.matchAll(durationPart)].reduce((sum, [, n, unit]) => sum + Number(n) * (unitMs[unit ?? ""] ?? 0), 0);
};

/** Reads inputs one by one, and gathers what is wrong with them. */
export class InputReader {
  readonly #get: (name: string) => string;
  readonly #problems: string[] = [];

  readonly #shown: (name: string) => string;

  /** `shown` is how messages name an input. */
  constructor(getInput: (name: string) => string, shown: (name: string) => string) {
    this.#get = getInput;
    this.#shown = shown;
  }

  text(name: string): string | undefined {
    const value = this.#get(name).trim();
    return value === "" ? undefined : value;
  }

  /** The name with the text as it was given; nothing where none was. */
  given(name: string): readonly (readonly [name: string, text: string])[] {
    const value = this.text(name);
    return value === undefined ? [] : [[name, value]];
  }

  /** A list whose items must all look so. */
  each(name: string, { fits, wanted }: Form): readonly string[] {
    const items = this.list(name) ?? [];
    for (const item of items) if (!fits(item)) this.#reject(name, item, wanted);
    return items;
  }

  list(name: string): readonly string[] | undefined {
    const items = this.#get(name)
      .split(/[\n,]/)
      .map((item) => item.trim())
      .filter((item) => item !== "");
    for (const item of items) if (!oneLine.fits(item)) this.#reject(name, item, oneLine.wanted);
    return items.length === 0 ? undefined : items;
  }

  oneOf<const T extends string>(name: string, allowed: readonly T[], fallback: T): T {
    const value = this.text(name) ?? fallback;
    const found = allowed.find((item) => item === value);
    if (found === undefined) this.#reject(name, value, `one of ${allowed.join(", ")}`);
    return found ?? fallback;
  }

  listOf<const T extends string>(name: string, allowed: readonly T[]): readonly T[] {
    return (this.list(name) ?? []).flatMap((value) => {
      const found = allowed.find((item) => item === value);
      if (found === undefined) this.#reject(name, value, `one of ${allowed.join(", ")}`);
      return found === undefined ? [] : [found];
    });
  }

  formed(name: string, { fits, wanted }: Form): string | undefined {
    const value = this.text(name);
    if (value !== undefined && !fits(value)) this.#reject(name, value, wanted);
    return value;
  }

  /** A text that reaches a command or the disk: no option, and nothing that ends a line or a string there. */
  line(name: string): string | undefined {
    return this.formed(name, oneLine);
  }

  exactVersion(name: string): string | undefined {
    const value = this.text(name);
    const match = value === undefined ? null : version.exec(value);
    if (value !== undefined && match === null) this.#reject(name, value, "an exact version such as 1.2.3");
    return match?.[1];
  }

  /** Milliseconds; nothing at all, `0s`, only where that means something. */
  duration(name: string, fallback: string, { mayBeZero = false } = {}): number {
    const value = this.text(name) ?? fallback;
    const parsed = parseGoDuration(value);
    if (parsed === undefined || (parsed === 0 && !mayBeZero))
      this.#reject(name, value, `a duration as Go writes it, such as 90s or 10m${mayBeZero ? ", or 0s" : ""}`);
    return parsed ?? 0;
  }

  yesOrNo(name: string, fallback: boolean): boolean {
    const value = this.text(name)?.toLowerCase();
    if (value === undefined) return fallback;
    if (value !== "true" && value !== "false") this.#reject(name, value, "true or false");
    return value === "true";
  }

  toolVersions(): Readonly<Record<ToolName, string | undefined>> {
    return {
      helm: this.exactVersion("helm-version"),
      kubectl: this.exactVersion("kubectl-version"),
      kubeconform: this.exactVersion("kubeconform-version"),
      promtool: this.exactVersion("promtool-version"),
      // No stage runs amtool yet, so no input names its version.
      amtool: undefined,
    };
  }

  together(a: string, valueA: unknown, b: string, valueB: unknown): void {
    if ((valueA === undefined) === (valueB === undefined)) return;
    const [given, missing] = valueA === undefined ? [b, a] : [a, b];
    this.#problems.push(`${given} is set and ${missing} is not: set both or none`);
  }

  /** An input that would be read and ignored is refused: whoever set it expects something of it. */
  useless(name: string, why: string): void {
    if (this.text(name) !== undefined) this.#problems.push(`${this.#shown(name)} has no effect: ${why}`);
  }

  needed(name: string, why: string): void {
    if (this.text(name) === undefined) this.#problems.push(`${this.#shown(name)} is needed: ${why}`);
  }

  notTogether(a: string, valueA: unknown, b: string, valueB: unknown): void {
    if (valueA !== undefined && valueB !== undefined)
      this.#problems.push(`${a} and ${b} are both set: set one of them`);
  }

  throwProblems(hint: string): void {
    if (this.#problems.length === 0) return;
    throw new OperatorError(
      "invalid-input",
      this.#problems.length === 1
        ? `Input ${this.#problems[0]}`
        : `${this.#problems.length} inputs are wrong:\n${this.#problems.map((problem) => `  - ${problem}`).join("\n")}`,
      hint,
    );
  }

  #reject(name: string, value: string, wanted: string): void {
    this.#problems.push(`${this.#shown(name)} is ${JSON.stringify(value)}: it must be ${wanted}`);
  }
}
