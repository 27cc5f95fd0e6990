import { load } from "js-yaml";
import { once } from "../../core/once.ts";
import { isObject, type Json } from "../../kubernetes/manifest.ts";
import type { ChartValues } from "../../outside/chart.ts";
import { type Memory, noMemory } from "../../outside/memory.ts";
import { rememberedValue } from "../../outside/remembered-value.ts";

/** The values that a chart, or a chart in it, has by default. */
export interface Defaults {
  readonly value: Json;
  /** Keys that it shows in comments: known, and unset. */
  readonly shown: ReadonlySet<string>;
}

export interface ChartDefaults {
  readonly own: Defaults;
  /** Of a chart in it, by the key of its values; null where it is not there to be read. */
  readonly of: (dependency: string) => Defaults | null | undefined;
}

/** Read once, with the memory of who asks first. */
export const defaultsOf = (values: ChartValues, memory: Memory = noMemory): ChartDefaults => {
  const made = known.get(values) ?? readAll(values, memory);
  known.set(values, made);
  return made;
};

const known = new WeakMap<ChartValues, ChartDefaults>();

const readAll = ({ own, dependencies }: ChartValues, memory: Memory): ChartDefaults => {
  const read = once((text: string) => readDefaults(text, memory));
  return {
    own: read(own),
    // Most trees set values of one or two of them, and Grafana's alone has 1,600 lines.
    of: (dependency) => {
      const text = dependencies.get(dependency);
      return typeof text === "string" ? read(text) : text;
    },
  };
};

const readDefaults = (text: string, memory: Memory): Defaults => {
  const make = () => ({ value: valuesIn(text), shown: [...shownIn(text)] });
  const { value, shown } = rememberedValue(["defaults of a chart/1", text], make, memory);
  return { value, shown: new Set(shown) };
};

/** Written in a comment, as a setting that could be made. */
const shownIn = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(/^[ \t]*#+[ \t]*([\w.-]+):(?:\s|$)/gm)].map(([, key = ""]) => key));

const valuesIn = (text: string): Json => {
  try {
    return (load(text) ?? {}) as Json;
  } catch {
    return {};
  }
};

/** Whether a map of defaults names keys: what a chart leaves empty, anything can be put into. */
export const namesKeys = ({ value }: Defaults): boolean => isObject(value) && Object.keys(value).length > 0;

/** Whether a value has the form that a default has: a map, a list or a scalar. What is not set may have any. */
export const isAlike = (known: Json, value: Json): boolean => known === null || formOf(known) === formOf(value);

const formOf = (value: Json): string => (isObject(value) ? "map" : Array.isArray(value) ? "list" : "scalar");
