import { load } from "js-yaml";
import { isObject, type Json, type JsonObject, valueAt } from "../../src/kubernetes/manifest.ts";
import type { EmbeddedCluster } from "../cluster/cluster.ts";
import {
  type GrafanaState,
  type PlayedDashboard,
  type PlayedDatasource,
  type PlayedGrafana,
  startGrafana,
} from "./grafana-server.ts";
import { listAt, type Pod, podsOf, textAt } from "./pod.ts";

/** A Grafana in a rig, which has what its sidecars would bring it and what people do to it. */
export interface RigGrafana {
  /** Listens at the address of the pod that Grafana has now: a changed Deployment has another. */
  follow(): Promise<void>;
  /** What somebody makes of the dashboards by hand; null: nothing any more. */
  byHand(change: ((dashboards: readonly PlayedDashboard[]) => readonly PlayedDashboard[]) | null): void;
  close(): void;
}

const port = 3000;

/**
 * Plays Grafana at its pod's address. Its sidecars are played with it: every ConfigMap with the label that the pod's
 * own environment names is read when Grafana is asked. Throws where no pod of Grafana runs.
 */
export const startRigGrafana = async (cluster: EmbeddedCluster, namespace = "monitoring"): Promise<RigGrafana> => {
  let change: (dashboards: readonly PlayedDashboard[]) => readonly PlayedDashboard[] = (all) => all;
  let running: { readonly pod: string; readonly server: PlayedGrafana } | null = null;
  const follow = async (): Promise<void> => {
    let pod: Pod | undefined;
    await cluster.processes.until("one pod of Grafana runs, and it is the newest", async () => {
      const found = (await isRolledOut(cluster, namespace)) ? await podsOf(cluster, namespace, labels) : [];
      [pod] = found;
      return found.length === 1;
    });
    // By its name: a new pod may have the address of one that is gone.
    if (pod === undefined || pod.name === running?.pod) return;
    running?.server.close();
    const { body, ip } = pod;
    const state = async (): Promise<GrafanaState> => {
      const now = await stateOf(cluster, namespace, body);
      return { ...now, dashboards: change(now.dashboards) };
    };
    running = { pod: pod.name, server: await startGrafana(state, { host: ip, port }) };
  };
  await follow();
  return {
    follow,
    byHand: (made) => {
      change = made ?? ((all) => all);
    },
    close: () => running?.server.close(),
  };
};

const labels = { "app.kubernetes.io/name": "grafana" };

/** Whether every pod is what the Deployment asks for now; before that the old one is there yet. */
const isRolledOut = async ({ request }: EmbeddedCluster, namespace: string): Promise<boolean> => {
  const query = new URLSearchParams({ labelSelector: "app.kubernetes.io/name=grafana" });
  const { body } = await request("GET", `/apis/apps/v1/namespaces/${namespace}/deployments?${query}`);
  const [deployment = null] = listAt(body as Json, ["items"]);
  const at = (...path: string[]): Json | undefined => valueAt(deployment, path);
  const wanted = at("spec", "replicas");
  return (
    at("status", "observedGeneration") === at("metadata", "generation") &&
    at("status", "updatedReplicas") === wanted &&
    at("status", "replicas") === wanted
  );
};

const stateOf = async (cluster: EmbeddedCluster, namespace: string, pod: JsonObject): Promise<GrafanaState> => {
  const containers = listAt(pod, ["spec", "containers"]);
  const [dashboards, datasources] = await Promise.all(
    ["dashboard", "datasources"].map((purpose) =>
      filesOf(
        cluster,
        containers.find((one) => textAt(one, ["name"]).endsWith(`-sc-${purpose}`)),
        namespace,
      ),
    ),
  );
  const main = containers.find((one) => textAt(one, ["name"]) === "grafana");
  return {
    user: await secretOf(cluster, namespace, main, "GF_SECURITY_ADMIN_USER"),
    password: await secretOf(cluster, namespace, main, "GF_SECURITY_ADMIN_PASSWORD"),
    anonymous: false,
    dashboards: (dashboards ?? []).filter(([name]) => name.endsWith(".json")).flatMap(dashboardIn),
    datasources: (datasources ?? []).flatMap(([, text]) => datasourcesIn(cluster, text)),
  };
};

type File = readonly [name: string, text: string];

/** The keys of what a sidecar takes; none where the pod has no such sidecar. */
const filesOf = async (
  { request }: EmbeddedCluster,
  sidecar: Json | undefined,
  namespace: string,
): Promise<readonly File[]> => {
  if (sidecar === undefined) return [];
  const value = (name: string): string =>
    textAt(listAt(sidecar, ["env"]).find((one) => textAt(one, ["name"]) === name) ?? null, ["value"]);
  const selector = value("LABEL_VALUE") === "" ? value("LABEL") : `${value("LABEL")}=${value("LABEL_VALUE")}`;
  const where = value("NAMESPACE") === "ALL" ? "" : `/namespaces/${value("NAMESPACE") || namespace}`;
  const { body } = await request(
    "GET",
    `/api/v1${where}/configmaps?${new URLSearchParams({ labelSelector: selector })}`,
  );
  return listAt(body as Json, ["items"]).flatMap((item) => {
    const data = isObject(item) ? item["data"] : undefined;
    return isObject(data) ? Object.entries(data).map(([name, text]): File => [name, String(text)]) : [];
  });
};

const dashboardIn = ([file, text]: File): readonly PlayedDashboard[] => {
  const content = JSON.parse(text) as Json;
  return isObject(content) ? [{ content, file }] : [];
};

const datasourcesIn = (cluster: EmbeddedCluster, text: string): readonly PlayedDatasource[] =>
  listAt(load(text) as Json, ["datasources"]).map((one) => ({
    name: textAt(one, ["name"]),
    uid: textAt(one, ["uid"]),
    type: textAt(one, ["type"]),
    isDefault: isObject(one) && one["isDefault"] === true,
    check: () => checkOf(cluster, textAt(one, ["url"])),
  }));

/** There is no DNS in a rig: the Service that the address names is looked up, and one of its addresses asked. */
const checkOf = async ({ request }: EmbeddedCluster, address: string): Promise<string | null> => {
  const url = new URL(`${address.replace(/\/$/, "")}/api/v1/query?query=1%2B1`);
  const [service = "", namespace = ""] = url.hostname.split(".");
  const query = new URLSearchParams({ labelSelector: `kubernetes.io/service-name=${service}` });
  const { body } = await request("GET", `/apis/discovery.k8s.io/v1/namespaces/${namespace}/endpointslices?${query}`);
  const [slice = null] = listAt(body as Json, ["items"]);
  const [ip] = listAt(slice, ["endpoints", 0, "addresses"]);
  if (ip === undefined) return `Post "${address}/api/v1/query": dial tcp: lookup ${url.hostname}: no such host`;
  url.hostname = String(ip);
  try {
    const { ok, status } = await fetch(url, { signal: AbortSignal.timeout(5000) });
    return ok ? null : `bad_response: readObjectStart: status ${status}`;
  } catch (error) {
    return `Post "${address}/api/v1/query": ${String((error as Error).cause ?? error)}`;
  }
};

/** What a variable of a container takes from a Secret. */
const secretOf = async (
  { request }: EmbeddedCluster,
  namespace: string,
  container: Json | undefined,
  variable: string,
): Promise<string> => {
  const entry = listAt(container, ["env"]).find((one) => textAt(one, ["name"]) === variable) ?? null;
  const reference = ["valueFrom", "secretKeyRef"];
  const { body } = await request(
    "GET",
    `/api/v1/namespaces/${namespace}/secrets/${textAt(entry, [...reference, "name"])}`,
  );
  return Buffer.from(textAt(body as Json, ["data", textAt(entry, [...reference, "key"])]), "base64").toString("utf8");
};
