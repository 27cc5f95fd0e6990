import { randomBytes } from "node:crypto";
import { allDone } from "../../core/all-done.ts";
import { runUrl } from "../../kubectl/stamp.ts";
import type { Labels } from "../../kubernetes/labels.ts";
import type { Environment } from "../../outside/environment.ts";
import { gotFrom, type Reader } from "../reach/reader.ts";

/** The label that tells a drill from what it stands for. */
export const drillLabel = "drill";

/**
 * What a drill has beside the labels of the alert that it stands for. Without `drill_run` a second drill within
 * `group_interval` would be the alert that its receiver has just been told of, and Alertmanager would not tell it
 * again.
 */
export const drillLabels = (env: Environment): Labels => ({
  [drillLabel]: "true",
  drill_run: `${/^\d{1,20}$/.exec(env["GITHUB_RUN_ID"] ?? "")?.[0] ?? "local"}-${randomBytes(3).toString("hex")}`,
});

/** Who drills, as far as the environment tells; a clause. */
export const whoDrills = (env: Environment): string => {
  const { GITHUB_REPOSITORY: repository, GITHUB_ACTOR: actor } = env;
  const parts = [
    repository ? `repository ${repository}` : "",
    runUrl(env) === undefined ? "" : `run ${runUrl(env)}`,
    actor ? `started by ${actor}` : "",
  ].filter((part) => part !== "");
  return parts.length === 0 ? "somebody at a terminal, for nothing says which run it is" : parts.join(", ");
};

/** The alert to post. Times are ISO 8601, UTC. */
export interface DrillAlert {
  /** Those with which it is posted, see `drillLabels`. */
  readonly labels: Labels;
  readonly alert: string;
  readonly receivers: readonly string[];
  readonly startsAt: string;
  readonly endsAt: string;
}

/** https://prometheus.io/docs/alerting/latest/alerts_api/ */
const bodyOf = (alert: DrillAlert, env: Environment): string => {
  const run = runUrl(env);
  return JSON.stringify([
    {
      labels: alert.labels,
      annotations: {
        summary: `DRILL, nothing is wrong: this ${alert.alert} was posted by a run of prometheus-stack-action.`,
        description: `It proves that ${alert.receivers.join(", ")} would be told of a real one. Nobody has to do anything: it ends when it was seen, and by itself at ${alert.endsAt}.`,
        drill: `${whoDrills(env)}.`,
      },
      ...{ startsAt: alert.startsAt, endsAt: alert.endsAt },
      ...(run === undefined ? {} : { generatorURL: run }),
    },
  ]);
};

/**
 * Posts it to every replica, as Prometheus does: they do not tell each other of alerts. Answers why not all have it, as
 * a clause; null where they have.
 */
export const postAlert = async (
  alert: DrillAlert,
  replicas: readonly Reader[],
  env: Environment,
): Promise<string | null> => {
  const sent = { method: "POST", path: "/api/v2/alerts", headers: { "content-type": "application/json" } } as const;
  const answers = await allDone(
    replicas.map(async (replica) => {
      const answer = await replica.ask({ ...sent, body: bodyOf(alert, env) });
      if (answer.status !== null && answer.status >= 200 && answer.status < 300) return null;
      const got = gotFrom(answer, replica.where);
      return got.ok ? null : got.why;
    }),
  );
  return answers.find((why) => why !== null) ?? null;
};
