import type { DashboardFile } from "../../signal/dashboards/dashboard-file.ts";
import { isRead } from "../../signal/dashboards/dashboard-model.ts";
import type { Scene } from "../scene.ts";
import type { Condition } from "../verification.ts";
import type { LiveGrafana } from "./live-grafana.ts";

/** Whether Grafana has every dashboard that the files give it, those of the chart too. */
export const provisioningCondition = (
  { resolution }: Pick<Scene, "resolution">,
  subject: string,
  { list }: Pick<LiveGrafana, "list">,
): Condition => {
  const condition = "grafana-loads-provisioning";
  if (!list.ok)
    return {
      ...{ condition, subject, sight: "cannot-be-seen", what: `Its dashboards cannot be listed: ${list.why}.` },
      hint: "Let the account read the Secret with Grafana's password, or let Grafana show dashboards to anybody (auth.anonymous).",
    };
  const given = resolution.dashboards.files.filter((file) => isGiven(file, resolution.paths));
  if (given.length === 0)
    return { condition, subject, sight: "cannot-be-seen", what: "The files give it no dashboard.", hint: null };
  const [uids, titles] = [new Set(list.value.map(({ uid }) => uid)), new Set(list.value.map(({ title }) => title))];
  const missing = given.filter(({ model }) => {
    if (!isRead(model)) return false;
    return model.uid === null ? !titles.has(model.title?.trim() ?? "") : !uids.has(model.uid.trim());
  });
  if (missing.length === 0)
    return {
      ...{ condition, subject, sight: "seen", hint: null },
      what: `It has all ${given.length} dashboards that the files give it.`,
    };
  const named = missing.slice(0, 3).map(({ model }) => JSON.stringify(isRead(model) ? model.title : ""));
  const more = missing.length > named.length ? ` and ${missing.length - named.length} more` : "";
  return {
    ...{ condition, subject, sight: "not-seen" },
    what: `It lacks ${missing.length} of ${given.length} dashboards that the files give it: ${named.join(", ")}${more}.`,
    hint: "Look whether its pod has the sidecar for dashboards, at that container's log, and at Grafana's own (logger=provisioning.dashboard).",
  };
};

/** What Grafana certainly gets: one whose way ends on the way there is told by that. */
const isGiven = ({ by, model, name, object, own }: DashboardFile, paths: Scene["resolution"]["paths"]): boolean => {
  if (by === null || !isRead(model) || model.form !== "classic" || model.title === null || !name.endsWith(".json"))
    return false;
  const path = own
    ? paths.find(({ signal, resource }) => signal === "dashboard" && resource === object.ref)
    : undefined;
  return path === undefined || path.hops.every(({ hop, status }) => !before.has(hop) || status === "ok");
};

const before: ReadonlySet<string> = new Set([
  "sidecar-selects-configmap",
  "sidecar-watches-namespace",
  "grafana-reads-file",
  "grafana-takes-json",
  "dashboard-is-unique",
]);
