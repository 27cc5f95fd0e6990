// A public repository's monitoring, laid out as the stack that the action checks: a release with its values,
// and an overlay a namespace.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, extname, join, relative } from "node:path";
import { stringify } from "yaml";
import { namespaces } from "./namespaces.ts";
import { mapping, type Plain, text } from "./plain.ts";
import { exporterReleaseOf, installScript, type Release, releaseOf, scraping } from "./release.ts";
import type { Tree } from "./trees.ts";
import { filesUnder, readYaml, type YamlFile } from "./yaml-files.ts";

/** An object of the repository as its file writes it, and where it would go. */
interface Found {
  readonly file: string;
  readonly text: string;
  readonly kind: string;
  readonly name: string;
  /** What its Kustomization puts it in; null: what the object says. */
  readonly namespace: string | null;
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
  const exporter = exporterReleaseOf(checkout, tree, yaml, namespaceOf);
  const stack = join(target, "prometheus-stack");

  write(join(stack, "upstream/values.yaml"), stringify(release.values));
  if (exporter !== null) write(join(stack, "upstream/exporter.yaml"), stringify(exporter.values));
  write(join(stack, "upstream/install.sh"), installScript(release, exporter, tree));
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
  write(join(target, ".prometheus-stack.yaml"), stringify(configuration(tree, exporter)));
}

/** What an owner would say of the exporter, and turn off where the repository reads no GPU metric. */
const configuration = (
  { exporter, exporterVersion: version, exporterNamespace }: Tree,
  release: Release | null,
): Plain => {
  const namespace = release?.namespace ?? exporterNamespace;
  return {
    exporter: exporter === "own" ? "none" : exporter,
    ...(version === undefined ? {} : { "exporter-version": version }),
    ...(namespace === undefined ? {} : { "exporter-namespace": namespace }),
    ...(exporter === "dcgm-exporter" && release !== null ? { "exporter-release": release.name } : {}),
    checks: Object.fromEntries((exporter === "none" ? ofGpus : []).map((id) => [id, "off"])),
  };
};

const ofGpus = ["dcgm-servicemonitor-missing", "gpu-rules-missing", "default-dashboard-missing"];

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

const kustomization = (content: Plain): string =>
  stringify({ apiVersion: "kustomize.config.k8s.io/v1beta1", kind: "Kustomization", ...content });

function write(file: string, content: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
