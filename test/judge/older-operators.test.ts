import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { JsonObject } from "../../src/kubernetes/manifest.ts";
import type { Outside } from "../../src/outside/outside.ts";
import { acceptanceBatch } from "../signal/operator/acceptance-batch.ts";
import { realOutside } from "../validate/real-outside.ts";
import { applyAllSurely } from "./apply.ts";
import { askRelease, releaseWeSay } from "./ask-release.ts";
import { batches } from "./cases/batches.ts";
import { huge } from "./cases/rule-parts.ts";
import { readConfiguration } from "./configuration.ts";
import { type Court, openCourt } from "./court.ts";
import { type Judged, judge } from "./judge.ts";
import { olderOperators, refusesLargeRules } from "./judged-operators.ts";
import { keptOnes } from "./kept.ts";
import { predict } from "./predict.ts";

/** Where its image cannot be had, the operator is built first, and its libraries are nobody else's. */
const buildTimeout = 30 * 60_000;

describe.each(olderOperators)("operator $version does what we say", (operator) => {
  let court: Court;
  let outside: Outside & { close(): Promise<void> };
  beforeAll(async () => {
    [court, outside] = await Promise.all([openCourt({ of: operator }), realOutside()]);
  }, buildTimeout);
  afterAll(async () => {
    await court?.close();
    await outside?.close();
  });

  const differencesIn = (judged: readonly Judged[]) =>
    judged.flatMap(({ object, differences }) => differences.map((one) => ({ object, ...one })));

  test("with generated monitors and rules", async () => {
    const judged = await judge(court, batches(20_261_130, 50, { large: refusesLargeRules(operator) }), outside);
    expect(differencesIn(judged)).toEqual([]);
    expect(judged).toHaveLength(50);
    expect(judged.reduce((sum, { compared }) => sum + compared, 0)).toBeGreaterThan(50);
  });

  test("with every monitor of the table of acceptance", async () => {
    const judged = await judge(court, [acceptanceBatch("acceptance")], outside);
    expect(differencesIn(judged)).toEqual([]);
    expect(judged.length).toBeGreaterThan(100);
  });

  test("with every object that we once got wrong", async () => {
    const kept = [...keptOnes(operator.version)];
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

  test("with every function of its PromQL, and with a Prometheus of no version", async () => {
    expect(await askRelease(court)).toEqual(releaseWeSay(operator.version));
  });

  test.skipIf(refusesLargeRules(operator))("with one rule that is too large: it configures nothing", async () => {
    const object = (kind: string, name: string, spec: JsonObject): JsonObject => ({
      apiVersion: "monitoring.coreos.com/v1",
      kind,
      metadata: { name, namespace: "large" },
      spec,
    });
    const namespace: JsonObject = { apiVersion: "v1", kind: "Namespace", metadata: { name: "large" } };
    const prometheus = object("Prometheus", "main", { replicas: 0, ruleSelector: {}, serviceMonitorSelector: {} });
    const rule = object("PrometheusRule", "guarded-0", huge);
    const monitor = object("ServiceMonitor", "guarded-1", { selector: {}, endpoints: [{ port: "metrics" }] });
    const setting = { namespaces: [namespace], others: [], prometheuses: [prometheus] };
    const [predicted] = await predict({ setting, cases: [rule] }, court, outside);
    expect(predicted?.admission).toBe("accepted");
    expect(predicted?.fates.get("large/main")?.fate).toBe("stops-operator");
    for (const one of [namespace, rule, monitor, prometheus]) await applyAllSurely(court.cluster.request, [one]);
    const told = /large\/main.*is too large for a single Kubernetes ConfigMap/;
    await court.cluster.processes.until("the operator gives up", () => told.test(court.operator.log()));
    expect(await readConfiguration(court.cluster.request, "large/main")).toBeNull();
  });
});
