import { spawnSync } from "node:child_process";
import { globSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { load } from "js-yaml";
import semver from "semver";
import { describe, expect, onTestFinished, test } from "vitest";
import { parseCounterList } from "../../src/dcgm/counter-list.ts";
import chart from "../../src/dcgm/data/dcgm-exporter-chart.json" with { type: "json" };
import operator from "../../src/dcgm/data/gpu-operator.json" with { type: "json" };
import { failureClassIds } from "../../src/dcgm/failure-classes.ts";
import { exporterVersion } from "../../src/dcgm/version.ts";
import { xidsInWindow } from "../../src/dcgm/xid-metrics.ts";
import { newTree } from "../../src/init/new-tree.ts";
import { receiverKinds } from "../../src/init/receivers.ts";
import { type ExporterKind, treeNames } from "../../src/init/tree-names.ts";
import { objectAt, objectsAt, textOrEmpty } from "../../src/kubernetes/json-fields.ts";
import type { Json } from "../../src/kubernetes/manifest.ts";
import { isGpuMetric } from "../../src/promql/gpu-metric-name.ts";
import { readExpression } from "../../src/promql/parse-expression.ts";
import { classesOf } from "../../src/signal/alerts/failure-class.ts";
import type { RuleEntry } from "../../src/signal/rules/rule-entries.ts";
import { tool } from "../tools-dir.ts";

const root = resolve(import.meta.dirname, "../..");
const goodStack = join(root, "fixtures/prometheus-stack");

const textsOf = (kind: ExporterKind, version?: string, receiver = receiverKinds[0]): ReadonlyMap<string, string> =>
  new Map(
    newTree({ folder: "prometheus-stack", names: treeNames(kind, version), receiver }).map(({ path, text }) => [
      path.replace(/^prometheus-stack\//, ""),
      text,
    ]),
  );

/** The alerts of a tree's files. */
const alertsIn = (files: readonly { readonly path: string; readonly text: string }[]) =>
  files
    .filter(({ path }) => /overlays\/alerting\/gpu-\w+\.yaml$/.test(path))
    .flatMap(({ text }) => objectsAt(load(text) as Json, ["spec", "groups"]))
    .flatMap((group) => objectsAt(group, ["rules"]))
    .map((rule) => ({
      name: textOrEmpty(rule, ["alert"]),
      expr: textOrEmpty(rule, ["expr"]),
      page: textOrEmpty(rule, ["annotations", "runbook_url"]),
    }));

describe("the default tree", () => {
  const files = newTree({
    folder: "prometheus-stack",
    names: treeNames("gpu-operator", undefined),
    receiver: receiverKinds[0],
  });

  test("is the good stack, byte for byte, and beside it unit tests and a workflow", () => {
    const written = textsOf("gpu-operator");
    const kept = globSync("**/*", { cwd: goodStack }).filter((file) => statSync(join(goodStack, file)).isFile());
    for (const file of kept) expect(written.get(file), file).toBe(readFileSync(join(goodStack, file), "utf8"));
    expect([...written.keys()].filter((file) => !kept.includes(file)).sort()).toEqual([
      ".github/workflows/prometheus-stack.yaml",
      "overlays/alerting/gpu-alerts.test.yaml",
    ]);
  });

  test("has a script that may be run, and no other file that may", () => {
    expect(files.filter(({ runs }) => runs).map(({ path }) => path)).toEqual(["prometheus-stack/upstream/install.sh"]);
  });

  test("leads each alert to a page that says what it means, how to confirm, what to do and when to replace", () => {
    const alerts = alertsIn(files);
    expect(alerts).toHaveLength(23);
    const pages = new Set<string>();
    for (const alert of alerts) {
      const { name } = alert;
      const [, id = ""] = /\/blob\/main\/docs\/runbooks\/([\w-]+)\.md$/.exec(alert.page) ?? [name];
      expect(failureClassIds).toContain(id);
      pages.add(`${id}.md`);
      const page = readFileSync(join(root, "docs/runbooks", `${id}.md`), "utf8");
      expect(page).toContain(`\`${name}\``);
      expect([...page.matchAll(/^## (.*)$/gm)].map(([, title]) => title)).toEqual([
        "What it means",
        "How to confirm",
        "What NVIDIA says to do",
        "When to replace",
      ]);
    }
    expect([...pages].sort()).toEqual(globSync("*.md", { cwd: join(root, "docs/runbooks") }).sort());
  });

  test("uses the actions as the guide to the first pull request does", () => {
    const workflow = files.find(({ path }) => path.startsWith(".github/"))?.text ?? "";
    const used = [...workflow.matchAll(/uses: (\S+)/g)].map(([uses]) => uses);
    expect(used).toHaveLength(2);
    const guide = readFileSync(join(root, "docs/guides/first-pull-request.md"), "utf8");
    // A release pins its own examples there; a new tree has no release to name.
    for (const uses of used) expect(guide).toContain(uses.replace(/(prometheus-stack-action)@main$/, "$1@"));
  });
});

describe("the names of a release", () => {
  test.each([
    ["gpu-operator", "26.7.0", "hostname", "nvidia-dcgm-exporter", "gpu-metrics"],
    ["gpu-operator", "v26.3.3", "Hostname", "nvidia-dcgm-exporter", "gpu-metrics"],
    ["dcgm-exporter", "4.8.2", "Hostname", "dcgm-exporter", "metrics"],
    ["dcgm-exporter", "4.6.0-4.8.3", "hostname", "dcgm-exporter", "metrics"],
  ] as const)("%s %s: label %s, Service %s, port %s", (kind, version, host, name, port) => {
    expect(treeNames(kind, version)).toMatchObject({ host, renamed: false, service: { name, port } });
  });

  test("before 4.9.0 are the old ones, since then the new ones, with their values in the new units", () => {
    const [old, fresh] = [textsOf("dcgm-exporter", "4.8.4"), textsOf("dcgm-exporter", "4.9.0")];
    const file = "overlays/alerting/gpu-usage.yaml";
    expect(old.get(file)).toContain("avg_over_time(DCGM_FI_DEV_GPU_UTIL[30m]) < 5 and DCGM_FI_DEV_FB_USED > 1024\n");
    expect(fresh.get(file)).toContain(
      "avg_over_time(DCGM_FI_DEV_GPU_UTIL_RATIO[30m]) < 0.05 and DCGM_FI_DEV_FB_USED_BYTES > 1073741824\n",
    );
    expect([...fresh.values()].join("\n")).not.toMatch(/DCGM_FI_DEV_(?:GPU_TEMP|FB_USED|POWER_USAGE)\b/);
  });

  test("of a chart that nobody has read are those of the newest, and the monitor says so", () => {
    const monitor = (version: string) =>
      textsOf("dcgm-exporter", version).get("overlays/servicemonitors/dcgm-exporter.yaml");
    expect(monitor("4.9.0")).toContain("are those of 4.8.4");
    expect(monitor("4.8.4")).not.toContain("are those of");
  });

  test.each([
    ["gpu-operator", "27.1.0", "There is no data of gpu-operator 27.1.0"],
    ["dcgm-exporter", "5.0.0", "There is no data of dcgm-exporter 5.0.0"],
    ["dcgm-exporter", "4.8.99", "There is no data of dcgm-exporter 4.8.99"],
    ["gpu-operator", "23.9.2", "cannot be told to count XIDs by their code"],
    ["dcgm-exporter", "3.5.0", "cannot be told to count XIDs by their code"],
  ] as const)("%s %s is refused: %s", (kind, version, message) => {
    expect(() => treeNames(kind, version)).toThrow(message);
  });
});

test("a release without data is answered with the newest that has a tree", () => {
  for (const kind of ["gpu-operator", "dcgm-exporter"] as const) {
    const hint = /^Name a release from \S+ to (?:v)?(\S+)\.$/;
    let newest = "";
    try {
      treeNames(kind, "99.0.0");
    } catch (thrown) {
      newest = hint.exec(Object(thrown).hint)?.[1] ?? "";
    }
    expect(treeNames(kind, newest).version).toBe(newest);
    expect(able.filter(([one, version]) => one === kind && semver.gt(version, newest))).toEqual([]);
  }
});

const able: readonly (readonly [ExporterKind, string])[] = [
  ...operator.releases
    .filter(({ image }) => semver.gte(exporterVersion(image) ?? "", xidsInWindow.since))
    .map(({ version }) => ["gpu-operator", version] as const),
  ...chart.releases
    .filter(({ configMapMounted }) => configMapMounted)
    .map(({ version }) => ["dcgm-exporter", version] as const),
  ["dcgm-exporter", "4.9.0"],
];

test("a release that takes a list with XIDs by their code has a tree, and no other", () => {
  const all = [
    ...operator.releases.map(({ version }) => ["gpu-operator", version] as const),
    ...chart.releases.map(({ version }) => ["dcgm-exporter", version] as const),
  ];
  const refused = all.filter(([kind, version]) => !able.some((one) => one[0] === kind && one[1] === version));
  expect(refused.length).toBeGreaterThan(20);
  for (const [kind, version] of refused) expect(() => treeNames(kind, version), version).toThrow("XIDs");
});

test.each(able)("the list of %s %s is one that the exporter reads, and counts XIDs by their code", (kind, version) => {
  const { metrics, problem } = parseCounterList(textsOf(kind, version).get("upstream/dcgm-metrics.csv") ?? "");
  expect(problem).toBeNull();
  expect(metrics.filter(({ help }) => help === "")).toEqual([]);
  const listed = metrics.map(({ name }) => name);
  expect(listed).toContain("DCGM_EXP_XID_ERRORS_COUNT");
  expect([...new Set(listed)]).toEqual(listed);
});

/** Of what the alerts of a release's tree speak, and which metrics of GPUs they read. */
const spokenOf = (kind: ExporterKind, version: string) => {
  const alerts = alertsIn([...textsOf(kind, version)].map(([path, text]) => ({ path, text })));
  return {
    classes: alerts.flatMap(({ expr }) => [...classesOf({ expr } as RuleEntry, () => [])]),
    metrics: alerts.flatMap(({ expr }) => readExpression(expr).selectors.flatMap(({ metric }) => metric ?? [])),
  };
};

test.each(able)("each class of failures has an alert for %s %s, or a reason that the tree tells", (kind, version) => {
  const { classes, metrics } = spokenOf(kind, version);
  const { leftOut } = treeNames(kind, version).classes;
  expect([...new Set([...classes, ...leftOut.map((one) => one.class)])].sort()).toEqual([...failureClassIds].sort());
  expect(leftOut.filter((one) => classes.includes(one.class))).toEqual([]);
  const told = textsOf(kind, version).get("overlays/alerting/kustomization.yaml") ?? "";
  for (const one of leftOut) expect(told).toContain(`\n# - ${one.class} (`);
  const listed = parseCounterList(textsOf(kind, version).get("upstream/dcgm-metrics.csv") ?? "").metrics;
  const names = listed.map(({ name }) => name);
  expect(metrics.filter((name) => isGpuMetric(name) && !names.includes(name))).toEqual([]);
});

test("an old exporter is not asked for what it does not know", () => {
  const classes = (version: string) => treeNames("dcgm-exporter", version).classes.leftOut.map((one) => one.class);
  expect(classes("4.8.4")).toEqual(["nvlink-down", "power"]);
  expect(classes("4.2.0")).toEqual([...classes("4.8.4"), "recovery-action", ...throttling]);
  expect(classes("3.6.0")).toEqual([...classes("4.8.4"), "recovery-action", "health", "fabric", ...throttling]);
  const list = textsOf("dcgm-exporter", "3.6.0").get("upstream/dcgm-metrics.csv") ?? "";
  expect(list).toContain("DCGM_FI_DEV_ROW_REMAP_PENDING,");
  expect(list).not.toMatch(/RECOVERY_ACTION|HEALTH_STATUS|FABRIC|CLOCKS_EVENT/);
});
const throttling = ["throttling-power-brake", "throttling-software"];

test("each tree of a repository has a workflow of its own", () => {
  const workflow = (folder: string) =>
    newTree({ folder, names: treeNames("gpu-operator", undefined), receiver: receiverKinds[0] }).find(({ path }) =>
      path.startsWith(".github/"),
    );
  expect(workflow("clusters/a")).toMatchObject({
    path: ".github/workflows/clusters-a.yaml",
    text: expect.stringContaining("path: clusters/a\n"),
  });
  expect(workflow(".")?.path).toBe(".github/workflows/prometheus-stack.yaml");
});

test.each(receiverKinds.map((receiver) => [receiver.name, receiver] as const))(
  "amtool takes the receiver %s",
  async (_, receiver) => {
    const folder = mkdtempSync(join(tmpdir(), "init-receiver-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const values = load(textsOf("gpu-operator", undefined, receiver).get("upstream/values.yaml") ?? "") as Json;
    const file = join(folder, "alertmanager.json");
    writeFileSync(file, JSON.stringify(objectAt(values, ["alertmanager", "config"])));
    const ran = spawnSync(await tool("amtool"), ["check-config", file], { encoding: "utf8" });
    expect({ status: ran.status, said: ran.stdout + ran.stderr }).toEqual({
      status: 0,
      said: expect.stringContaining("2 receivers"),
    });
  },
);
