import { OperatorError } from "../../core/errors.ts";
import { compare, nameOf } from "../../core/finding.ts";
import type { Inputs } from "../../inputs.ts";
import { deadlineIn } from "../../kubectl/deadline.ts";
import type { Cluster } from "../../outside/cluster.ts";
import type { Outside } from "../../outside/outside.ts";
import type { PlannedDrill } from "../../plan/plan.ts";
import type { Resolution } from "../../signal/resolve-signals.ts";
import { type Addresses, sceneOf } from "../scene.ts";
import { drillLabels, whoDrills } from "./drill-alert.ts";
import { drillAlertmanager } from "./drill-alertmanager.ts";
import type { DrillReport } from "./drill-report.ts";
import type { ToldRoutes } from "./drilled-routes.ts";
import { gpuAlerts } from "./gpu-alerts.ts";
import { planDrill, refuseUnknownReceivers } from "./plan-drill.ts";

/** What a drill is made of. */
export interface DrillRequest {
  readonly resolution: Resolution;
  readonly cluster: Pick<Cluster, "openApi">;
  readonly inputs: Addresses & Pick<Inputs, "verifyTimeoutMs" | "drillReceivers">;
  readonly outside: Pick<Outside, "askAddress" | "env" | "mask" | "log" | "now" | "signal">;
  /** What the plan of a deploy has: nobody else is told then. Null where there is no plan, in mode verify. */
  readonly planned: PlannedDrill | null;
}

/** Milliseconds in which what was posted can still be ended after the run was cancelled. */
const lastWordsMs = 2000;

/**
 * Posts an alert for each route of Alertmanager that GPU alerts take, proves from Alertmanager's own counters that its
 * receiver is told, and ends the alert: also where the run is cancelled. Throws OperatorError `cancelled`,
 * `cluster-unreachable`, and `invalid-input` where `drill-receivers` names nobody.
 */
export const runDrill = async (request: DrillRequest): Promise<DrillReport> => {
  const { resolution, cluster, inputs, outside, planned } = request;
  const started = outside.now();
  const deadline = deadlineIn(inputs.verifyTimeoutMs, outside.now);
  const words = lastWords(outside.signal);
  const api = await cluster.openApi(words.signal);
  const askAddress: Outside["askAddress"] = (address) => outside.askAddress(address, words.signal);
  const scene = sceneOf({ resolution, api, addresses: inputs, outside: { askAddress, mask: outside.mask } });
  try {
    const alerts = gpuAlerts(resolution);
    const predicted = planned ?? planDrill(resolution, { drill: true, drillReceivers: inputs.drillReceivers });
    const marks = drillLabels(outside.env);
    const parts: ToldRoutes[] = [];
    for (const alertmanager of new Set(alerts.flatMap((alert) => alert.alertmanagers)))
      parts.push(
        await drillAlertmanager({
          ...{ alertmanager, scene, deadline, outside, marks, receivers: inputs.drillReceivers },
          alerts: alerts.filter((alert) => alert.alertmanagers.includes(alertmanager)),
          predicted: predicted?.routes.filter((one) => one.alertmanager === nameOf(alertmanager.ref)) ?? [],
          onlyPredicted: planned !== null,
        }),
      );
    const routes = parts.flatMap((part) => part.routes);
    refuseUnknownReceivers(inputs.drillReceivers, routes);
    return {
      passed: routes.every(({ verdict }) => verdict !== "not-delivered"),
      by: whoDrills(outside.env),
      waitedMs: Math.round(outside.now() - started),
      requests: scene.counter.count,
      routes,
      notes: [
        ...(alerts.length === 0 ? ["The tree has no GPU alert: nobody was to be drilled."] : []),
        ...[...new Set(predicted?.unseen ?? [])].sort(compare).map((clause) => `Not in sight: ${clause}.`),
        ...parts.flatMap((part) => part.notes),
      ],
    };
  } finally {
    await api.close();
    words.close();
  }
};

/** A signal that ends some time after the run's own. */
const lastWords = (signal: AbortSignal): { readonly signal: AbortSignal; close(): void } => {
  const ending = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const onAbort = (): void => {
    timer = setTimeout(() => ending.abort(signal.reason), lastWordsMs).unref();
  };
  signal.addEventListener("abort", onAbort, { once: true });
  return {
    signal: ending.signal,
    close: () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", onAbort);
    },
  };
};

/** Why a run with this drill fails; null where nobody was left untold. */
export const drillTrouble = ({ routes }: DrillReport): OperatorError | null => {
  const failed = routes.filter(({ verdict }) => verdict === "not-delivered");
  if (failed.length === 0) return null;
  const lines = failed.map(({ receiver, route, why }) => `  - ${receiver}, route ${route}: ${why}`);
  return new OperatorError(
    "verify-failed",
    `The delivery drill did not reach ${[...new Set(failed.map(({ receiver }) => receiver))].join(", ")}:\n${lines.join("\n")}`,
    "Mend the receiver or the route that is named, and run again; Alertmanager's log has what a receiver answered.",
  );
};
