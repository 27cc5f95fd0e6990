import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { runAction, type StepResult } from "../../scripts/run-action.ts";
import { nameOf } from "../../src/core/finding.ts";
import type { Report } from "../../src/report/report.ts";
import { firstBroken } from "../../src/signal/path/signal-path.ts";
import type { ObservedPath } from "../../src/verify/verification.ts";
import { kubectl } from "../cluster/kubectl.ts";
import { type Field, inField } from "./field.ts";
import type { LiveStack } from "./live-stack.ts";
import { changedObjects, readObjects } from "./objects-now.ts";
import { ownCpu } from "./own-cpu.ts";

const root = resolve(import.meta.dirname, "../..");

interface Loop {
  readonly chart: string;
  readonly tools: string;
  readonly progress: (line: string) => void;
}

/**
 * The whole way of a deploy in a stack that runs: a good change is deployed, verified and drilled; then the documented
 * tree is forced through, verify names the hop that check named, and all goes back. Answers what did not hold.
 */
export const thereAndBack = (loop: Loop): Promise<readonly string[]> =>
  inField(loop, async (field) => {
    const moving = followPods(field.live);
    try {
      return [...(await forward(field, loop)), ...(await costs(field, loop)), ...(await back(field, loop))];
    } finally {
      moving.stop();
    }
  });

/** A good change arrives, and somebody is told. */
const forward = async (field: Field, loop: Loop): Promise<readonly string[]> => {
  loop.progress("a good change: mode deploy, with verify and a drill");
  const rules = join(field.folder, "overlays/alerting/gpu-usage.yaml");
  const before = readFileSync(rules, "utf8");
  writeFileSync(rules, before.replace(/for: \d+m/, "for: 17m"));
  const had = field.live.receiver.delivered().length;
  const { step, report } = await deploy(field, loop, { drill: "true", "verify-timeout": "90s" });
  const drilled = report.drill?.routes ?? [];
  const told = field.live.receiver
    .delivered()
    .slice(had)
    .filter(({ labels }) => labels["drill"] === "true");
  loop.progress(`verify and drill: ${wordsOf(report)}; ${told.length} at the webhook`);
  return [
    ...(step.code === 0 ? [] : [`the good change failed: ${report.failureReason} ${report.error?.message}`]),
    ...(report.verify?.passed === true ? [] : ["its verify did not pass"]),
    ...(drilled.length > 0 && drilled.every(({ verdict }) => verdict === "delivered")
      ? []
      : ["its drill did not pass"]),
    ...(told.length === drilled.length ? [] : [`the webhook has ${told.length} drills of ${drilled.length}`]),
  ];
};

/** What a look takes: a request for each thing and 20 more at most; its CPU time is told. */
const costs = async (field: Field, loop: Loop): Promise<readonly string[]> => {
  const cpuOf = async (mode: "check" | "verify") => {
    const cpu = ownCpu(field.workspace);
    const { report } = await deploy(field, loop, { mode }, cpu.env);
    return { report, ms: cpu.read() };
  };
  const [check, { report, ms }] = [await cpuOf("check"), await cpuOf("verify")];
  const { requests = 0, paths = [], conditions = [] } = report.verify ?? {};
  const things = paths.length + conditions.length;
  loop.progress(
    `mode verify: ${requests} requests for ${things} things, ${ms - check.ms} ms of own CPU time beside the ${check.ms} of a check`,
  );
  return requests <= things + 20 ? [] : [`verify sends ${requests} requests for ${things} things`];
};

/** The documented tree is in nobody's way but verify's. */
const back = async (field: Field, loop: Loop): Promise<readonly string[]> => {
  await writeByHand(field.live);
  const former = await readObjects(field.live.cluster);
  loop.progress("the documented tree forced through: fail-on never, rollback-on-failure true");
  rmSync(field.folder, { recursive: true });
  cpSync(resolve(root, "fixtures/stacks/as-documented"), field.folder, { recursive: true });
  const { step, report } = await deploy(field, loop, {
    // Prometheus tells a new Alertmanager of the Watchdog within a minute.
    ...{ "fail-on": "never", "rollback-on-failure": "true", "verify-timeout": "90s" },
    "allow-data-loss": await lossesOf(field, loop),
  });
  loop.progress(`${wordsOf(report)}\n${report.error?.message ?? ""}`);
  // What the operator makes follows within seconds.
  await sleep(5000);
  const changed = changedObjects(former, await readObjects(field.live.cluster));
  loop.progress(`${former.size} objects compared with what they were before, ${changed.length} differences`);
  return [
    ...(step.code !== 0 && report.failureReason === "verify-failed" ? [] : [`it ended ${report.failureReason}`]),
    ...namedOtherwise(report),
    ...(report.rollback?.outcome === "complete" ? [] : [`the rollback is ${report.rollback?.outcome}`]),
    ...(report.rollback?.differences ?? []).map(({ ref, why }) => `the rollback tells: ${nameOf(ref)}: ${why}`),
    ...(report.rollback?.verified?.passed === true ? [] : ["what was seen before is not seen again"]),
    ...changed,
  ];
};

/** Where a signal ends, check and verify name the same hop. */
const namedOtherwise = ({ signalPaths, verify }: Report): readonly string[] => {
  const seenOf = (subject: string): ObservedPath | undefined => verify?.paths.find((one) => one.subject === subject);
  const broken = signalPaths.filter(({ status, signal }) => status === "broken" && signal !== "dashboard");
  const wrong = broken.flatMap((path) => {
    const predicted = firstBroken(path)?.hop;
    const observed = seenOf(path.subject)?.hops.find((one) => one.observed === "not-seen")?.hop;
    return predicted === observed ? [] : [`${path.subject} ends at ${predicted} for check, at ${observed} for verify`];
  });
  return broken.length === 0 ? ["check calls no signal of the documented tree broken"] : wrong;
};

/** Deploys the tree as it is now. */
const deploy = async (
  { inputs, workspace }: Field,
  { tools }: Loop,
  more: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
): Promise<{ readonly step: StepResult; readonly report: Report }> => {
  const folder = join(workspace, "report");
  const step = await runAction({
    entry: "src/main.ts",
    inputs: { ...inputs, mode: "deploy", tools: "path", "schema-locations": "cluster", "report-dir": folder, ...more },
    ...{ tools, workspace, env, show: false },
  });
  return { step, report: JSON.parse(readFileSync(join(folder, "report.json"), "utf8")) as Report };
};

/** What a plan says would be lost: the documented tree keeps no samples. */
const lossesOf = async (field: Field, loop: Loop): Promise<string> => {
  const { report } = await deploy(field, loop, { mode: "plan", "fail-on": "never" });
  const losses = report.plan?.content.losses ?? [];
  return losses
    .map(({ ref: { kind, namespace, name } }) => [kind, namespace, name].filter(Boolean).join("/"))
    .join("\n");
};

/** Fields of somebody else, in an object of the chart and in one of an overlay. */
const writeByHand = async ({ cluster }: LiveStack): Promise<void> => {
  const note = ["--field-manager=by-hand", "-n", "monitoring"];
  await kubectl(cluster.kubeconfig, ["annotate", "services", "--all", "team.example/note=ours", ...note]);
  await kubectl(cluster.kubeconfig, ["label", "prometheusrules", "--all", "team.example/reviewed=yes", ...note]);
};

const wordsOf = ({ verify, drill, rollback, failureReason }: Report): string =>
  [
    failureReason ?? "succeeded",
    `verify ${verify === null ? "did not run" : verify.passed ? "passed" : "did not pass"}`,
    ...(drill === null
      ? []
      : [
          `${drill.routes.filter((one) => one.verdict === "delivered").length} of ${drill.routes.length} routes delivered`,
        ]),
    ...(rollback === null ? [] : [rollback.summary]),
  ].join("; ");

/** What a kubelet does: programs move to the pods that there are now. */
const followPods = ({ prometheus, alertmanager, grafana }: LiveStack): { stop(): void } => {
  let goes = true;
  for (const one of [prometheus, alertmanager, grafana])
    void (async () => {
      for (; goes; await sleep(1000)) await one?.follow().catch(() => false);
    })();
  return {
    stop: () => {
      goes = false;
    },
  };
};
