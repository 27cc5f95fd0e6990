import { readFileSync } from "node:fs";
import { join } from "node:path";
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

/** The values of the tree's entry, else the HelmRelease of the chart, else the chart's defaults. */
export function releaseOf(
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
  return helmRelease("kube-prometheus-stack", files, namespaceOf) ?? otherwise;
}

/** The release of what `exporter` names: the values of the tree's entry, else its HelmRelease; null: there is neither. */
export function exporterReleaseOf(
  checkout: string,
  { exporter, exporterValues: given, exporterNamespace: namespace }: Tree,
  files: readonly YamlFile[],
  namespaceOf: (path: string) => string | null,
): Release | null {
  if (exporter !== "gpu-operator" && exporter !== "dcgm-exporter") return null;
  if (given === undefined) {
    const found = helmRelease(exporter, files, namespaceOf);
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
  files: readonly YamlFile[],
  namespaceOf: (path: string) => string | null,
): Release | null {
  const found = files.flatMap(({ path, documents }) =>
    documents.flatMap(({ content }) => (isOf(chart, content) ? [{ path, content }] : [])),
  )[0];
  if (found === undefined) return null;
  const { releaseName, targetNamespace, values } = mapping(found.content["spec"]);
  const metadata = mapping(found.content["metadata"]);
  return {
    name: text(releaseName) ?? text(metadata["name"]) ?? chart,
    namespace: text(targetNamespace) ?? namespaceOf(found.path) ?? text(metadata["namespace"]) ?? "monitoring",
    values: mapping(values),
  };
}

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
