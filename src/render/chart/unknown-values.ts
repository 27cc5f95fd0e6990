import { nearest } from "../../core/nearest.ts";
import { isObject } from "../../kubernetes/manifest.ts";
import type { ChartValues } from "../../outside/chart.ts";
import type { Stack } from "../../stack/stack.ts";
import { lineOf } from "../../text/line-of.ts";
import { defaultsOf, isAlike } from "./chart-defaults.ts";
import { type MetValue, metValues } from "./met-values.ts";
import { templateReads } from "./template-reads.ts";

/** A value that the chart does not name where it names others, and that no template reads by its name. */
export interface UnknownValue extends Omit<MetValue, "known" | "beside"> {
  /** The key of the same place that its name is nearest to, where it looks misspelt. */
  readonly meant: string | undefined;
  /** Whether what is meant has such a form by default. */
  readonly fits: boolean;
  /** Whether a template hands on a map that it is in, and so may read it all the same. */
  readonly handedOn: boolean;
  /** Whether the chart shows its name in a comment, if at another place. */
  readonly shown: boolean;
}

/** Templates are read only where there is something to be asked of them. */
export const unknownValues = (stack: Stack, values: ChartValues): readonly UnknownValue[] => {
  const shared = filesOfOthers(stack);
  const hasOwn = isObject(defaultsOf(values).own.value);
  const unnamed = [...metValues(stack, values)].filter(
    (met) => met.known.length === 0 && hasOwn && !shared.has(met.file.file) && !isForSomethingElse(met),
  );
  if (unnamed.length === 0) return [];
  // Templates in values are run by `tpl`, and read what they name.
  const own = [...stack.valueFiles.map(({ text }) => text), ...Object.values(stack.setFiles), ...setTexts(stack)];
  const readingOf = templateReads([...values.templates(), ...own]);
  return unnamed.flatMap(({ file, document, path, value, beside }) => {
    const [first = "", ...rest] = path;
    const readings = [readingOf(path), ...(values.dependencies.has(first) ? [readingOf(rest)] : [])];
    if (readings.includes("by name")) return [];
    const handedOn = readings.includes("whole") || values.nesting.has(first);
    const key = path.at(-1) ?? "";
    const siblings = new Map(beside.flatMap((map) => (isObject(map.value) ? Object.entries(map.value) : [])));
    const meant = nearest(key, [...siblings.keys()], key.length < 10 ? 1 : 2);
    const fits = meant !== undefined && isAlike(siblings.get(meant) ?? null, value);
    const shown = beside.some((map) => map.shown.has(key));
    return [{ file, document, path, value, meant, fits, handedOn, shown }];
  });
};

/** What another chart is given, too, has values for that one. */
const filesOfOthers = ({ install }: Stack): ReadonlySet<string> => {
  // A chart of the repository stands there as it is written, and so may the stack's own.
  const others = install?.otherCharts.filter(({ at }) => at.line !== install.helm?.at.line) ?? [];
  return new Set(others.flatMap(({ valueFiles }) => valueFiles));
};

const setTexts = ({ release }: Stack): readonly string[] =>
  release.sets.flatMap((set) => (set.flag === "--set-file" ? [] : [set.value]));

/**
 * `x-` and `_` begin what is kept for anchors, and another key may hold one that is used; `global` and `tags` are
 * helm's own.
 */
const isForSomethingElse = ({ file, document, path }: MetValue): boolean => {
  const [first = ""] = path;
  if (/^(?:x-|_)/.test(path.at(-1) ?? "") || first === "global" || first === "tags") return true;
  if (!file.text.includes("&")) return false;
  const anchor = /:\s+&([^\s[\]{},]+)/.exec(lineOf(file, document.locateKey(path).line))?.[1];
  return anchor !== undefined && file.text.includes(`*${anchor}`);
};
