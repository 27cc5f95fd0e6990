import { anchoredRegexp } from "../promql/anchored-regexp.ts";
import type { ExporterProgram } from "./exporter-program.ts";

/** Comma-separated items of an argument that may be given more than once. */
export const itemsOf = (program: ExporterProgram, name: string): readonly string[] =>
  program
    .values(name)
    .flatMap((value) => value.split(","))
    .map((item) => item.trim())
    .filter((item) => item !== "");

/**
 * Whether one of the patterns of `--metric-allowlist` or `--metric-denylist` is found anywhere in the name; null where
 * one cannot be read here: newer releases take lookarounds.
 * https://github.com/kubernetes/kube-state-metrics/blob/v2.20.0/pkg/allowdenylist/allowdenylist.go
 */
export const isListed = (name: string, patterns: readonly string[]): boolean | null => {
  const verdicts = patterns.map((pattern) => anchoredRegexp(`.*(?:${pattern}).*`)?.test(name) ?? null);
  return verdicts.includes(true) ? true : verdicts.includes(null) ? null : false;
};

/**
 * The labels of a resource that `--metric-labels-allowlist` or `--metric-annotations-allowlist` lets through, as
 * Prometheus sees them: `pods=[app,*]`. `*` as a resource stands for all and wins over every other. Null: it names
 * none.
 * https://github.com/kubernetes/kube-state-metrics/blob/v2.20.0/pkg/options/types.go
 */
export const allowedLabels = (
  program: ExporterProgram,
  argument: string,
  resource: string,
  prefix: "label" | "annotation",
): readonly string[] | null => {
  const lists = new Map<string, readonly string[]>();
  for (const value of program.values(argument))
    for (const [name, keys] of resourcesIn(value))
      lists.set(
        name.trim(),
        keys
          .split(",")
          .map((key) => key.trim())
          .filter((key) => key !== ""),
      );
  const keys = lists.get("*") ?? lists.get(resource) ?? null;
  return keys === null || keys.length === 0 ? null : keys.map((key) => labelName(prefix, key));
};

/** The pairs of `pods=[app,team],nodes=[*]`. */
const resourcesIn = (value: string): readonly (readonly [resource: string, keys: string])[] =>
  value
    .split("]")
    .slice(0, -1)
    .flatMap((part) => {
      const [before = "", keys, ...more] = part.split("=[");
      return keys === undefined || more.length > 0 ? [] : [[before.slice(before.lastIndexOf(",") + 1), keys] as const];
    });

/** https://github.com/kubernetes/kube-state-metrics/blob/v2.20.0/internal/store/utils.go */
const labelName = (prefix: string, key: string): string => {
  const star = key.indexOf("*");
  const name = (star === -1 ? key : key.slice(0, star))
    .replace(/[^a-zA-Z0-9_]/g, "_")
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .toLowerCase();
  return `${prefix}_${name}${star === -1 ? "" : "*"}`;
};
