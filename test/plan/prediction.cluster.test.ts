import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { deployStack } from "../../src/deploy/deploy.ts";
import type { JsonObject } from "../../src/kubernetes/manifest.ts";
import type { Cluster } from "../../src/outside/cluster.ts";
import { commandLine } from "../../src/outside/command-line.ts";
import type { ObjectDraft } from "../../src/plan/draft.ts";
import { makePlan } from "../../src/plan/make-plan.ts";
import { essence } from "../../src/plan/objects/compare.ts";
import { type EmbeddedCluster, startCluster } from "../cluster/cluster.ts";
import { deploymentOf, deployNow, openRig, openTestCluster, type Rig } from "../deploy/rig.ts";
import { part } from "../run/part.ts";
import { gaugeCrd, type PredictionCase, predictionCases } from "./prediction-cases.ts";

let embedded: EmbeddedCluster;
let rig: Rig;
let cluster: Cluster;
beforeAll(async () => {
  embedded = await startCluster({ nodes: 1 });
  rig = await openRig();
  cluster = await openTestCluster(rig, embedded.kubeconfig);
});
afterAll(async () => {
  await rig?.close();
  await embedded?.stop();
});

const nameOfCase = ({ what }: PredictionCase): string => what.replaceAll(" ", "-");

const writeChart = async (folder: string, revision: "first" | "second", cases: readonly PredictionCase[]) => {
  await rig.write(`${folder}/Chart.yaml`, "apiVersion: v2\nname: small\nversion: 1.0.0\n");
  await rig.write(`${folder}/crds/gauges.yaml`, gaugeCrd);
  const objects = cases.flatMap((one) => {
    const body = one[revision] as JsonObject | undefined;
    if (body === undefined) return [];
    const metadata = { ...(body["metadata"] as JsonObject | undefined), name: nameOfCase(one) };
    return [JSON.stringify({ apiVersion: one.apiVersion, kind: one.kind, ...body, metadata })];
  });
  await rig.write(`${folder}/templates/all.yaml`, objects.join("\n---\n"));
  return join(rig.outside.workspace.root, folder);
};

const byHand = async (one: PredictionCase, namespace: string): Promise<void> => {
  if (one.hand === undefined) return;
  const positionals = [one.kind, nameOfCase(one)];
  const where = ["namespace", namespace] as const;
  const done = await cluster.kubectl(
    one.hand === "delete"
      ? commandLine({ verb: ["delete"], flags: [where], positionals })
      : commandLine({
          verb: ["patch", "--type=merge", "--field-manager=somebody"],
          flags: [where, ["patch", JSON.stringify(one.hand)]],
          positionals,
        }),
  );
  if (done.code !== 0) throw new Error(done.stderr);
};

const liveOf = async ({ ref }: ObjectDraft): Promise<JsonObject | null> => {
  const { kind, name, namespace } = ref;
  const flags = [
    ["namespace", namespace ?? ""],
    ["output", "json"],
  ] as const;
  const done = await cluster.kubectl(
    commandLine({ verb: ["get", "--ignore-not-found"], flags, positionals: [kind, name] }),
  );
  return done.stdout === "" ? null : JSON.parse(done.stdout);
};

const foretold = ({ action, live, after }: ObjectDraft): JsonObject | null =>
  action === "delete" ? null : action === "unchanged" ? live : after;

/** Without what a controller notes. */
const told = (object: JsonObject | null): unknown =>
  object === null
    ? null
    : JSON.parse(JSON.stringify(essence(object)).replaceAll(/"deployment\.kubernetes\.io\/revision":"\d+",?/g, ""));

const pairs = [
  [3, 3, "three-way"],
  [4, 4, "server-side"],
  [3, 4, "three-way"],
  [4, 3, "three-way"],
] as const;

describe.each(part(pairs, 2))("installed by helm %i, upgraded by helm %i", (before, after, way) => {
  const namespace = `from-${before}-to-${after}`;
  const cases = predictionCases.filter(({ notServerSide }) => way === "three-way" || notServerSide !== true);
  test("what the plan foretells of each object is what the deploy makes of it", async () => {
    const [first, second] = await Promise.all(
      (["first", "second"] as const).map((one) => writeChart(`${namespace}-${one}`, one, cases)),
    );
    const [old, helm] = await Promise.all([rig.helm(before), rig.helm(after)]);
    await deployNow(await deploymentOf(rig, cluster, old, { chart: first ?? "", namespace }));
    await Promise.all(cases.map((one) => byHand(one, namespace)));
    const request = await deploymentOf(rig, cluster, helm, { chart: second ?? "", namespace });
    const planned = await makePlan(request);
    expect(planned.plan.obstacles).toEqual([]);
    await deployStack({ ...request, planned, accept: () => {}, verify: null });
    const released = planned.drafts.filter(({ layer }) => layer === "release");
    const became = await Promise.all(released.map(async (draft) => [draft.ref.name, told(await liveOf(draft))]));
    expect(Object.fromEntries(released.map((draft) => [draft.ref.name, told(foretold(draft))]))).toEqual(
      Object.fromEntries(became),
    );
    expect(new Set(released.map(({ action }) => action))).toEqual(new Set(["create", "update", "delete", "unchanged"]));
    const again = await makePlan(request);
    expect(again.plan.objects.filter(({ action }) => action !== "unchanged")).toEqual([]);
  });
});
