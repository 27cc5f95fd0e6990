import { isObject, type Json, type JsonObject } from "../../kubernetes/manifest.ts";
import type { ChartValues } from "../../outside/chart.ts";
import type { Stack } from "../../stack/stack.ts";
import type { YamlDocument, YamlFile } from "../../text/yaml-file.ts";
import { type ChartDefaults, type Defaults, defaultsOf, namesKeys } from "./chart-defaults.ts";

/** A value of a value file, and what the chart has by default at its place. */
export interface MetValue {
  readonly file: YamlFile;
  readonly document: YamlDocument;
  readonly path: readonly string[];
  readonly value: Json;
  /** The chart's own, and that of the chart in it; empty where neither names the key. */
  readonly known: readonly Defaults[];
  /** The maps of defaults that the key stands in, or would stand in. */
  readonly beside: readonly Defaults[];
}

/**
 * The values of a release's files that the chart does not name at a place where it names others, and all that are no
 * map. Only maps of which the defaults have keys are looked into: what a chart leaves empty, anything can be put into.
 */
export function* metValues(stack: Pick<Stack, "valueFiles">, values: ChartValues): Iterable<MetValue> {
  const defaults = defaultsOf(values);
  for (const file of stack.valueFiles) {
    const [document] = file.documents;
    if (document === undefined || !isObject(document.value)) continue;
    yield* walk({ file, document, defaults }, document.value, [], [defaults.own]);
  }
}

interface Walked {
  readonly file: YamlFile;
  readonly document: YamlDocument;
  readonly defaults: ChartDefaults;
}

function* walk(
  walked: Walked,
  map: JsonObject,
  path: readonly string[],
  defaults: readonly Defaults[],
): Iterable<MetValue> {
  const beside = defaults.filter(namesKeys);
  if (beside.length === 0) return;
  for (const [key, value = null] of Object.entries(map)) {
    const here = [...path, key];
    const dependency = path.length === 0 ? walked.defaults.of(key) : undefined;
    // A chart that is not there to be read knows what nobody sees.
    if (dependency === null) continue;
    const known = [
      ...beside.flatMap((one) =>
        isObject(one.value) && key in one.value ? [{ ...one, value: one.value[key] ?? null }] : [],
      ),
      ...(dependency === undefined ? [] : [dependency]),
    ];
    if (known.length > 0 && isObject(value)) yield* walk(walked, value, here, known);
    else yield { file: walked.file, document: walked.document, path: here, value, known, beside };
  }
}
