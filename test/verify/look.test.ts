import { describe, expect, test } from "vitest";
import { look } from "../../src/verify/look.ts";
import { sceneOf } from "../../src/verify/scene.ts";
import {
  type Answers,
  alertmanagerProxy,
  goodAnswers,
  liveRule,
  liveTarget,
  playedAsk,
  playedResolution,
  playedScene,
  prometheusProxy,
  ruleGroup,
} from "./played.ts";

const operator = "/apis/monitoring.coreos.com/v1/namespaces/monitoring";

/** What is not seen, as `hop of subject` and `condition of subject`. */
const lost = async (changed: Answers): Promise<readonly string[]> => {
  const { paths, conditions } = await look(playedScene({ ...goodAnswers, ...changed }));
  return [
    ...paths.flatMap(({ signal, hops }) =>
      hops.filter(({ observed }) => observed === "not-seen").map(({ hop }) => `${signal}: ${hop}`),
    ),
    // The played clock stands still.
    ...conditions
      .filter(({ sight, condition }) => sight === "not-seen" && condition !== "clocks-agree")
      .map(({ condition }) => condition),
  ];
};

test("all of a stack that is well is seen, and nothing is asked twice", async () => {
  const asked: string[] = [];
  const { paths } = await look(playedScene(goodAnswers, asked));
  expect(paths.map(({ sight }) => sight)).toEqual(["seen", "seen"]);
  expect(await lost({})).toEqual([]);
  expect(new Set(asked).size).toBe(asked.length);
});

test("every hop of a path stands in the order of its way, with what was promised", async () => {
  const { paths } = await look(playedScene(goodAnswers));
  expect(paths[0]?.hops.map(({ hop }) => hop)).toEqual([
    ...["prometheus-selects-monitor", "prometheus-selects-namespace", "operator-accepts-monitor"],
    ...["rbac-allows-discovery", "monitor-selects-namespace", "monitor-selects-service", "port-exists"],
    ...["pods-exist", "targets-are-kept", "metrics-are-served", "target-is-unique", "arrives"],
  ]);
  expect(paths.flatMap(({ hops }) => hops).filter(({ agrees }) => agrees === false)).toEqual([]);
});

const target = (more: object): Answers => ({
  [`${prometheusProxy}/api/v1/targets`]: { data: { activeTargets: [{ ...liveTarget, ...more }] } },
});
const rule = (more: object): Answers => ({
  [`${prometheusProxy}/api/v1/rules`]: { data: { groups: [ruleGroup({ ...liveRule, ...more })] } },
});
const noTarget: Answers = { [`${prometheusProxy}/api/v1/targets`]: { data: { activeTargets: [] } } };
const noJob: Answers = { [`${prometheusProxy}/api/v1/status/config`]: { data: { yaml: "scrape_configs: []\n" } } };

test.each<readonly [string, Answers, readonly string[]]>([
  [
    "a target that is down",
    target({ health: "down", lastError: "connection refused" }),
    ["metrics: arrives", "targets-are-up"],
  ],
  [
    "a path that is not there",
    target({ health: "down", lastError: "server returned HTTP status 404 Not Found" }),
    ["metrics: metrics-are-served", "metrics: arrives", "targets-are-up"],
  ],
  ["a scrape that is late", target({ lastScrape: "2026-05-01T11:50:00Z" }), ["scrapes-are-recent"]],
  [
    "a scrape that is late by the files, and not by an interval that somebody changed",
    target({ lastScrape: "2026-05-01T11:58:00Z", scrapeInterval: "10m" }),
    ["scrapes-are-recent"],
  ],
  [
    "a monitor that lost its label",
    { [`${operator}/servicemonitors?labelSelector=release=prometheus-stack`]: { items: [] }, ...noJob, ...noTarget },
    ["metrics: prometheus-selects-monitor", "metrics: arrives"],
  ],
  [
    "a monitor that the operator refuses",
    { ...noJob, ...noTarget },
    ["metrics: operator-accepts-monitor", "metrics: arrives"],
  ],
  [
    "a Service without that name",
    {
      ...noTarget,
      "/api/v1/namespaces": { items: [{ metadata: { name: "gpu-operator" } }] },
      "/api/v1/namespaces/gpu-operator/services": { items: [] },
      "/api/v1/namespaces/monitoring/services": { items: [] },
    },
    ["metrics: monitor-selects-service", "metrics: arrives"],
  ],
  [
    "a Service that is in another namespace than the monitor looks into",
    {
      ...noTarget,
      "/api/v1/namespaces": { items: [{ metadata: { name: "monitoring" } }] },
      "/api/v1/namespaces/gpu-operator/services": { items: [{ metadata: { name: "nvidia-dcgm-exporter" } }] },
    },
    ["metrics: monitor-selects-namespace", "metrics: arrives"],
  ],
  [
    "a port of another name",
    {
      ...noTarget,
      "/api/v1/namespaces": { items: [{ metadata: { name: "gpu-operator" } }] },
      "/api/v1/namespaces/gpu-operator/services": { items: [{ metadata: { name: "nvidia-dcgm-exporter" } }] },
      "/apis/discovery.k8s.io/v1/namespaces/gpu-operator/endpointslices": {
        items: [{ endpoints: [{ addresses: ["10.0.0.1"] }] }],
      },
    },
    ["metrics: port-exists", "metrics: arrives"],
  ],
  [
    "a service account that may not discover",
    {
      ...noTarget,
      "/api/v1/namespaces": { items: [{ metadata: { name: "gpu-operator" } }] },
      "/apis/authorization.k8s.io/v1/subjectaccessreviews": { status: { allowed: false } },
      "/api/v1/namespaces/gpu-operator/services": { items: [{ metadata: { name: "nvidia-dcgm-exporter" } }] },
      "/apis/discovery.k8s.io/v1/namespaces/gpu-operator/endpointslices": { items: [] },
    },
    ["metrics: rbac-allows-discovery", "metrics: pods-exist", "metrics: arrives"],
  ],
  [
    "Services that this account may not list",
    {
      ...noTarget,
      "/api/v1/namespaces": { items: [{ metadata: { name: "gpu-operator" } }] },
      "/api/v1/namespaces/gpu-operator/services": { status: 403, text: '{"message":"no"}' },
      "/api/v1/namespaces/monitoring/services": { items: [] },
    },
    ["metrics: arrives"],
  ],
  [
    "endpoints that this account may not list",
    {
      ...noTarget,
      "/api/v1/namespaces": { items: [{ metadata: { name: "gpu-operator" } }] },
      "/api/v1/namespaces/gpu-operator/services": { items: [{ metadata: { name: "nvidia-dcgm-exporter" } }] },
      "/apis/discovery.k8s.io/v1/namespaces/gpu-operator/endpointslices": { status: 403, text: '{"message":"no"}' },
    },
    ["metrics: arrives"],
  ],
  [
    "a rule that is not loaded",
    { [`${prometheusProxy}/api/v1/rules`]: { data: { groups: [] } } },
    ["alert: operator-accepts-rule"],
  ],
  [
    "a rule whose evaluation fails",
    rule({ health: "err", lastError: "many-to-many matching" }),
    ["alert: result-is-vector", "prometheus-evaluates-rules"],
  ],
  [
    "a metric that the exporter has no more",
    { [`${prometheusProxy}/api/v1/query?query=count by (__name__)`]: { data: { result: [] } } },
    ["alert: metrics-are-exported"],
  ],
  [
    "a job label of another name",
    { [`${prometheusProxy}/api/v1/query?query=label_replace(count(`]: { data: { result: [] } } },
    ["alert: labels-exist"],
  ],
  [
    "a route to a receiver without an integration",
    {
      [`${alertmanagerProxy}/api/v2/status`]: {
        config: { original: "route: {receiver: nobody}\nreceivers: [{name: nobody}]\n" },
      },
    },
    ["alert: route-reaches-receiver"],
  ],
  [
    "a silence over everything",
    {
      [`${alertmanagerProxy}/api/v2/silences`]: [
        {
          ...{ id: "x", status: { state: "active" }, createdBy: "me", comment: "", endsAt: "" },
          matchers: [{ name: "alertname", value: ".+", isRegex: true, isEqual: true }],
        },
      ],
    },
    ["alerts-are-not-silenced"],
  ],
  [
    "an inhibited alert",
    {
      [`${alertmanagerProxy}/api/v2/alerts`]: [
        { labels: { alertname: "GPUHot" }, receivers: [{ name: "on-call" }], status: { inhibitedBy: ["a"] } },
      ],
    },
    ["alert: alert-is-not-inhibited"],
  ],
  [
    "an operator that has not taken it up",
    { [`${operator}/alertmanagers/am`]: { metadata: { generation: 3 } } },
    ["operator-reconciles"],
  ],
  [
    "an operator that has seen only a former generation",
    {
      [`${operator}/alertmanagers/am`]: {
        metadata: { generation: 3 },
        status: { conditions: [{ type: "Reconciled", status: "True", observedGeneration: 2 }] },
      },
    },
    ["operator-reconciles"],
  ],
  [
    "an operator that lacks a Secret",
    {
      [`${operator}/alertmanagers/am`]: {
        metadata: { generation: 2 },
        status: {
          conditions: [
            { type: "Reconciled", status: "False", observedGeneration: 2, message: 'secrets "not-there" not found' },
            { type: "Available", status: "True", observedGeneration: 2 },
          ],
        },
      },
    },
    ["operator-reconciles"],
  ],
  [
    "a reload that failed",
    { [`${prometheusProxy}/api/v1/status/runtimeinfo`]: { data: { reloadConfigSuccess: false } } },
    ["prometheus-loads-configuration"],
  ],
  [
    "samples that are kept no more",
    {
      [`${prometheusProxy}/api/v1/query?query=time() - max(timestamp(up))`]: {
        data: { result: [{ metric: {}, value: [0, "600"] }] },
      },
    },
    ["prometheus-stores-samples"],
  ],
  [
    "a Prometheus that knows no Alertmanager",
    { [`${prometheusProxy}/api/v1/alertmanagers`]: { data: { activeAlertmanagers: [] } } },
    ["prometheus-reaches-alertmanager"],
  ],
  [
    "notifications that fail",
    {
      [`${prometheusProxy}/api/v1/query?query=sum by (integration`]: {
        data: { result: [{ metric: { integration: "webhook", reason: "serverError" }, value: [0, "2"] }] },
      },
    },
    ["notifications-succeed"],
  ],
])("%s is found where it is", async (_fault, changed, expected) => {
  expect(await lost(changed)).toEqual(expected);
});

test("a Prometheus that does not answer is not seen, and what hangs on it cannot be", async () => {
  const silent = Object.fromEntries(
    Object.keys(goodAnswers)
      .filter((path) => path.startsWith(prometheusProxy))
      .map((path) => [path, { status: 503, text: "no endpoints available" }]),
  );
  const { paths, conditions } = await look(playedScene({ ...goodAnswers, ...silent }));
  const arrival = paths[0]?.hops.at(-1);
  expect(arrival).toMatchObject({ hop: "arrives", observed: "not-seen" });
  expect(arrival?.what).toContain("Service monitoring/kps-prometheus:http-web answers 503");
  expect(conditions.find(({ condition }) => condition === "prometheus-loads-configuration")?.sight).toBe("not-seen");
});

/** A stack that is well, and an account that may not ask these programs. */
const refusedAt = (...proxies: readonly string[]): Answers =>
  Object.fromEntries(
    Object.keys(goodAnswers)
      .filter((path) => proxies.some((proxy) => path.startsWith(proxy)))
      .map((path) => [path, { status: 403, text: '{"message":"services is forbidden"}' }]),
  );

test("what this account may not ask cannot be seen, which is no failure of the stack", async () => {
  expect(await lost(refusedAt(prometheusProxy, alertmanagerProxy))).toEqual([]);
  const { paths, conditions } = await look(playedScene({ ...goodAnswers, ...refusedAt(prometheusProxy) }));
  expect(paths.map(({ sight }) => sight)).toEqual(["cannot-be-seen", "cannot-be-seen"]);
  const [one] = conditions.filter(({ condition }) => condition === "prometheus-loads-configuration");
  expect(one?.hint).toContain("Allow the account get on services/proxy");
});

test("whether Prometheus may discover is asked with the groups of its service account", async () => {
  const reviews: unknown[] = [];
  const answers = playedAsk({ ...goodAnswers, ...noTarget });
  const resolution = playedResolution();
  await look(
    sceneOf({
      resolution,
      api: {
        ask: (question) => {
          if (question.path.endsWith("/subjectaccessreviews")) reviews.push(JSON.parse(question.body ?? "").spec);
          return answers(question);
        },
        close: async () => {},
      },
      addresses: { prometheusUrl: undefined, alertmanagerUrl: undefined, grafanaUrl: undefined },
      outside: { askAddress: () => answers, mask: () => {} },
    }),
  );
  expect(reviews[0]).toMatchObject({
    user: "system:serviceaccount:monitoring:kps",
    groups: ["system:serviceaccounts", "system:serviceaccounts:monitoring", "system:authenticated"],
  });
});

test("without counts of notifications nobody says that none has failed", async () => {
  const sightOf = async (changed: Answers) =>
    (await look(playedScene({ ...goodAnswers, ...changed }))).conditions.find(
      ({ condition }) => condition === "notifications-succeed",
    )?.sight;
  expect(await sightOf({})).toBe("seen");
  const none: Answers = { [`${prometheusProxy}/api/v1/query?query=sum by (integration`]: { data: { result: [] } } };
  expect(await sightOf(none)).toBe("cannot-be-seen");
});

describe("a group of rules that is evaluated once an hour, and never was", () => {
  const loaded = (lastConfigTime: string): Answers => ({
    ...goodAnswers,
    [`${prometheusProxy}/api/v1/rules`]: {
      data: {
        groups: [
          {
            ...ruleGroup({ ...liveRule, health: "unknown" }),
            ...{ interval: 3600, lastEvaluation: "0001-01-01T00:00:00Z" },
          },
        ],
      },
    },
    [`${prometheusProxy}/api/v1/status/runtimeinfo`]: { data: { reloadConfigSuccess: true, lastConfigTime } },
  });
  const evaluates = async (lastConfigTime: string, patienceMs = 0) => {
    const seen = await look(playedScene(loaded(lastConfigTime), [], undefined, patienceMs));
    return seen.conditions.find(({ condition }) => condition === "prometheus-evaluates-rules");
  };

  test("is not late before its hour is over", async () => {
    expect(await evaluates("2026-05-01T11:50:00Z")).toMatchObject({
      sight: "cannot-be-seen",
      what: expect.stringContaining("every 3600 s, the first time in 3005 s at the latest"),
    });
  });
  test("is waited for where there is time", async () => {
    expect(await evaluates("2026-05-01T11:50:00Z", 3_600_000)).toMatchObject({ sight: "not-seen" });
  });
  test("is late after that", async () => {
    expect(await evaluates("2026-05-01T10:50:00Z")).toMatchObject({
      sight: "not-seen",
      what: expect.stringContaining("was last evaluated never"),
    });
  });
  test("is not said to go without an error", async () => {
    const { paths } = await look(playedScene(loaded("2026-05-01T11:50:00Z")));
    expect(paths[1]?.hops.find(({ hop }) => hop === "result-is-vector")?.observed).toBe("cannot-be-seen");
  });
});

describe("a Prometheus of two shards, each of which has a part of the targets", () => {
  const pods = ["prometheus-kps-0", "prometheus-kps-shard-1-0"];
  const proxyOf = (pod: string): string => `/api/v1/namespaces/monitoring/pods/${pod}:9090/proxy`;
  const sharded: Answers = {
    ...Object.fromEntries(Object.entries(goodAnswers).filter(([path]) => !path.startsWith(prometheusProxy))),
    "/api/v1/namespaces/monitoring/pods?labelSelector=operator.prometheus.io/name=kps": {
      items: pods.map((name, shard) => ({
        metadata: { name, labels: { "operator.prometheus.io/shard": `${shard}` } },
        status: { phase: "Running" },
      })),
    },
    ...Object.fromEntries(
      pods.flatMap((pod) =>
        Object.entries(goodAnswers)
          .filter(([path]) => path.startsWith(prometheusProxy))
          .map(([path, answer]) => [path.replace(prometheusProxy, proxyOf(pod)), answer]),
      ),
    ),
    [`${proxyOf("prometheus-kps-0")}/api/v1/targets`]: { data: { activeTargets: [] } },
    [`${proxyOf("prometheus-kps-0")}/api/v1/query?query=count by (__name__)`]: { data: { result: [] } },
    [`${proxyOf("prometheus-kps-0")}/api/v1/query?query=label_replace(count(`]: { data: { result: [] } },
  };
  const lookAt = (answers: Answers) => look(playedScene(answers, [], playedResolution("", "shards: 2")));

  test("is asked shard by shard, and what they have counts together", async () => {
    const { paths, conditions } = await lookAt(sharded);
    expect(paths.map(({ sight }) => sight)).toEqual(["seen", "seen"]);
    expect(paths[0]?.hops.at(-1)?.what).toBe("1 of 1 targets are up.");
    expect(paths[1]?.hops.find(({ hop }) => hop === "metrics-are-exported")?.what).toContain(
      "8 of DCGM_FI_DEV_GPU_TEMP",
    );
    expect(conditions.filter(({ sight, condition }) => sight === "not-seen" && condition !== "clocks-agree")).toEqual(
      [],
    );
  });

  test("is not seen where a shard does not answer", async () => {
    const silent = Object.fromEntries(
      Object.keys(sharded).flatMap((path) =>
        path.startsWith(proxyOf("prometheus-kps-0")) ? [[path, { status: 503, text: "" }]] : [],
      ),
    );
    const { paths: lost } = await lookAt({ ...sharded, ...silent });
    expect(lost[0]?.hops.at(-1)).toMatchObject({ hop: "arrives", observed: "not-seen" });
    expect(lost[0]?.hops.at(-1)?.what).toContain("Pod monitoring/prometheus-kps-0:9090 answers 503");
  });
});

describe("an alert that fires and is inhibited", () => {
  const byStorm = (storm: object): Answers => ({
    [`${alertmanagerProxy}/api/v2/alerts`]: [
      {
        ...{ fingerprint: "f", labels: { alertname: "GPUHot" }, receivers: [{ name: "on-call" }] },
        status: { inhibitedBy: ["a"], silencedBy: [] },
      },
      {
        ...{ fingerprint: "a", labels: { alertname: "GPUNodeDown" }, receivers: [{ name: "on-call" }] },
        ...{ status: { inhibitedBy: [], silencedBy: [] }, ...storm },
      },
    ],
  });

  test("by another of which somebody is told is as the rules of inhibition want it", async () => {
    expect(await lost(byStorm({}))).toEqual([]);
  });

  test.each<readonly [string, object]>([
    ["reaches nobody", { receivers: [{ name: "nobody" }] }],
    ["is silenced", { status: { inhibitedBy: [], silencedBy: ["s"] } }],
    ["is not told of", { fingerprint: "b" }],
  ])("by one that %s is lost", async (_why, storm) => {
    expect(await lost(byStorm(storm))).toEqual(["alert: alert-is-not-inhibited"]);
  });

  test("is not said to be told for a drill of its name", async () => {
    const drilled = { fingerprint: "d", labels: { alertname: "GPUHot", drill: "true" }, status: { inhibitedBy: [] } };
    const { paths } = await look(
      playedScene({ ...goodAnswers, [`${alertmanagerProxy}/api/v2/alerts`]: [{ ...drilled, receivers: [] }] }),
    );
    expect(paths[1]?.hops.find(({ hop }) => hop === "alert-is-not-inhibited")?.observed).toBe("cannot-be-seen");
  });
});

test("a Prometheus that asks for a client's certificate cannot be seen, and is not said to be down", async () => {
  const spec = "web: {tlsConfig: {clientAuthType: RequireAndVerifyClientCert}}";
  const asked: string[] = [];
  const { paths, conditions } = await look(playedScene(goodAnswers, asked, playedResolution("", spec)));
  expect(paths.map(({ sight }) => sight)).toEqual(["cannot-be-seen", "cannot-be-seen"]);
  expect(conditions.filter(({ sight }) => sight === "not-seen")).toEqual([]);
  expect(conditions.find(({ condition }) => condition === "prometheus-loads-configuration")).toMatchObject({
    what: expect.stringContaining("asks for a certificate"),
    hint: expect.stringContaining("an address of Prometheus monitoring/kps that needs no credentials"),
  });
  expect(asked.filter((one) => one.includes("kps-prometheus"))).toEqual([]);
});
