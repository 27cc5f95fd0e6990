import type { JsonObject } from "../../../src/kubernetes/manifest.ts";
import type { LiveStack } from "../live-stack.ts";
import { untilSo } from "../until-so.ts";
import { withValue } from "../with-value.ts";
import { edit, places, remove } from "./by-hand.ts";
import type { PlantedFault, Undo } from "./fault.ts";

const monitor = "ServiceMonitor monitoring/dcgm-exporter";

const edited =
  (path: string, at: readonly (string | number)[], value: unknown) =>
  (live: LiveStack): Promise<Undo> =>
    edit(live, path, (body) => withValue(body, at, value));

/** The operator stands still, and somebody changes what it should carry out. */
const hangingOperator = async (live: LiveStack): Promise<Undo> => {
  live.operator.pause();
  const undo = await edited(places.prometheus, ["spec", "externalLabels"], { cluster: "gpu-1" })(live);
  return async () => {
    await undo();
    live.operator.resume();
  };
};

/** The monitor comes, the operator writes its job, and nobody tells Prometheus. */
const stuckReloader = async (live: LiveStack): Promise<Undo> => {
  const restore = await remove(live, places.monitor);
  await untilSo("Prometheus has no job of the monitor", () => !live.prometheus.config().includes("dcgm-exporter/0"));
  live.reloader.hold();
  await restore();
  return async () => live.reloader.release();
};

/** What it watches it goes on to watch until the connection ends: a restart ends it. */
const withoutAccess = async (live: LiveStack): Promise<Undo> => {
  const undo = await remove(live, places.access);
  await live.prometheus.kill();
  await live.prometheus.revive();
  return undo;
};

const manyToMany = (body: JsonObject): JsonObject =>
  withValue(
    body,
    ["spec", "groups", 0, "rules", 0, "expr"],
    "DCGM_FI_DEV_FB_USED / on (hostname) DCGM_FI_DEV_FB_FREE > 0.97",
  );

/** What people and other programs do to the stack's objects. */
export const objectFaults: readonly PlantedFault[] = [
  {
    title: "the monitor's label is removed by hand",
    ...{ breaks: "prometheus-selects-monitor", of: monitor },
    plant: edited(places.monitor, ["metadata", "labels", "release"], undefined),
  },
  {
    title: "the port of the exporter's Service is renamed by hand",
    ...{ breaks: "port-exists", of: monitor },
    plant: edited(places.exporterService, ["spec", "ports", 0, "name"], "metrics"),
  },
  {
    title: "the labels of the exporter's Service are changed by hand",
    ...{ breaks: "monitor-selects-service", of: monitor },
    plant: edited(places.exporterService, ["metadata", "labels", "app"], "dcgm-exporter"),
  },
  {
    title: "the exporter's Service selects no pod any more",
    ...{ breaks: "pods-exist", of: monitor },
    plant: edited(places.exporterService, ["spec", "selector"], { app: "nvidia-dcgm-exporter-v5" }),
  },
  {
    title: "Prometheus' role binding is taken away, and Prometheus restarts",
    ...{ breaks: "rbac-allows-discovery", of: monitor },
    plant: withoutAccess,
  },
  {
    title: "the namespace's label is removed by hand",
    ...{ breaks: "prometheus-selects-namespace", of: "alert GPUTemperatureHigh" },
    plant: edited(places.namespace, ["metadata", "labels", "alerting"], undefined),
  },
  {
    title: "rules are deleted by hand",
    ...{ breaks: "prometheus-selects-rule", of: "alert GPUTemperatureHigh" },
    plant: (live) => remove(live, places.rules("gpu-health")),
  },
  {
    title: "a rule is changed by hand, and its group ends in an error (many-to-many)",
    ...{ breaks: "prometheus-evaluates-rules", of: "", says: "found duplicate series" },
    plant: (live) => edit(live, places.rules("gpu-usage"), manyToMany),
  },
  {
    title: "a monitor is changed by hand to one that the operator rejects",
    ...{ breaks: "operator-accepts-monitor", of: monitor },
    plant: edited(places.monitor, ["spec", "endpoints", 0, "relabelings"], [{ action: "replace", regex: "(" }]),
  },
  {
    title: "the scrape interval is changed by hand to twelve times as long",
    // Until its first scrape the target is not up; from then on it is, and its samples are too old.
    ...{ breaks: "scrapes-are-recent", of: monitor, withinSeconds: 120 },
    plant: edited(places.monitor, ["spec", "endpoints", 0, "interval"], "1m"),
  },
  {
    title: "a relabeling by hand drops the GPU metrics",
    ...{ breaks: "metrics-are-exported", of: "alert GPUTemperatureHigh" },
    plant: edited(
      places.monitor,
      ["spec", "endpoints", 0, "metricRelabelings"],
      [{ action: "drop", sourceLabels: ["__name__"], regex: "DCGM_.*" }],
    ),
  },
  {
    title: "a relabeling by hand changes the job that an alert asks for",
    ...{ breaks: "labels-exist", of: "alert GPUExporterDown" },
    plant: edited(
      places.monitor,
      ["spec", "endpoints", 0, "relabelings"],
      [{ action: "replace", targetLabel: "job", replacement: "gpu" }],
    ),
  },
  {
    title: "the operator does nothing any more",
    breaks: "operator-reconciles",
    of: "Prometheus monitoring/",
    plant: hangingOperator,
  },
  {
    title: "the config reloader is stuck on an old configuration",
    breaks: "prometheus-loads-configuration",
    of: "",
    plant: stuckReloader,
  },
];
