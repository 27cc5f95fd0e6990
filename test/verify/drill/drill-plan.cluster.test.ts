import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runAction } from "../../../scripts/run-action.ts";
import type { Plan } from "../../../src/plan/plan.ts";
import { type EmbeddedCluster, startCluster } from "../../cluster/cluster.ts";
import { checkCommands, toolsDir } from "../../tools-dir.ts";

const repository = resolve(import.meta.dirname, "../../..");
let cluster: EmbeddedCluster;
let work: string;
beforeAll(async () => {
  cluster = await startCluster({ nodes: 1 });
  work = await mkdtemp(join(tmpdir(), "drill-plan-"));
});
afterAll(async () => {
  await cluster?.stop();
  await rm(work, { recursive: true, force: true });
});

const run = async (id: string, inputs: Readonly<Record<string, string>>) =>
  runAction({
    entry: "src/main.ts",
    inputs: {
      ...{ path: "fixtures/prometheus-stack", chart: "fixtures/charts/kube-prometheus-stack" },
      ...{ "schema-locations": "cluster", kubeconfig: cluster.kubeconfig, tools: "path" },
      ...{ "plan-key": "the-key-that-both-jobs-share", "report-dir": join(work, id), ...inputs },
    },
    tools: await toolsDir(checkCommands),
    workspace: repository,
    show: false,
  });

test("a plan names who will be drilled, and what was approved without it is no leave to drill", async () => {
  const drilled = await run("drilled", { mode: "plan", drill: "true" });
  expect(drilled, drilled.output).toMatchObject({ code: 0 });
  const plan = JSON.parse(await readFile(join(work, "drilled/plan.json"), "utf8")) as Plan;
  expect(plan.drill?.unseen).toEqual([]);
  expect(plan.drill?.routes).toMatchObject([{ route: "{}", receiver: "on-call", integrations: ["webhook"] }]);
  expect(drilled.output).toMatch(/drill of on-call \(webhook\), route \{\}, with one of \d+ alerts/);

  const without = await run("without", { mode: "plan" });
  expect(without, without.output).toMatchObject({ code: 0 });
  const approved = {
    "plan-file": join(work, "without/plan.json"),
    "plan-digest": without.outputs["plan-digest"] ?? "",
  };
  const refused = await run("refused", { mode: "deploy", drill: "true", ...approved });
  expect(refused, refused.output).toMatchObject({ code: 1, outputs: { "failure-reason": "plan-changed" } });
  expect(refused.output).toMatch(/input drill: approved was not given, now it is true/);
  expect(refused.output).toMatch(/drill: approved was none, now it is of on-call/);

  const nobody = await run("nobody", { mode: "plan", drill: "true", "drill-receivers": "nobody" });
  expect(nobody, nobody.output).toMatchObject({ code: 1, outputs: { "failure-reason": "invalid-input" } });
  expect(nobody.output).toMatch(/GPU alerts are routed to on-call/);
}, 400_000);
