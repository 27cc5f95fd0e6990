import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Eyes, openEyes } from "./eyes.ts";
import { isUsualExporter, type LiveStack, startLiveStack } from "./live-stack.ts";
import { type Prediction, predict } from "./predict.ts";
import { startReloading } from "./reloading.ts";

const root = resolve(import.meta.dirname, "../..");

/** A stack with intervals of seconds that runs, and whoever looks at it. */
export interface Field {
  readonly live: LiveStack;
  readonly eyes: Eyes;
  /** What was predicted of the stack as it was deployed. */
  readonly resolution: Prediction;
  /** The folder of the stack, a copy. */
  readonly folder: string;
  /** Predicts from the files as they are now. */
  predict(): Promise<Prediction>;
  /** Inputs of the action that name the stack and its cluster. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly workspace: string;
}

interface FieldOptions {
  readonly chart: string;
  readonly tools: string;
  readonly progress: (line: string) => void;
  /** More arguments of Prometheus. */
  readonly prometheusArgs?: readonly string[];
  /** A folder of `fixtures/rig` whose files take the place of others. */
  readonly variation?: string;
}

/** Starts the stack of `fixtures/rig/quick`, works in it, and leaves nothing. Throws where it does not start. */
export const inField = async <T>(options: FieldOptions, work: (field: Field) => Promise<T>): Promise<T> => {
  const { chart, tools, progress, prometheusArgs, variation } = options;
  const workspace = mkdtempSync(join(tmpdir(), "prometheus-stack-rig-"));
  const folder = join(workspace, "prometheus-stack");
  const inputs = { path: "prometheus-stack", chart, exporter: "gpu-operator" };
  try {
    const varied = variation === undefined ? [] : [`fixtures/rig/${variation}`];
    for (const from of ["fixtures/prometheus-stack", "fixtures/rig/quick", ...varied])
      cpSync(resolve(root, from), folder, { recursive: true });
    const resolution = await predict(inputs, workspace, tools);
    const exporterObjects = resolution.exporter.objects.filter(isUsualExporter);
    const live = await startLiveStack({
      ...{ workspace, inputs, tools, exporterObjects, progress, samplesMiB: 256 },
      ...(prometheusArgs && { prometheusArgs }),
    });
    const reloading = startReloading(live);
    const eyes = await openEyes(live.cluster, workspace, tools);
    try {
      return await work({
        ...{ live, eyes, resolution, folder, workspace },
        predict: () => predict(inputs, workspace, tools),
        inputs: { ...inputs, kubeconfig: live.cluster.kubeconfig },
      });
    } finally {
      reloading.stop();
      await eyes.close();
      await live.stop();
    }
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
};
