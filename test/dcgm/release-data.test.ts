import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import lists from "../../src/dcgm/data/counter-lists.json" with { type: "json" };
import charts from "../../src/dcgm/data/dcgm-exporter-chart.json" with { type: "json" };
import labels from "../../src/dcgm/data/exporter-labels.json" with { type: "json" };
import fields from "../../src/dcgm/data/fields.json" with { type: "json" };
import operators from "../../src/dcgm/data/gpu-operator.json" with { type: "json" };
import { shippedCounters } from "../../src/dcgm/default-counters.ts";
import { labelsIn } from "../../src/dcgm/exporter-labels.ts";
import { fieldNames } from "../../src/dcgm/known-fields.ts";
import { exporterVersion } from "../../src/dcgm/version.ts";

const numbers = (version: string): readonly number[] => version.split(".").map(Number);
const inOrder = (versions: readonly string[]): readonly string[] =>
  versions.toSorted((a, b) => {
    const [left, right] = [numbers(a), numbers(b)];
    const part = left.findIndex((number, i) => number !== right[i]);
    return (left[part] ?? 0) - (right[part] ?? 0);
  });

/** What is not known of the exporter that a release brings. */
const missingOf = (image: string, chart: string | null): readonly string[] => {
  const version = exporterVersion(image) ?? image;
  return [
    ...(["default-counters.csv", "dcp-metrics-included.csv"] as const)
      .filter((list) => shippedCounters(list, version) === undefined)
      .map((list) => `${list} of dcgm-exporter ${version}: counter-lists.json`),
    ...(chart === null || shippedCounters("chart", chart) !== undefined
      ? []
      : [`the chart's list of ${chart}: counter-lists.json`]),
    ...(labelsIn(version) === undefined ? [`labels of dcgm-exporter ${version}: exporter-labels.json`] : []),
  ];
};

test("of every release that can be named the lists and labels are known", () => {
  expect(charts.releases.flatMap(({ version, image }) => missingOf(image, version))).toEqual([]);
  expect(operators.releases.flatMap(({ image }) => missingOf(image, null))).toEqual([]);
});

test.each([
  ["gpu-operator.json", operators],
  ["dcgm-exporter-chart.json", charts],
])("the releases of %s stand in order, the default is one of them, and action.yml names it", (_, data) => {
  const versions = data.releases.map(({ version }) => version);
  expect(versions).toEqual(inOrder([...new Set(versions)]));
  expect(versions).toContain(data.default);
  const action = parse(readFileSync(resolve(import.meta.dirname, "../../action.yml"), "utf8"));
  expect(action.inputs["exporter-version"].description).toMatch(new RegExp(`\\b(v?)${data.default} of`));
});

test.each([...Object.entries(lists.lists), ["labels", labels.epochs] as const])(
  "the ranges of %s stand in order, and none reaches into another",
  (_, ranges) => {
    const ends = ranges.flatMap(({ from, to }) => (from === to ? [from] : [from, to]));
    expect(ends).toEqual(inOrder([...new Set(ends)]));
  },
);

test("every counter of a shipped list is a field of DCGM, and unit and help are known of what is no label", () => {
  const counters = Object.values(lists.lists).flatMap((ranges) =>
    ranges.flatMap((range) => Object.entries<string>(range.counters)),
  );
  expect(counters.filter(([name]) => !fieldNames.includes(name))).toEqual([]);
  expect(counters.filter(([name, type]) => type !== "label" && !(name in fields.fields))).toEqual([]);
});
