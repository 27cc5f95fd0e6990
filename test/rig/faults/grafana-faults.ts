import { isObject, type Json, type JsonObject, valueAt } from "../../../src/kubernetes/manifest.ts";
import type { LiveStack } from "../live-stack.ts";
import { listAt, textAt } from "../pod.ts";
import { untilSo } from "../until-so.ts";
import { withValue } from "../with-value.ts";
import { edit, places, remove } from "./by-hand.ts";
import type { PlantedFault, Undo } from "./fault.ts";

const dashboard = 'dashboard "';

/** Another pod comes, as the Deployment now asks for one. */
const redeployed =
  (change: (body: JsonObject) => JsonObject) =>
  async (live: LiveStack): Promise<Undo> => {
    const undo = await edit(live, places.grafana, change);
    await rolledOut(live);
    return async () => {
      await undo();
      await rolledOut(live);
    };
  };

/** The pod of before is still the only one for a moment. */
const rolledOut = async ({ cluster, grafana }: LiveStack): Promise<void> => {
  await untilSo("Grafana's Deployment is rolled out", async () => {
    const { body } = await cluster.request("GET", places.grafana);
    const [wanted, status] = [valueAt(body as Json, ["metadata", "generation"]), valueAt(body as Json, ["status"])];
    if (!isObject(status) || status["observedGeneration"] !== wanted) return false;
    return ["replicas", "updatedReplicas", "availableReplicas"].every((name) => status[name] === 1);
  });
  await grafana?.follow();
};

const withoutSidecar = (deployment: JsonObject): JsonObject => {
  const at = ["spec", "template", "spec", "containers"];
  const kept = listAt(deployment, at).filter((one) => textAt(one, ["name"]) !== "grafana-sc-dashboard");
  return withValue(deployment, at, kept);
};

const overwritten = async ({ grafana }: LiveStack): Promise<Undo> => {
  grafana?.byHand((all) =>
    all.map((one) =>
      textAt(one.content, ["uid"]) === "gpu-dcgm-overview"
        ? { ...one, content: { ...one.content, panels: [], title: "GPU overview, mine" } }
        : one,
    ),
  );
  return async () => grafana?.byHand(null);
};

const movedDatasource = (map: JsonObject): JsonObject => {
  const data = isObject(map["data"]) ? map["data"] : {};
  return { ...map, data: Object.fromEntries(Object.entries(data).map(([key, text]) => [key, moved(String(text))])) };
};

const moved = (text: string): string => text.replace(":9090/", ":9091/");

/** What goes wrong between a dashboard's file and whoever looks at it. */
export const grafanaFaults: readonly PlantedFault[] = [
  {
    title: "Grafana runs without its sidecar for dashboards",
    ...{ breaks: "sidecar-selects-configmap", of: dashboard },
    plant: redeployed(withoutSidecar),
  },
  {
    title: "the label of the dashboard's ConfigMap is removed by hand",
    ...{ breaks: "sidecar-selects-configmap", of: dashboard },
    plant: (live) =>
      edit(live, places.dashboard, (body) => withValue(body, ["metadata", "labels", "grafana_dashboard"], undefined)),
  },
  {
    title: "the dashboard's ConfigMap is deleted by hand",
    ...{ breaks: "sidecar-selects-configmap", of: dashboard },
    plant: (live) => remove(live, places.dashboard),
  },
  { title: "a dashboard is overwritten by hand", breaks: "arrives", of: dashboard, plant: overwritten },
  {
    title: "the data source's address is changed by hand to one where nobody answers",
    ...{ breaks: "datasource-answers", of: "data source Prometheus" },
    plant: (live) => edit(live, places.datasources, movedDatasource),
  },
];
