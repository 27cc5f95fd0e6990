import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import type { Json, JsonObject } from "../../../src/kubernetes/manifest.ts";
import { isRead } from "../../../src/signal/dashboards/dashboard-model.ts";
import type { Resolution } from "../../../src/signal/resolve-signals.ts";
import { endGrafanaSession } from "../../../src/verify/dashboards/grafana-session.ts";
import { observeDashboards } from "../../../src/verify/dashboards/observe-dashboards.ts";
import type { RunMemory } from "../../../src/verify/reach/run-memory.ts";
import type { ConditionName } from "../../../src/verify/verification.ts";
import { type GrafanaState, type PlayedDashboard, startGrafana } from "../../rig/grafana-server.ts";
import { sampleMetrics } from "../../rig/sample-gpus.ts";
import { promised } from "../good-stack.ts";
import { type PlayedSeries, playedPrometheus } from "../played-prometheus.ts";
import { type PlayedCluster, sceneWith, serverAt } from "../scene-with.ts";

let resolution: Resolution;
beforeAll(async () => {
  resolution = await promised();
});

const password = "from-the-secret-of-the-chart";
const grafanaService = "monitoring/prometheus-stack-grafana:http-web";
const prometheusService = "monitoring/prometheus-stack-kube-prom-prometheus:http-web";
const deployment = "/apis/apps/v1/namespaces/monitoring/deployments/prometheus-stack-grafana";
const configMaps = "/api/v1/namespaces/monitoring/configmaps";
const secret = "/api/v1/namespaces/monitoring/secrets/prometheus-stack-grafana";

const gpuSeries: readonly PlayedSeries[] = sampleMetrics.map(({ name }) => ({
  ...{
    __name__: name,
    gpu: "0",
    UUID: "GPU-1",
    hostname: "gpu-1",
    job: "nvidia-dcgm-exporter",
    namespace: "gpu-operator",
  },
}));

/** Every dashboard of the files, as Grafana has it from them. */
const fromFiles = (): readonly PlayedDashboard[] =>
  resolution.dashboards.files.flatMap(({ model, name }) =>
    isRead(model) ? [{ content: { ...model.content, id: 7, version: 1 }, file: name }] : [],
  );

interface Changes {
  readonly state?: Partial<GrafanaState>;
  readonly objects?: Readonly<Record<string, Json | number>>;
  readonly services?: PlayedCluster["services"];
  readonly series?: readonly PlayedSeries[];
  readonly memory?: RunMemory;
}

const grafanaBody = (): JsonObject => resolution.dashboards.grafana.pods[0]?.object.body ?? {};

const labelled = (labels: JsonObject): Json => ({
  items: [{ metadata: { name: "gpu-overview-dashboard", namespace: "monitoring", labels } }],
});

const looking = async (changes: Changes = {}) => {
  const state: GrafanaState = {
    ...{ user: "admin", password, anonymous: false, dashboards: fromFiles() },
    datasources: [
      { name: "Prometheus", uid: "prometheus", type: "prometheus", isDefault: true, check: async () => null },
      { name: "Alertmanager", uid: "alertmanager", type: "alertmanager", isDefault: false, check: async () => null },
    ],
    ...changes.state,
  };
  const grafana = await startGrafana(async () => state);
  onTestFinished(() => grafana.close());
  const base64 = (text: string): string => Buffer.from(text).toString("base64");
  const cluster: PlayedCluster = {
    objects: {
      [deployment]: grafanaBody(),
      [configMaps]: labelled({ grafana_dashboard: "1" }),
      [secret]: { data: { "admin-user": base64("admin"), "admin-password": base64(password) } },
      ...changes.objects,
    },
    services: {
      [grafanaService]: serverAt(grafana.url),
      [prometheusService]: playedPrometheus(changes.series ?? gpuSeries),
      ...changes.services,
    },
  };
  const played = sceneWith(resolution, cluster, changes.memory === undefined ? {} : { memory: changes.memory });
  const seen = await observeDashboards(played.scene);
  const [hops = []] = [...seen.hops.values()];
  return {
    ...played,
    grafana,
    hop: (name: string) => {
      const found = hops.find(({ hop }) => hop === name);
      return found === undefined ? null : { sight: found.observed, agrees: found.agrees, what: found.what };
    },
    condition: (name: ConditionName) => {
      const found = seen.conditions.find(({ condition }) => condition === name);
      return found === undefined ? null : { sight: found.sight, what: found.what };
    },
    missed: [
      ...hops.filter(({ observed }) => observed === "not-seen").map(({ hop }) => hop as string),
      ...seen.conditions.filter(({ sight }) => sight === "not-seen").map(({ condition }) => condition as string),
    ],
    unseen: [
      ...hops.filter(({ observed }) => observed === "cannot-be-seen").map(({ hop }) => hop as string),
      ...seen.conditions.filter(({ sight }) => sight === "cannot-be-seen").map(({ condition }) => condition as string),
    ],
  };
};

const overview = ({ content }: PlayedDashboard): boolean => content["uid"] === "gpu-dcgm-overview";

/** The dashboards with one of them changed; null takes it away. */
const changed = (change: (one: PlayedDashboard) => PlayedDashboard | null): readonly PlayedDashboard[] =>
  fromFiles().flatMap((one) => (overview(one) ? (change(one) ?? []) : [one]));

test("every hop of the good stack is seen, and agrees with what the files promise", async () => {
  const { hop, condition, missed, unseen, masked } = await looking();
  expect({ missed, unseen }).toEqual({ missed: [], unseen: [] });
  for (const name of [
    "sidecar-selects-configmap",
    "sidecar-watches-namespace",
    "grafana-reads-file",
    "grafana-takes-json",
  ])
    expect([name, hop(name)]).toMatchObject([name, { sight: "seen", agrees: true }]);
  expect(hop("datasource-exists")).toMatchObject({ sight: "seen", what: "Grafana has prometheus, alertmanager." });
  expect(hop("metrics-are-exported")).toMatchObject({ sight: "seen", agrees: true });
  expect(hop("arrives")).toMatchObject({ sight: "seen", agrees: true });
  expect(condition("grafana-answers")?.what).toContain("Grafana 12.0.0 answers");
  expect(condition("grafana-loads-provisioning")?.what).toMatch(/^It has all \d+ dashboards/);
  expect(condition("datasource-answers")).toMatchObject({ sight: "seen" });
  expect(masked).toContain(password);
  expect(masked.some((one) => one.startsWith("session"))).toBe(true);
});

test("each thing is asked for once", async () => {
  const { asked, grafana } = await looking();
  expect(asked).toHaveLength(new Set(asked).size);
  // The password, the workload, ConfigMaps; Grafana's health, login, two lists, a dashboard, a data source; two
  // queries.
  expect(asked.length).toBeLessThanOrEqual(12);
  expect(grafana.asked.filter((one) => one.includes("/api/dashboards/uid/"))).toHaveLength(1);
});

describe("a dashboard that does not arrive", () => {
  test("Grafana lacks it", async () => {
    const { hop, missed } = await looking({ state: { dashboards: changed(() => null) } });
    expect(missed).toEqual(["arrives", "grafana-loads-provisioning"]);
    expect(hop("arrives")).toMatchObject({
      agrees: false,
      what: expect.stringContaining(
        "Grafana has no dashboard with the uid gpu-dcgm-overview: the log of Grafana's pod",
      ),
    });
    expect(hop("grafana-takes-json")).toMatchObject({ sight: "cannot-be-seen", agrees: null });
  });

  test("it was overwritten by hand", async () => {
    const without = (one: PlayedDashboard): PlayedDashboard => {
      const panels = (one.content["panels"] as Json[]).slice(1);
      return { ...one, content: { ...one.content, panels } };
    };
    const { hop, missed } = await looking({ state: { dashboards: changed(without) } });
    expect(missed).toEqual(["arrives"]);
    expect(hop("arrives")?.what).toMatch(
      /is not what the file says: it lacks the panel "GPUs that report"\. It was overwritten/,
    );
  });

  test("a query of it was changed by hand", async () => {
    const other = (one: PlayedDashboard): PlayedDashboard => ({
      ...one,
      content: JSON.parse(
        JSON.stringify(one.content).replace("count(DCGM_FI_DEV_GPU_TEMP", "sum(DCGM_FI_DEV_GPU_TEMP"),
      ) as JsonObject,
    });
    const { hop, missed } = await looking({ state: { dashboards: changed(other) } });
    expect(missed).toEqual(["arrives"]);
    expect(hop("arrives")?.what).toContain("it lacks the query count(DCGM_FI_DEV_GPU_TEMP");
  });

  test("what Grafana brings up to its own schema is the same", async () => {
    const migrated = (one: PlayedDashboard): PlayedDashboard => {
      const panels = (one.content["panels"] as JsonObject[]).map((panel) => ({
        ...panel,
        pluginVersion: "12",
        options: {},
      }));
      return {
        ...one,
        content: { ...one.content, schemaVersion: 42, panels: [...panels, { type: "row", title: "New" }] },
      };
    };
    expect((await looking({ state: { dashboards: changed(migrated) } })).missed).toEqual([]);
  });

  test("somebody imported it, and no file is behind it", async () => {
    const { missed } = await looking({ state: { dashboards: changed((one) => ({ ...one, file: null })) } });
    expect(missed).toEqual(["grafana-reads-file", "arrives"]);
  });

  test("another file has its uid", async () => {
    const { hop, missed } = await looking({
      state: { dashboards: changed((one) => ({ ...one, file: "a/other.json" })) },
    });
    expect(missed).toEqual(["dashboard-is-unique", "arrives"]);
    expect(hop("dashboard-is-unique")?.what).toContain("from a/other.json, not from gpu-overview.json");
  });

  test("the Grafana that runs has no sidecar", async () => {
    const body = JSON.parse(JSON.stringify(grafanaBody())) as {
      spec: { template: { spec: { containers: JsonObject[] } } };
    };
    const pod = body.spec.template.spec;
    pod.containers = pod.containers.filter(({ name }) => name !== "grafana-sc-dashboard");
    const { hop, missed } = await looking({
      objects: { [deployment]: body as unknown as Json },
      state: { dashboards: [] },
    });
    expect(missed).toEqual(["sidecar-selects-configmap", "arrives", "grafana-loads-provisioning"]);
    expect(hop("sidecar-selects-configmap")?.what).toContain("has no sidecar");
  });

  test("the sidecar that runs looks elsewhere, and for another label", async () => {
    const text = JSON.stringify(grafanaBody())
      .replace('{"name":"NAMESPACE","value":"ALL"}', '{"name":"NAMESPACE","value":"grafana"}')
      .replace('{"name":"LABEL","value":"grafana_dashboard"}', '{"name":"LABEL","value":"dashboards"}');
    const { missed } = await looking({ objects: { [deployment]: JSON.parse(text) as Json } });
    expect(missed).toEqual(["sidecar-selects-configmap", "sidecar-watches-namespace"]);
  });

  test("somebody took the label off the ConfigMap, or the ConfigMap away", async () => {
    const bare = await looking({ objects: { [configMaps]: labelled({}) } });
    expect(bare.missed).toEqual(["sidecar-selects-configmap"]);
    const gone = await looking({ objects: { [configMaps]: { items: [] } } });
    expect(gone.hop("sidecar-selects-configmap")?.what).toContain("has no ConfigMap gpu-overview-dashboard");
  });
});

describe("data sources", () => {
  const source = { name: "Prometheus", uid: "prometheus", type: "prometheus", isDefault: true };

  test("one that is down", async () => {
    const check = async () => 'Post "http://prometheus:9090/api/v1/query": connection refused';
    const { condition, missed } = await looking({ state: { datasources: [{ ...source, check }] } });
    expect(missed).toEqual(["datasource-answers"]);
    expect(condition("datasource-answers")?.what).toContain("connection refused");
  });

  test("one that Grafana does not have", async () => {
    const { missed } = await looking({ state: { datasources: [] } });
    expect(missed).toEqual(["datasource-exists", "datasource-answers"]);
  });
});

describe("queries", () => {
  test("a metric that is not there is missed by its name and panel", async () => {
    const { hop, missed } = await looking({
      series: gpuSeries.filter((one) => one["__name__"] !== "DCGM_FI_DEV_POWER_USAGE"),
    });
    expect(missed).toEqual(["metrics-are-exported"]);
    expect(hop("metrics-are-exported")?.what).toMatch(
      /of its \d+ queries have no series: panel ".+" \(DCGM_FI_DEV_POWER_USAGE\)/,
    );
  });

  test("without Prometheus nothing is said of them", async () => {
    const { unseen, missed } = await looking({ services: { [prometheusService]: 503 } });
    expect({ unseen, missed }).toEqual({ unseen: ["metrics-are-exported"], missed: [] });
  });
});

describe("who is asked as whom", () => {
  const inGrafana = ["grafana-reads-file", "grafana-takes-json", "dashboard-is-unique", "datasource-exists", "arrives"];

  test("without the Secret, and with a Grafana that wants a login, nothing of it can be seen, and why", async () => {
    const { hop, condition, unseen, missed } = await looking({ objects: { [secret]: 403 } });
    expect(missed).toEqual([]);
    expect(new Set(unseen)).toEqual(new Set([...inGrafana, "grafana-loads-provisioning", "datasource-answers"]));
    expect(hop("arrives")?.what).toContain("Secret monitoring/prometheus-stack-grafana cannot be read");
    expect(condition("grafana-answers")?.sight).toBe("seen");
  });

  test("a Grafana that anybody may look into needs no Secret", async () => {
    const { hop, unseen } = await looking({ objects: { [secret]: 403 }, state: { anonymous: true } });
    expect(hop("arrives")?.sight).toBe("seen");
    expect(unseen).toEqual(["datasource-exists"]);
  });

  test("a password that is refused is tried once in a run: five would lock the account", async () => {
    const memory: RunMemory = { grafana: null };
    const first = await looking({ state: { password: "another" }, memory });
    expect(first.hop("arrives")?.what).toContain("the login of admin is refused");
    const second = await looking({ state: { password: "another" }, memory });
    expect(second.grafana.asked.filter((one) => one.includes("/login"))).toEqual([]);
    expect(second.hop("arrives")?.what).toContain("the login of admin is refused");
  });

  test("a Grafana that was started again has forgotten the session, and is logged in to again", async () => {
    const memory: RunMemory = { grafana: null };
    await looking({ memory });
    const { hop, grafana } = await looking({ memory });
    expect(hop("arrives")?.sight).toBe("seen");
    expect(grafana.asked.filter((one) => one.includes("/login"))).toHaveLength(1);
  });

  test("a session is kept for the run, and ended with it", async () => {
    const memory: RunMemory = { grafana: null };
    const { scene, grafana } = await looking({ memory });
    expect(grafana.sessions.size).toBe(1);
    await endGrafanaSession(scene);
    expect(grafana.sessions.size).toBe(0);
    expect(memory.grafana).toBeNull();
  });
});

describe("a Grafana that does not answer", () => {
  test.each([
    [503, "not-seen"],
    [404, "not-seen"],
    [403, "cannot-be-seen"],
  ])("the API server answers %i in its place: %s", async (status, sight) => {
    const { condition, hop } = await looking({ services: { [grafanaService]: status } });
    expect(condition("grafana-answers")?.sight).toBe(sight);
    expect(hop("arrives")?.sight).toBe("cannot-be-seen");
    expect(hop("sidecar-selects-configmap")?.sight).toBe("seen");
  });
});
