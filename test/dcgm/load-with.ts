import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import type { ExporterModel } from "../../src/dcgm/exporter-model.ts";
import { loadExporter } from "../../src/dcgm/load-exporter.ts";
import { readInputs } from "../../src/inputs.ts";
import { isObject, type JsonObject } from "../../src/kubernetes/manifest.ts";
import { openWorkspace } from "../../src/machine/files/open-workspace.ts";
import type { Cluster } from "../../src/outside/cluster.ts";
import type { InstallScript, OtherChart } from "../../src/stack/stack.ts";
import { parseYaml } from "../../src/text/parse-yaml.ts";
import { emptyStack, manifestsOf, renderOf } from "../checks/subject.ts";

export interface Given {
  /** Inputs as a workflow gives them. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** Files of the repository by path; the stack is the folder `stack`. */
  readonly files?: Readonly<Record<string, string>>;
  /** What base and overlays build. */
  readonly tree?: string;
  /** The release's values. */
  readonly values?: string;
  /** Other helm lines of install.sh. */
  readonly others?: readonly OtherChart[];
  readonly cluster?: Pick<Cluster, "kubectl" | "server"> | null;
}

/** Loads the exporter over a repository in a temporary folder, which goes with the test. */
export const loadWith = async (given: Given = {}): Promise<ExporterModel> => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "exporter-test-")));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [name, text] of Object.entries({ "stack/.keep": "", ...given.files })) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  const values = given.values === undefined ? [] : [parseYaml(given.values, "stack/upstream/values.yaml", "helm")];
  return loadExporter(
    readInputs((name) => given.inputs?.[name] ?? ""),
    { ...emptyStack, path: "stack", valueFiles: values, install: scriptWith(given.others ?? []) },
    renderOf({ overlay: manifestsOf(given.tree ?? "") }),
    given.cluster ?? null,
    { workspace: await openWorkspace(root) },
  );
};

/** Another helm line of install.sh, its first, that says as much as is given. */
export const helmLine = (chart: string, given: Partial<OtherChart> = {}): OtherChart => ({
  chart,
  at: { file: "stack/upstream/install.sh", line: 1, column: 1 },
  ...{ releaseName: null, namespace: null, version: null, valueFiles: [], sets: [] },
  ...given,
});

const scriptWith = (otherCharts: readonly OtherChart[]): InstallScript => ({
  file: "stack/upstream/install.sh",
  helm: null,
  otherCharts,
  repositories: {},
  unclear: [],
});

/** The objects of a kind, or those of a name among them. */
export const objectsOf = (model: ExporterModel, kind: string, name?: string): readonly JsonObject[] =>
  model.objects.filter(
    (body) =>
      body["kind"] === kind &&
      (name === undefined || (isObject(body["metadata"]) && body["metadata"]["name"] === name)),
  );

/** The names of the metrics; null where they are unknown. */
export const metricNames = (model: ExporterModel): readonly string[] | null =>
  model.metrics?.map(({ name }) => name) ?? null;

/** One metric; throws where it is not exported. */
export const metric = (model: ExporterModel, name: string) => {
  const found = model.metrics?.find((item) => item.name === name);
  if (found === undefined) throw new Error(`${name} is not exported`);
  return found;
};
