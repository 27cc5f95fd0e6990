// A public repository's monitoring, laid out as the stack that the action checks: a release with its values,
// and an overlay a namespace.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, extname, join, relative } from "node:path";
import { isMap, parse, parseAllDocuments, stringify } from "yaml";
import type { Tree } from "./trees.ts";

type Plain = Readonly<Record<string, unknown>>;

/** An object of the repository as its file writes it, and where it would go. */
interface Found {
  readonly file: string;
  readonly text: string;
  readonly kind: string;
  readonly name: string;
  /** What its Kustomization puts it in; null: what the object says. */
  readonly namespace: string | null;
}

interface Release {
  readonly name: string;
  readonly namespace: string;
  readonly values: Plain;
}

/** Kinds that a stack consists of. What an operator makes of the others is not in the files, and is left out. */
const kinds = new Set([
  "AlertmanagerConfig",
  "PodMonitor",
  "Probe",
  "PrometheusRule",
  "ScrapeConfig",
  "ServiceMonitor",
  "ConfigMap",
  "CronJob",
  "DaemonSet",
  "Deployment",
  "Job",
  "Namespace",
  "NetworkPolicy",
  "Pod",
  "Service",
  "StatefulSet",
  "GrafanaDashboard",
  "HTTPRoute",
]);

/**
 * Writes `target`/prometheus-stack and `target`/.prometheus-stack.yaml from a checkout of the tree's repository.
 * Variables of Flux get their default, else a plain word; patches and what other charts would render are left out.
 */
export function layOut(checkout: string, tree: Tree, target: string): void {
  const files = (tree.under ?? ["."])
    .flatMap((folder) => filesUnder(join(checkout, folder)))
    .filter((file) => tree.without?.includes(relative(checkout, file)) !== true);
  const yaml = files.filter((file) => /\.ya?ml$/.test(file)).map((file) => readYaml(checkout, file, tree.variables));
  const namespaceOf = namespaces(yaml);
  const release = scraping(releaseOf(checkout, tree, yaml, namespaceOf), checkout, tree);
  const stack = join(target, "prometheus-stack");

  write(join(stack, "upstream/values.yaml"), stringify(release.values));
  write(join(stack, "upstream/install.sh"), installScript(release));
  write(
    join(stack, "base/namespace.yaml"),
    stringify({ apiVersion: "v1", kind: "Namespace", metadata: { name: release.namespace } }),
  );
  write(join(stack, "base/kustomization.yaml"), kustomization({ resources: ["namespace.yaml"] }));

  const objects = unique([
    ...yaml.flatMap((file) => file.documents.flatMap((document) => objectOf(file.path, document, namespaceOf))),
    ...yaml
      .filter(({ path }) => tree.rules?.some((folder) => `${path}/`.startsWith(`${folder}/`)) === true)
      .flatMap((file) => ruleFile(file, release)),
  ]).filter(({ kind, name }) => kind !== "Namespace" || name !== release.namespace);
  for (const [namespace, own] of Map.groupBy(objects, (object) => object.namespace))
    writeOverlay(join(stack, "overlays", namespace ?? "as-written"), namespace, own);
  writeDashboards(
    checkout,
    join(stack, "overlays/dashboards"),
    release,
    files.filter((file) => extname(file) === ".json"),
  );
  write(
    join(target, ".prometheus-stack.yaml"),
    stringify({ checks: Object.fromEntries(off(tree).map((id) => [id, "off"])) }),
  );
}

/** What an owner whose repository reads no GPU metric would turn off. */
const off = ({ exporter }: Tree): readonly string[] =>
  exporter === "none" ? ["dcgm-servicemonitor-missing", "gpu-rules-missing", "default-dashboard-missing"] : [];

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !/(^|\/)(\.git|node_modules|\.github)(\/|$)/.test(`${entry.parentPath}/`))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

interface YamlFile {
  readonly path: string;
  readonly documents: readonly { readonly text: string; readonly content: Plain }[];
}

/** The documents that are mappings; a file that is no YAML (a template, say) has none. */
function readYaml(checkout: string, file: string, variables: Tree["variables"]): YamlFile {
  const path = relative(checkout, file);
  const text = filled(readFileSync(file, "utf8"), variables);
  const parsed = parseAllDocuments(text, { uniqueKeys: false, logLevel: "error" });
  if (!Array.isArray(parsed) || parsed.some(({ errors }) => errors.length > 0)) return { path, documents: [] };
  return {
    path,
    documents: parsed.flatMap((document) => {
      if (!isMap(document.contents)) return [];
      const [start, , end] = document.contents.range ?? [0, 0, text.length];
      const indent = start - (text.lastIndexOf("\n", start - 1) + 1);
      return [
        {
          text: `${" ".repeat(indent)}${text.slice(start, end)}`,
          content: document.toJS({ maxAliasCount: -1 }) as Plain,
        },
      ];
    }),
  };
}

/**
 * As Flux substitutes: `${NAME}`, `${NAME:-default}` and `${NAME:=default}`; `$${` stays a variable of somebody else.
 */
const filled = (content: string, variables: Tree["variables"] = {}): string =>
  content.replaceAll(reference, (_whole, name?: string, otherwise?: string) =>
    name === undefined ? "${" : (variables[name] ?? otherwise ?? name.toLowerCase().replaceAll("_", "-")),
  );

const reference = /\$\$\{|\$\{([A-Z][A-Z0-9_]*)(?::[-=]([^}]*))?\}/g;

/**
 * What namespace the file's Kustomization gives: Flux's targetNamespace for its path (where it has none, the namespace
 * that kustomize puts Flux's object in, which home-operations repositories copy into it), else the nearest
 * kustomization that names one.
 */
function namespaces(files: readonly YamlFile[]): (path: string) => string | null {
  const kustomizations = files.flatMap(({ path, documents }) =>
    documents.filter(({ content }) => content["kind"] === "Kustomization").map(({ content }) => ({ path, content })),
  );
  const given = new Map<string, string>();
  for (const { path, content } of kustomizations) {
    const own = text(content["namespace"]);
    if (own !== null) given.set(dirname(path), own);
  }
  const flux = new Map<string, string>();
  for (const { path, content } of kustomizations) {
    const spec = mapping(content["spec"]);
    const folder = text(spec["path"])?.replace(/^\.?\/|\/$/g, "");
    const target = text(spec["targetNamespace"]) ?? nearest(given, path);
    if (folder !== undefined && target !== null) flux.set(folder, target);
  }
  return (path) => nearest(flux, path) ?? nearest(given, path);
}

/** What is said of the file's folder, or of the nearest above it. */
const nearest = (byFolder: ReadonlyMap<string, string>, path: string): string | null =>
  ancestors(path)
    .map((folder) => byFolder.get(folder))
    .find((found) => found !== undefined) ?? null;

function ancestors(path: string): readonly string[] {
  const folders: string[] = [];
  for (let folder = dirname(path); folder !== "."; folder = dirname(folder)) folders.push(folder);
  return [...folders, "."];
}

/** The values of the tree's entry, else the HelmRelease of the chart, else the chart's defaults. */
function releaseOf(
  checkout: string,
  tree: Tree,
  files: readonly YamlFile[],
  namespaceOf: (path: string) => string | null,
): Release {
  const otherwise = { name: "kube-prometheus-stack", namespace: tree.namespace ?? "monitoring", values: {} };
  if (typeof tree.values === "object") return { ...otherwise, values: tree.values };
  if (tree.values !== undefined) {
    const values = mapping(
      parse(filled(readFileSync(join(checkout, tree.values), "utf8"), tree.variables), { maxAliasCount: -1 }),
    );
    return { ...otherwise, values: tree.key === undefined ? values : mapping(values[tree.key]) };
  }
  const releases = files.flatMap(({ path, documents }) =>
    documents.flatMap(({ content }) => helmRelease(path, content, namespaceOf) ?? []),
  );
  return releases[0] ?? otherwise;
}

function scraping(release: Release, checkout: string, { scrapes }: Tree): Release {
  if (scrapes === undefined) return release;
  const { scrape_configs: additionalScrapeConfigs } = mapping(parse(readFileSync(join(checkout, scrapes), "utf8")));
  const prometheus = { prometheusSpec: { additionalScrapeConfigs } };
  return { ...release, values: { ...release.values, prometheus } };
}

function helmRelease(path: string, content: Plain, namespaceOf: (path: string) => string | null): Release | null {
  if (content["kind"] !== "HelmRelease") return null;
  const { chart, chartRef, releaseName, values } = mapping(content["spec"]);
  const names = [mapping(mapping(chart)["spec"])["chart"], mapping(chartRef)["name"]];
  if (!names.includes("kube-prometheus-stack")) return null;
  const metadata = mapping(content["metadata"]);
  return {
    name: text(releaseName) ?? text(metadata["name"]) ?? "kube-prometheus-stack",
    namespace: namespaceOf(path) ?? text(metadata["namespace"]) ?? "monitoring",
    values: mapping(values),
  };
}

function objectOf(
  path: string,
  { text: own, content }: YamlFile["documents"][number],
  namespaceOf: (path: string) => string | null,
): readonly Found[] {
  const kind = text(content["kind"]);
  const metadata = mapping(content["metadata"]);
  const name = text(metadata["name"]);
  if (kind === null || name === null || !kinds.has(kind) || text(content["apiVersion"]) === null) return [];
  if (isPatch(kind, content)) return [];
  return [{ file: path, text: own, kind, name, namespace: namespaceOf(path) ?? text(metadata["namespace"]) }];
}

/** A strategic merge patch looks like an object; one that lacks what every object of its kind has is none. */
const isPatch = (kind: string, content: Plain): boolean => {
  const spec = mapping(content["spec"]);
  if (kind === "Deployment" || kind === "DaemonSet" || kind === "StatefulSet") return spec["selector"] === undefined;
  if (kind === "Service") return spec["ports"] === undefined && spec["type"] !== "ExternalName";
  return kind === "ServiceMonitor" && spec["selector"] === undefined;
};

/** A plain rule file of Prometheus as the PrometheusRule that its owner would make of it. */
function ruleFile({ path, documents }: YamlFile, release: Release): readonly Found[] {
  return documents.flatMap(({ content }) => {
    const groups = content["groups"];
    const name = objectName(path);
    const rule = {
      apiVersion: "monitoring.coreos.com/v1",
      kind: "PrometheusRule",
      metadata: { name, labels: { release: release.name } },
      spec: { groups },
    };
    return [
      {
        file: path,
        text: stringify(rule, { lineWidth: 0 }),
        kind: "PrometheusRule",
        name,
        namespace: release.namespace,
      },
    ];
  });
}

/** What a file's path is as an object's name. */
const objectName = (path: string): string =>
  path
    .replace(/\.\w+$/, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-");

const unique = (objects: readonly Found[]): readonly Found[] =>
  [
    ...new Map(objects.toReversed().map((one) => [`${one.kind} ${one.namespace} ${one.name}`, one])).values(),
  ].toReversed();

function writeOverlay(folder: string, namespace: string | null, objects: readonly Found[]): void {
  const resources = objects.map(({ file, text: own }, n) => {
    const name = `${n}-${file.replaceAll("/", "__")}`;
    write(join(folder, name), `# ${file}\n${own.trimEnd()}\n`);
    return name;
  });
  write(join(folder, "kustomization.yaml"), kustomization({ ...(namespace === null ? {} : { namespace }), resources }));
}

/** Dashboards that are plain JSON become ConfigMaps with the label that the chart's sidecar looks for. */
function writeDashboards(checkout: string, folder: string, { namespace }: Release, files: readonly string[]): void {
  const generators = files.flatMap((file) => {
    const json = readFileSync(file, "utf8");
    if (!isDashboard(json)) return [];
    const name = objectName(relative(checkout, file));
    write(join(folder, `${name}.json`), json);
    return [{ name, files: [`${name}.json`] }];
  });
  if (generators.length === 0) return;
  const options = { disableNameSuffixHash: true, labels: { grafana_dashboard: "1" } };
  write(
    join(folder, "kustomization.yaml"),
    kustomization({ namespace, configMapGenerator: generators, generatorOptions: options }),
  );
}

function isDashboard(json: string): boolean {
  try {
    const { panels, rows, title } = JSON.parse(json) as Plain;
    return text(title) !== null && (Array.isArray(panels) || Array.isArray(rows));
  } catch {
    return false;
  }
}

const installScript = ({ name, namespace }: Release): string => `#!/usr/bin/env bash
helm repo add prometheus-community https://prometheus-community.github.io/helm-charts
helm upgrade --install ${name} prometheus-community/kube-prometheus-stack --version 88.5.3 --namespace ${namespace} -f values.yaml
`;

const kustomization = (content: Plain): string =>
  stringify({ apiVersion: "kustomize.config.k8s.io/v1beta1", kind: "Kustomization", ...content });

const mapping = (value: unknown): Plain =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Plain) : {};

const text = (value: unknown): string | null => (typeof value === "string" ? value : null);

function write(file: string, content: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
