import { load } from "js-yaml";
import type { Edit, Fix, Location, Problem } from "../core/finding.ts";
import { nearest } from "../core/nearest.ts";
import { once } from "../core/once.ts";
import { isObject, type Json, type JsonObject, type Path } from "../kubernetes/manifest.ts";
import type { ChartValues } from "../outside/chart.ts";
import { lineOf } from "../text/line-of.ts";
import type { YamlDocument, YamlFile } from "../text/yaml-file.ts";
import type { Check } from "./check.ts";

export const helmUnknownValue: Check = {
  id: "helm-unknown-value",
  title: "A value has a name that the chart does not know, or is a text where the chart asks for true or false.",
  severity: "warning",
  decidedBy: "own",
  reads: ["stack", "render"],
  *find({ stack, render }) {
    const { values } = render.chart;
    if (values === undefined || values === null) return;
    const defaults = defaultsOf(values);
    for (const file of stack.valueFiles) {
      const [document] = file.documents;
      if (document === undefined || !isObject(document.value)) continue;
      yield* walk({ file, document, defaults }, document.value, [], [defaults.own]);
    }
  },
};

/** The values that a chart, or a chart in it, has by default. */
interface Defaults {
  readonly value: Json;
  /** Keys that it shows in comments: known, and unset. */
  readonly shown: ReadonlySet<string>;
  /** Where it has each key, e.g. `prometheus.prometheusSpec`. */
  readonly places: () => ReadonlyMap<string, readonly string[]>;
}

interface ChartDefaults {
  readonly own: Defaults;
  /** Of a chart in it, by the key of its values; null where it is not there to be read. */
  readonly of: (dependency: string) => Defaults | null | undefined;
}

/** The same text is read again and again while an editor or `--fix` checks the tree. */
const defaultsOf = once(({ own, dependencies }: ChartValues): ChartDefaults => {
  const read = once(readDefaults);
  return {
    own: read(own),
    // Most trees set values of one or two of them, and Grafana's alone has 1,600 lines.
    of: (dependency) => {
      const text = dependencies.get(dependency);
      return typeof text === "string" ? read(text) : text;
    },
  };
});

const readDefaults = (text: string): Defaults => {
  const value = valuesIn(text);
  let places: ReadonlyMap<string, readonly string[]> | undefined;
  return { value, shown: shownIn(text), places: () => (places ??= placesIn(value)) };
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

interface Values {
  readonly file: YamlFile;
  readonly document: YamlDocument;
  readonly defaults: ChartDefaults;
}

/** Only maps of which the defaults have keys are looked into: what a chart leaves empty, anything can be put into. */
function* walk(values: Values, map: JsonObject, path: Path, defaults: readonly Defaults[]): Iterable<Problem> {
  const maps = defaults.filter(({ value }) => isObject(value) && Object.keys(value).length > 0);
  if (maps.length === 0) return;
  const keys = [...new Set(maps.flatMap(({ value }) => Object.keys(value as JsonObject)))];
  for (const [key, value] of Object.entries(map)) {
    const here = [...path, key];
    const dependency = path.length === 0 ? values.defaults.of(key) : undefined;
    if (dependency === null) continue;
    const below = [
      ...maps.flatMap((one) =>
        isObject(one.value) && key in one.value ? [{ ...one, value: one.value[key] ?? null }] : [],
      ),
      ...(dependency === undefined ? [] : [dependency]),
    ];
    if (below.length === 0) yield* unknownKey(values, here, keys, maps);
    else if (isObject(value)) yield* walk(values, value, here, below);
    else yield* textForSwitch(values, here, value ?? null, below);
  }
}

function* unknownKey(
  { file, document, defaults }: Values,
  path: Path,
  siblings: readonly string[],
  maps: readonly Defaults[],
): Iterable<Problem> {
  const key = String(path.at(-1));
  if (maps.some(({ shown }) => shown.has(key))) return;
  const meant = nearest(key, siblings, key.length < 10 ? 1 : 2);
  // Below the top a map may be passed on whole, and take what the chart does not name.
  if (meant === undefined && (path.length > 1 || !isStray(key, defaults))) return;
  const at = document.locateKey(path);
  const elsewhere = meant === undefined ? (defaults.own.places().get(key) ?? []) : [];
  yield {
    message: `the chart knows no value ${path.join(".")}, and helm ignores it${meant === undefined ? "" : `: it has ${[...path.slice(0, -1), meant].join(".")}`}`,
    at,
    fix: {
      description: advice(meant, elsewhere),
      edits: meant === undefined ? [] : renamed(file, at, key, meant),
    },
  };
}

const advice = (meant: string | undefined, elsewhere: readonly string[]): string => {
  if (meant !== undefined) return `Write ${meant}.`;
  return elsewhere.length === 1
    ? `The chart has it at ${elsewhere[0]}.`
    : "Remove it, or look its place up in the chart's values.yaml.";
};

/** `x-` begins what is kept for anchors; `global` and `tags` are helm's own. */
const isStray = (key: string, { own }: ChartDefaults): boolean =>
  !/^(?:x-|_|global$|tags$)/.test(key) && isObject(own.value);

const renamed = (file: YamlFile, at: Location, key: string, meant: string): readonly Edit[] => {
  const line = lineOf(file, at.line);
  const [lead, rest] = [line.slice(0, at.column - 1), line.slice(at.column - 1)];
  if (!rest.startsWith(`${key}:`)) return [];
  return [{ file: file.file, startLine: at.line, endLine: at.line, text: lead + meant + rest.slice(key.length) }];
};

const placesIn = (root: Json): ReadonlyMap<string, readonly string[]> => {
  const places = new Map<string, string[]>();
  const visit = (value: Json, above: string): void => {
    if (!isObject(value)) return;
    for (const [name, inner] of Object.entries(value)) {
      const here = above + name;
      const known = places.get(name);
      if (known === undefined) places.set(name, [here]);
      else known.push(here);
      visit(inner ?? null, `${here}.`);
    }
  };
  visit(root, "");
  return places;
};

/** Templates take any text that is not empty for true, `"false"` as well. */
function* textForSwitch(
  { file, document }: Values,
  path: Path,
  value: Json,
  below: readonly Defaults[],
): Iterable<Problem> {
  const word = typeof value === "string" ? value.toLowerCase() : "";
  if (!["true", "false"].includes(word) || !below.some(({ value: one }) => typeof one === "boolean")) return;
  const at = document.locate(path);
  yield {
    message: `${path.join(".")} is the text ${JSON.stringify(value)}, where the chart asks for true or false${word === "false" ? ": templates take it for true" : ""}`,
    at,
    fix: { description: `Write ${word} without quotes.`, edits: unquoted(file, at, String(value), word) },
  };
}

const unquoted = (file: YamlFile, at: Location, value: string, word: string): Fix["edits"] => {
  const line = lineOf(file, at.line);
  const [lead, rest] = [line.slice(0, at.column - 1), line.slice(at.column - 1)];
  const written = [`"${value}"`, `'${value}'`].find((one) => rest.startsWith(one));
  if (written === undefined) return [];
  return [{ file: file.file, startLine: at.line, endLine: at.line, text: lead + word + rest.slice(written.length) }];
};
