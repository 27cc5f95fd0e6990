import { once } from "../../core/once.ts";
import { isObject, type Json } from "../../kubernetes/manifest.ts";
import type { ChartValues } from "../../outside/chart.ts";
import { defaultsOf } from "./chart-defaults.ts";

/** A place of the chart's values, and what stands there by default. */
export interface KnownPlace {
  readonly path: readonly string[];
  readonly value: Json;
}

/**
 * The one place where the chart has a value of the same name and form that is nearest to `path`; null where there is
 * none, or two are as near. What a key switches is near to it: `nodeExporter` to `prometheus-node-exporter`.
 */
export const whereKnown = (path: readonly string[], value: Json, values: ChartValues): KnownPlace | null => {
  const [first = ""] = path;
  const switched = values.switches.get(first) ?? first;
  const name = path.at(-1) ?? "";
  const found = placesIn(values)(switched).get(name) ?? [];
  const alike = found.filter((place) => isAlike(place.value, value) && place.path.join(".") !== path.join("."));
  const nearness = alike.map((place) => ({ place, ...steps(path, place.path, switched) }));
  const [best, second] = nearness.toSorted((a, b) => a.apart - b.apart);
  if (best === undefined || second?.apart === best.apart) return null;
  // With nothing in common it is a guess, unless there is but one.
  return best.shared > 0 || second === undefined ? best.place : null;
};

const steps = (from: readonly string[], to: readonly string[], switched: string) => {
  const [first, ...rest] = from.slice(0, -1);
  const start = first === undefined ? [] : [to[0] === switched ? switched : first, ...rest];
  const end = to.slice(0, -1);
  const differ = start.findIndex((key, index) => key !== end[index]);
  const shared = differ === -1 ? start.length : differ;
  return { shared, apart: start.length + end.length - 2 * shared };
};

/** A value that is not set by default may have any form. */
const isAlike = (known: Json, value: Json): boolean => known === null || formOf(known) === formOf(value);

const formOf = (value: Json): string => (isObject(value) ? "map" : Array.isArray(value) ? "list" : "scalar");

/** By their last key; of the charts in it those of one alone, for Grafana's values have 1,600 lines. */
const placesIn = once((values: ChartValues) =>
  once((dependency: string): ReadonlyMap<string, readonly KnownPlace[]> => {
    const { own, of } = defaultsOf(values);
    const places = new Map<string, KnownPlace[]>();
    const seen = new Set<string>();
    const visit = (value: Json, above: readonly string[]): void => {
      if (!isObject(value)) return;
      for (const [name, inner = null] of Object.entries(value)) {
        const path = [...above, name];
        const key = path.join("\n");
        const known = places.get(name);
        if (known === undefined) places.set(name, [{ path, value: inner }]);
        else if (!seen.has(key)) known.push({ path, value: inner });
        seen.add(key);
        visit(inner, path);
      }
    };
    visit(own.value, []);
    visit(of(dependency)?.value ?? null, [dependency]);
    return places;
  }),
);
