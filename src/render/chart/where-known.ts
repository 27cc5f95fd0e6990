import { once } from "../../core/once.ts";
import { isObject, type Json } from "../../kubernetes/manifest.ts";
import type { ChartValues } from "../../outside/chart.ts";
import { defaultsOf, isAlike } from "./chart-defaults.ts";

/** A place of the chart's values, and what stands there by default. */
export interface KnownPlace {
  readonly path: readonly string[];
  readonly value: Json;
}

/** Where a value was probably meant to stand. */
export interface MeantPlace extends KnownPlace {
  /**
   * Whether no other place can be meant: it is that of the same part, one map further out, or the part's only one.
   */
  readonly certain: boolean;
}

/**
 * The one place where the chart has a value of the same name and form that is nearest to `path`: a map further out or
 * in, or the only one that there is; else null. What a key switches is near to it: `nodeExporter` to
 * `prometheus-node-exporter`.
 */
export const whereKnown = (path: readonly string[], value: Json, values: ChartValues): MeantPlace | null => {
  const [first = ""] = path;
  const switched = values.switches.get(first) ?? first;
  const named = placesIn(values)(switched).get(path.at(-1) ?? "") ?? [];
  const alike = named.filter((place) => isAlike(place.value, value));
  const [best, second] = alike
    .map((place) => ({ ...place, ...steps(path, place.path, switched) }))
    .toSorted((a, b) => a.apart - b.apart);
  if (best === undefined || second?.apart === best.apart) return null;
  const isNear = best.shared > 0 && best.apart <= 1;
  if (!isNear && second !== undefined) return null;
  const isInward = best.path.length > path.length;
  const rivals = alike.filter(({ path: [part] }) => part === best.path[0]);
  return { path: best.path, value: best.value, certain: isNear && (!isInward || rivals.length === 1) };
};

/** How many maps two places share, and how many lie between them; a chart counts as the part that switches it. */
const steps = (from: readonly string[], to: readonly string[], switched: string) => {
  const [first, ...rest] = from.slice(0, -1);
  const start = first === undefined ? [] : [to[0] === switched ? switched : first, ...rest];
  const end = to.slice(0, -1);
  const differ = start.findIndex((key, index) => key !== end[index]);
  const shared = differ === -1 ? start.length : differ;
  return { shared, apart: start.length + end.length - 2 * shared };
};

/** Charts have maps in maps of some ten. */
const deepest = 30;

/** By their last key; of the charts in it those of one alone, for Grafana's values have 1,600 lines. */
const placesIn = once((values: ChartValues) =>
  once((dependency: string): ReadonlyMap<string, readonly KnownPlace[]> => {
    const { own, of } = defaultsOf(values);
    const places = new Map<string, KnownPlace[]>();
    const seen = new Set<string>();
    const visit = (value: Json, above: readonly string[]): void => {
      if (!isObject(value) || above.length > deepest) return;
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
