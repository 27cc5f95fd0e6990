import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { parse } from "yaml";
import { mapping, type Plain, text } from "./plain.ts";
import { defaultChart, type Tree } from "./trees.ts";
import { filled, type YamlFile } from "./yaml-files.ts";

/** A release of a chart: its name, namespace and values. */
export interface Release {
  readonly name: string;
  readonly namespace: string;
  readonly values: Plain;
}

/** The values of the tree's entry, else the HelmRelease of the chart, else the chart's defaults; those over them. */
export function releaseOf(
  checkout: string,
  tree: Tree,
  files: readonly YamlFile[],
  namespaceOf: (path: string) => string | null,
): Release {
  const release = writtenRelease(checkout, tree, files, namespaceOf);
  return { ...release, values: merged(release.values, tree.valuesOver ?? {}) };
}

function writtenRelease(
  checkout: string,
  tree: Tree,
  files: readonly YamlFile[],
  namespaceOf: (path: string) => string | null,
): Release {
  const otherwise = {
    name: tree.release ?? "kube-prometheus-stack",
    namespace: tree.namespace ?? "monitoring",
    values: {},
  };
  if (typeof tree.values === "object") return { ...otherwise, values: tree.values };
  if (tree.values !== undefined) {
    const values = mapping(
      parse(filled(readFileSync(join(checkout, tree.values), "utf8"), tree.variables), { maxAliasCount: -1 }),
    );
    return { ...otherwise, values: tree.key === undefined ? values : mapping(values[tree.key]) };
  }
  return helmRelease("kube-prometheus-stack", checkout, tree, files, namespaceOf) ?? otherwise;
}

/** The release of what `exporter` names: values of the tree's entry, else its HelmRelease; null: there is neither. */
export function exporterReleaseOf(
  checkout: string,
  tree: Tree,
  files: readonly YamlFile[],
  namespaceOf: (path: string) => string | null,
): Release | null {
  const { exporter, exporterValues: given, exporterNamespace: namespace } = tree;
  if (exporter !== "gpu-operator" && exporter !== "dcgm-exporter") return null;
  if (given === undefined) {
    const found = helmRelease(exporter, checkout, tree, files, namespaceOf);
    return found === null ? null : { ...found, namespace: namespace ?? found.namespace };
  }
  const values = typeof given === "object" ? given : mapping(parse(readFileSync(join(checkout, given), "utf8")));
  return { name: exporter, namespace: namespace ?? "gpu-operator", values };
}

/** The release with the scrape configurations of the tree's configuration of a plain Prometheus. */
export function scraping(release: Release, checkout: string, { scrapes }: Tree): Release {
  if (scrapes === undefined) return release;
  const { scrape_configs: additionalScrapeConfigs } = mapping(parse(readFileSync(join(checkout, scrapes), "utf8")));
  const prometheus = { prometheusSpec: { additionalScrapeConfigs } };
  return { ...release, values: { ...release.values, prometheus } };
}

function helmRelease(
  chart: string,
  checkout: string,
  tree: Tree,
  files: readonly YamlFile[],
  namespaceOf: (path: string) => string | null,
): Release | null {
  const found = files.flatMap(({ path, documents }) =>
    documents.flatMap(({ content }) => (isOf(chart, content) ? [{ path, content }] : [])),
  )[0];
  if (found === undefined) return null;
  const { releaseName, targetNamespace, values, valuesFrom } = mapping(found.content["spec"]);
  const metadata = mapping(found.content["metadata"]);
  return {
    name: text(releaseName) ?? text(metadata["name"]) ?? chart,
    namespace: text(targetNamespace) ?? namespaceOf(found.path) ?? text(metadata["namespace"]) ?? "monitoring",
    values: [...valuesBeside(found.path, valuesFrom, checkout, tree, files), mapping(values)].reduce(merged),
  };
}

/** What `valuesFrom` takes from ConfigMaps that a kustomization of the same folder makes of files. */
function valuesBeside(
  path: string,
  valuesFrom: unknown,
  checkout: string,
  { variables }: Tree,
  files: readonly YamlFile[],
): readonly Plain[] {
  const folder = dirname(path);
  const made = files
    .filter((file) => dirname(file.path) === folder)
    .flatMap(({ documents }) => documents.flatMap(({ content }) => list(content["configMapGenerator"])));
  return list(valuesFrom).flatMap(({ kind, name, valuesKey }) => {
    const entries = made.find((one) => kind === "ConfigMap" && one["name"] === name)?.["files"];
    const key = text(valuesKey) ?? "values.yaml";
    const file = (Array.isArray(entries) ? entries : [])
      .map((entry) => String(entry).split("="))
      .find(([first = "", second]) => (second === undefined ? basename(first) : first) === key)
      ?.at(-1);
    if (file === undefined) return [];
    return [
      mapping(parse(filled(readFileSync(join(checkout, folder, file), "utf8"), variables), { maxAliasCount: -1 })),
    ];
  });
}

const list = (value: unknown): readonly Plain[] => (Array.isArray(value) ? value.map(mapping) : []);

/** As helm merges values: the second wins, and lists are not merged. */
const merged = (below: Plain, above: Plain): Plain => ({
  ...below,
  ...Object.fromEntries(
    Object.entries(above).map(([key, value]) => {
      const both = [below[key], value].every((one) => typeof one === "object" && one !== null && !Array.isArray(one));
      return [key, both ? merged(mapping(below[key]), mapping(value)) : value];
    }),
  ),
});

function isOf(name: string, content: Plain): boolean {
  if (content["kind"] !== "HelmRelease") return false;
  const { chart, chartRef } = mapping(content["spec"]);
  return [mapping(mapping(chart)["spec"])["chart"], mapping(chartRef)["name"]].includes(name);
}

/** The script that installs the stack, and beside it the exporter with the values of exporter.yaml. */
export const installScript = ({ name, namespace }: Release, exporter: Release | null, tree: Tree): string =>
  [
    "#!/usr/bin/env bash",
    "helm repo add prometheus-community https://prometheus-community.github.io/helm-charts",
    `helm upgrade --install ${name} prometheus-community/kube-prometheus-stack --version ${tree.chart ?? defaultChart} --namespace ${namespace} -f values.yaml`,
    ...(exporter === null
      ? []
      : [
          `helm upgrade --install ${exporter.name} nvidia/${tree.exporter} --namespace ${exporter.namespace} -f exporter.yaml`,
        ]),
    "",
  ].join("\n");
