import { expect, test } from "vitest";
import { StageRecorder } from "../src/core/stage.ts";
import type { Inputs } from "../src/inputs.ts";
import type { Cluster } from "../src/outside/cluster.ts";
import type { Outside } from "../src/outside/outside.ts";
import type { Planned } from "../src/plan/planned.ts";
import type { Products } from "../src/report/assemble.ts";
import { verifyingDeploy } from "../src/verify-stage.ts";
import {
  type Answers,
  goodAnswers,
  liveTarget,
  playedAsk,
  playedResolution,
  prometheusProxy,
} from "./verify/played.ts";

// The played clock stands still, and is not this machine's.
const { [`${prometheusProxy}/api/v1/query?query=time()`]: _clock, ...well } = goodAnswers;

const targets = (...healths: readonly string[]): Answers => ({
  ...well,
  [`${prometheusProxy}/api/v1/targets`]: {
    data: {
      activeTargets: healths.map((health, index) => ({ ...liveTarget, health, scrapeUrl: `http://10.0.0.${index}/` })),
    },
  },
});

const refOf = (kind: string, name: string) => ({
  ...{ apiVersion: "monitoring.coreos.com/v1", kind, namespace: "monitoring", name },
});

/** The verification of an upgrade, of a cluster that was and is so; `changed` are kinds that the deploy writes. */
const verifying = async (before: Answers, after: Answers, changed: readonly string[] = []) => {
  let answers = before;
  const given = {
    inputs: { verifyTimeoutMs: 1000, drill: false } as Inputs,
    cluster: {
      server: "https://cluster.example.com",
      openApi: async () => ({ ask: (question) => playedAsk(answers)(question), close: async () => {} }),
    } as Partial<Cluster> as Cluster,
    outside: {
      mask: () => {},
      now: () => performance.now(),
      signal: new AbortController().signal,
      log: { info: () => {}, debug: () => {}, stage: () => {} },
    } as Partial<Outside> as Outside,
    ...{ resolution: playedResolution(), plannedDrill: null },
  };
  const objects = [refOf("ServiceMonitor", "dcgm"), refOf("PrometheusRule", "gpu")].map((ref) => ({
    ...{ ref, action: changed.includes(ref.kind) ? "update" : "unchanged" },
  }));
  const planned = { plan: { release: { action: "upgrade" }, objects }, revision: {} } as unknown as Planned;
  const verify = await verifyingDeploy(given, planned, new StageRecorder<Products>(() => 0));
  answers = after;
  if (verify === null) throw new Error("Nobody verifies");
  return verify;
};

test("a deploy that loses nothing has failed for what it was to mend, and is no worse", async () => {
  const verify = await verifying(targets("up", "down"), targets("up", "down"));
  expect(await verify("deployed")).toMatchObject({
    ...{ passed: false, isNoWorse: true },
    message: expect.stringMatching(
      /Of 2 targets 1 are down[\s\S]*None of it was seen before the deploy either, which has changed nothing of it\.$/,
    ),
  });
  expect(await (await verifying(targets("down"), targets("up")))("deployed")).toMatchObject({ passed: true });
});

test("a deploy that loses more than was lost before has failed for itself", async () => {
  const verify = await verifying(targets("up", "down", "up"), targets("up", "down", "down"));
  await expect(verify("deployed")).rejects.toMatchObject({ reason: "verify-failed" });
  expect(await verify("rolled-back")).toMatchObject({
    passed: false,
    message: expect.stringContaining("Of 3 targets 2 are down"),
  });
});

test("what is new or changed was not seen before either, and is lost by the deploy", async () => {
  const stays = targets("up", "down");
  const monitored = await verifying(stays, stays, ["ServiceMonitor"]);
  await expect(monitored("deployed")).rejects.toMatchObject({ reason: "verify-failed" });
  expect(await (await verifying(stays, stays, ["PrometheusRule"]))("deployed")).toMatchObject({ isNoWorse: true });
  const unloaded = { ...well, [`${prometheusProxy}/api/v1/rules`]: { data: { groups: [] } } };
  const ruled = await verifying(unloaded, unloaded, ["PrometheusRule"]);
  await expect(ruled("deployed")).rejects.toMatchObject({ reason: "verify-failed" });
  expect(await (await verifying(unloaded, unloaded))("deployed")).toMatchObject({ isNoWorse: true });
});

test("a configuration that was another before, and is not loaded, is lost by the deploy", async () => {
  const failing = { [`${prometheusProxy}/api/v1/status/runtimeinfo`]: { data: { reloadConfigSuccess: false } } };
  const verify = await verifying({ ...well, ...failing }, { ...well, ...failing });
  await expect(verify("deployed")).rejects.toMatchObject({ reason: "verify-failed" });
});
