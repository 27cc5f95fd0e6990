import { sentence } from "../../src/core/sentence.ts";
import { readInputs } from "../../src/inputs.ts";
import type { DrillReport } from "../../src/verify/drill/drill-report.ts";
import { runDrill } from "../../src/verify/drill/run-drill.ts";
import { kubectl } from "../cluster/kubectl.ts";
import { getJson } from "./get-json.ts";
import type { LiveStack } from "./live-stack.ts";
import { textAt } from "./pod.ts";
import type { Prediction } from "./predict.ts";
import { quietOutside } from "./quiet-outside.ts";
import { watch } from "./wait.ts";

interface Around {
  readonly workspace: string;
  readonly tools: string;
  readonly progress: (line: string) => void;
}

/** One drill: what is done before it, and what its report has to say of each receiver. */
interface Case {
  readonly title: string;
  before(live: LiveStack): Promise<(() => Promise<unknown>) | undefined>;
  /** By receiver: the verdict, and a text that its reason has. */
  readonly expected: Readonly<Record<string, readonly [verdict: string, why: string]>>;
}

/** A team's hand in the Secret: everything critical goes to nobody, and groups are told of soon. */
const byHand = {
  route: {
    ...{ receiver: "on-call", group_by: ["alertname"], group_wait: "1s", group_interval: "10s" },
    routes: [{ receiver: "null", matchers: ['severity =~ "critical|none"'] }],
  },
  inhibit_rules: [{ source_matchers: ["alertname = Storm"], target_matchers: ["severity = warning"] }],
  receivers: [
    { name: "null" },
    {
      name: "on-call",
      webhook_configs: [{ url_file: "/etc/alertmanager/secrets/alertmanager-on-call/url", send_resolved: true }],
    },
  ],
};

/** That of {@link byHand}: the probes of before are in its groups. */
const intervalSeconds = 10;

const toNobody = ["not-delivered", 'The receiver "null" has no integration'] as const;

const cases: readonly Case[] = [
  {
    title: "the good stack, as it was deployed",
    before: async () => undefined,
    expected: { "on-call": ["delivered", "answered well"] },
  },
  {
    title: "critical alerts are routed to null by hand",
    before: async (live) => {
      await writeConfig(live);
      return undefined;
    },
    expected: { "on-call": ["delivered", "answered well"], null: toNobody },
  },
  {
    title: "the receiver answers 500",
    before: async ({ receiver }) => {
      receiver.answerWith(500);
      return async () => receiver.answerWith(200);
    },
    expected: { "on-call": ["not-delivered", "webhook: serverError"], null: toNobody },
  },
  {
    title: "a silence over everything",
    before: async ({ alertmanager }) => {
      const made = await post(`${alertmanager.url}/api/v2/silences`, {
        matchers: [{ name: "alertname", value: ".+", isRegex: true, isEqual: true }],
        ...{ createdBy: "rig", comment: "quiet", ...anHour() },
      });
      return () => getJson(`${alertmanager.url}/api/v2/silence/${textAt(made, ["silenceID"])}`, { method: "DELETE" });
    },
    expected: { "on-call": ["not-delivered", "of rig ("], null: toNobody },
  },
  {
    title: "an alert inhibits the others",
    before: async ({ alertmanager }) => {
      await post(`${alertmanager.url}/api/v2/alerts`, [{ labels: { alertname: "Storm" }, ...anHour() }]);
      return undefined;
    },
    expected: { "on-call": ["not-delivered", "the alert Storm inhibits it"], null: toNobody },
  },
];

/** Drills the live stack in each of these states, and answers how many drills were wrong; the webhook is the judge. */
export const drillLive = async (
  live: LiveStack,
  resolution: Prediction,
  { workspace, tools, progress }: Around,
): Promise<number> => {
  const inputs = readInputs((name) => (name === "kubeconfig" ? live.cluster.kubeconfig : ""));
  const outside = await quietOutside(inputs, workspace, tools);
  const log = { ...outside.log, info: (line: string) => progress(`  ${line}`) };
  try {
    const cluster = await outside.cluster();
    let wrong = 0;
    const runs = new Set<string>();
    for (const one of cases) {
      progress(`drill: ${one.title}`);
      const undo = await one.before(live);
      const had = live.receiver.delivered().length;
      const report = await runDrill({ resolution, cluster, inputs, planned: null, outside: { ...outside, log } });
      await undo?.();
      const problems = [...unexpected(one, report), ...notBorneOut(live, report, had, runs)];
      for (const { receiver, verdict, deliveredAfterSeconds, why } of report.routes)
        progress(
          `    ${receiver}: ${verdict}${deliveredAfterSeconds === null ? "" : ` after ${deliveredAfterSeconds} s`}. ${why}`,
        );
      for (const problem of problems) progress(`    ! ${sentence(problem)}`);
      if (problems.length > 0) wrong += 1;
    }
    progress(`${cases.length} drills, ${wrong} of them wrong`);
    return wrong;
  } finally {
    await outside.close();
  }
};

const unexpected = ({ expected }: Case, { routes }: DrillReport): readonly string[] =>
  Object.entries(expected).flatMap(([name, [verdict, why]]) => {
    const own = routes.filter(({ receiver }) => receiver === name);
    const fits = own.length > 0 && own.every((one) => one.verdict === verdict && one.why.includes(why));
    return fits ? [] : [`expected of ${name}: ${verdict}, ${why}`];
  });

/** What is claimed to be delivered has come within its group_wait, and nothing else of the drill has. */
const notBorneOut = (
  { receiver }: LiveStack,
  { routes }: DrillReport,
  before: number,
  former: Set<string>,
): readonly string[] => {
  // What an earlier drill had Alertmanager begin may still come.
  const had = receiver
    .delivered()
    .slice(before)
    .filter(({ labels }) => labels["drill"] === "true" && !former.has(labels["drill_run"] ?? ""));
  for (const { posted } of routes) former.add(posted?.labels["drill_run"] ?? "");
  const claimed = routes.filter(({ verdict }) => verdict === "delivered");
  const late = claimed.flatMap(({ receiver: name, posted, groupWaitSeconds }) => {
    const mine = had.find(
      (one) => one.receiver.endsWith(name) && one.labels["drill_run"] === posted?.labels["drill_run"],
    );
    const after = mine === undefined ? null : (mine.at - Date.parse(posted?.at ?? "")) / 1000;
    if (after === null) return [`the webhook has had nothing of the drill of ${name}`];
    const due = posted?.joinedGroup ? intervalSeconds : (groupWaitSeconds ?? 0);
    return after < due + 3 ? [] : [`the webhook had it after ${after} s, group_wait is ${groupWaitSeconds} s`];
  });
  const extra = had.length - claimed.length;
  return extra > 0 ? [...late, `the webhook has had ${extra} more of the drill than it claims`] : late;
};

const anHour = () => ({
  startsAt: new Date(Date.now() - 1000).toISOString(),
  endsAt: new Date(Date.now() + 3_600_000).toISOString(),
});

const post = (url: string, body: unknown) =>
  getJson(url, { method: "POST", body: JSON.stringify(body), headers: { "content-type": "application/json" } });

/** Puts it into the Secret that the operator reads, and waits until Alertmanager runs it. */
const writeConfig = async (live: LiveStack): Promise<void> => {
  const { kubeconfig } = live.cluster;
  const names = await kubectl(kubeconfig, ["get", "alertmanagers", "-n", "monitoring", "-o", "name"]);
  const secret = `alertmanager-${names.trim().split("/")[1]}`;
  const before = live.alertmanager.config();
  const patch = JSON.stringify({ stringData: { "alertmanager.yaml": JSON.stringify(byHand) } });
  await kubectl(kubeconfig, ["patch", "secret", secret, "-n", "monitoring", "--type=merge", "-p", patch]);
  const { isSo } = await watch(live, 30, () => live.alertmanager.config() !== before);
  if (!isSo) throw new Error(`The operator did not take over the Secret ${secret}`);
};
