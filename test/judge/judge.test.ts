import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { JsonObject } from "../../src/kubernetes/manifest.ts";
import type { Outside } from "../../src/outside/outside.ts";
import { expectedOutcomes, stacksFolder } from "../fixtures/stack-table.ts";
import { realOutside } from "../validate/real-outside.ts";
import { nameOf } from "./api-path.ts";
import { batches } from "./cases/batches.ts";
import { compare } from "./compare.ts";
import { type Court, openCourt } from "./court.ts";
import { type Judged, judge } from "./judge.ts";
import type { Batch } from "./judge-case.ts";
import { keep, keptOnes } from "./kept.ts";
import { observe } from "./observe.ts";
import { predict } from "./predict.ts";
import { type StackFolders, stackBatch } from "./stack-batch.ts";

let court: Court;
let outside: Outside & { close(): Promise<void> };
beforeAll(async () => {
  [court, outside] = await Promise.all([openCourt(), realOutside()]);
});
afterAll(async () => {
  await court?.close();
  await outside?.close();
});

/** What must be empty: each difference with its object. */
const differencesIn = (judged: readonly Judged[]) =>
  judged.flatMap(({ object, differences }) =>
    differences.map((one) => ({ object: `${object["kind"]} ${nameOf(object)}`, ...one })),
  );

test("the operator does what we say with generated monitors and rules", async () => {
  const judged = await judge(court, batches(20_261_124, 100), outside);
  expect(differencesIn(judged)).toEqual([]);
  expect(judged).toHaveLength(100);
  // The cases are worth nothing when all end the same.
  expect(judged.reduce((sum, { compared }) => sum + compared, 0)).toBeGreaterThan(100);
});

test("every disagreement that was ever found is settled", async () => {
  const kept = [...keptOnes()];
  expect(kept.length).toBeGreaterThan(0);
  const judged = await judge(
    court,
    kept.map(([, batch]) => batch),
    outside,
  );
  expect(judged.map(({ differences }, i) => ({ file: kept[i]?.[0], differences }))).toEqual(
    kept.map(([file]) => ({ file, differences: [] })),
  );
});

test("a wrong prediction is found, kept, and read again", async () => {
  const object = (kind: string, name: string, spec: JsonObject): JsonObject => ({
    apiVersion: "monitoring.coreos.com/v1",
    kind,
    metadata: { name, namespace: "mistaken" },
    spec,
  });
  const monitor = (interval: string) =>
    object("ServiceMonitor", "guarded-0", { selector: {}, endpoints: [{ port: "metrics", interval }] });
  const batch = (interval: string): Batch => ({
    setting: {
      namespaces: [{ apiVersion: "v1", kind: "Namespace", metadata: { name: "mistaken" } }],
      others: [],
      prometheuses: [object("Prometheus", "main", { replicas: 0, serviceMonitorSelector: {} })],
    },
    cases: [monitor(interval)],
  });
  // The prediction is asked about another object than the operator is given.
  const [predicted] = await predict(batch("15s"), court, outside);
  const [[observed] = []] = await observe(court, [batch("30s")], "mistaken-mark");
  if (predicted === undefined || observed === undefined) throw new Error("no verdict");
  const comparison = compare(monitor("30s"), predicted, observed);
  const job = "serviceMonitor/mistaken/guarded-0/0";
  const found = [
    {
      prometheus: "mistaken/main",
      predicted: `${job} interval: "15s"`,
      observed: `${job} interval: "30s"`,
    },
  ];
  expect(comparison.differences).toEqual(found);

  const folder = mkdtempSync(join(tmpdir(), "judge-test-"));
  try {
    const judged = {
      ...comparison,
      operator: court.version,
      batch: batch("30s"),
      index: 0,
      prometheuses: ["mistaken/main"],
    };
    const file = keep(judged, folder);
    expect(keep(judged, folder)).toBe(file);
    expect([...keptOnes(court.version, folder)]).toEqual([[file, { ...batch("30s"), found }]]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

const fixtures = resolve(stacksFolder, "..");
const ours = join(fixtures, "charts/kube-prometheus-stack");
const real = process.env["KPS_CHART"] ?? "";
const good = join(fixtures, "prometheus-stack");

/** Trees that the run refuses, or that do not render, are never applied. */
const applied = expectedOutcomes()
  .filter(({ failureReason }) => ["", "findings"].includes(failureReason))
  .map(({ stack, inputs }) => ({ stack: join(stacksFolder, stack), inputs, chart: ours, withChart: false }));

describe("the monitors and rules of a whole tree are loaded as we say", () => {
  const judgeTrees = async (folders: readonly StackFolders[]): Promise<void> => {
    const all: Batch[] = [];
    for (const folder of folders) all.push(await stackBatch(folder));
    const judged = await judge(court, all, outside);
    expect(differencesIn(judged)).toEqual([]);
    expect(judged.length).toBeGreaterThan(folders.length);
  };

  test("the good one, and all that the stand-in chart brings", () =>
    judgeTrees([{ stack: good, chart: ours, withChart: true }]));

  test("every tree of fixtures/stacks", () => judgeTrees(applied));

  test.skipIf(real === "")("the good one, and all that the real chart brings (needs its folder in KPS_CHART)", () =>
    judgeTrees([{ stack: good, chart: real, withChart: true }]),
  );
});
