import type { LiveStack } from "../live-stack.ts";
import type { Behaviour } from "../sample-exporter.ts";
import { places, remove } from "./by-hand.ts";
import type { PlantedFault, Undo } from "./fault.ts";

const node = "gpu-node-2";
const monitor = "ServiceMonitor monitoring/dcgm-exporter";

const behaving =
  (behaviour: Behaviour, only?: string) =>
  async ({ exporters }: LiveStack): Promise<Undo> => {
    await exporters.behave(behaviour, only);
    return () => exporters.behave(null, only);
  };

/** Lines of the exporter's text that stay. */
const without =
  (part: RegExp): Behaviour =>
  (healthy) => ({
    text: `${healthy
      .split("\n")
      .filter((line) => !part.test(line))
      .join("\n")}`,
  });

const renamed =
  (from: string, to: string): Behaviour =>
  (healthy) => ({ text: healthy.replaceAll(from, to) });

/** The pods of one node go, as where its label is lost: the DaemonSet no longer wants one there. */
const withoutPod = async (live: LiveStack): Promise<Undo> => {
  const patch = async (selector: Readonly<Record<string, string | null>>, count: number): Promise<void> => {
    const body = { spec: { template: { spec: { nodeSelector: selector } } } };
    const { status } = await live.cluster.request("PATCH", places.exporterPods, body);
    if (status !== 200) throw new Error(`The exporter's DaemonSet cannot be changed: ${status}`);
    await live.followPods(count);
  };
  await patch({ "kubernetes.io/hostname": "gpu-node-1" }, 1);
  return () => patch({ "kubernetes.io/hostname": null }, 2);
};

/** What goes wrong at the exporters and between them and Prometheus. */
export const exporterFaults: readonly PlantedFault[] = [
  { title: "no exporter answers", breaks: "targets-are-up", of: monitor, plant: behaving("down") },
  {
    title: "the exporter of one node does not answer",
    breaks: "targets-are-up",
    of: monitor,
    plant: behaving("down", node),
  },
  { title: "one node has no exporter", breaks: "gpus-are-counted", of: node, plant: withoutPod },
  {
    title: "one GPU has fallen off the bus",
    breaks: "gpus-are-counted",
    of: node,
    plant: behaving(without(/gpu="1"/), node),
  },
  {
    title: "an upgrade of the exporter has renamed a metric",
    ...{ breaks: "metrics-are-exported", of: "alert GPUTemperatureHigh" },
    plant: behaving(renamed("DCGM_FI_DEV_GPU_TEMP", "DCGM_FI_DEV_GPU_TEMP_CURRENT")),
  },
  {
    title: "the exporter wants credentials that Prometheus does not have (401)",
    ...{ breaks: "targets-are-up", of: monitor },
    plant: behaving(() => ({ status: 401, text: "Unauthorized\n" })),
  },
  {
    title: "the exporter takes longer than the scrape's timeout",
    ...{ breaks: "targets-are-up", of: monitor },
    plant: behaving((text) => ({ text, afterMs: 6000 })),
  },
  {
    title: "the exporter answers with a page that is no metrics",
    ...{ breaks: "targets-are-up", of: monitor },
    plant: behaving(() => ({ text: "<html>Sign in</html>\n" })),
  },
  {
    title: "the exporter's Service is deleted by hand",
    ...{ breaks: "monitor-selects-service", of: monitor },
    plant: (live) => remove(live, places.exporterService),
  },
];
