import { datasourceHops } from "../../signal/dashboards/dashboard-datasource.ts";
import type { DashboardFile } from "../../signal/dashboards/dashboard-file.ts";
import { isRead } from "../../signal/dashboards/dashboard-model.ts";
import { dashboardPartsOf } from "../../signal/dashboards/dashboard-queries.ts";
import type { Datasource } from "../../signal/grafana/grafana-datasources.ts";
import type { Condition } from "../verification.ts";
import type { LiveGrafana } from "./live-grafana.ts";
import type { Seen } from "./live-sidecar.ts";

/** Whether the data sources that a dashboard names are among those that Grafana has: judged as from files. */
export const datasourcesSeen = (file: DashboardFile, { datasources }: LiveGrafana): Seen => {
  const { model } = file;
  if (!isRead(model)) return { sight: "cannot-be-seen", what: "what the dashboard holds cannot be read" };
  if (!datasources.ok) return { sight: "cannot-be-seen", what: `data sources cannot be listed: ${datasources.why}` };
  const { datasources: used } = dashboardPartsOf(model.content, model.root);
  const hops = datasourceHops(file, model, used, { list: datasources.value, others: null });
  const broken = hops.filter(({ status }) => status === "broken");
  return broken.length > 0
    ? { sight: "not-seen", what: broken.map(({ why }) => why).join("; ") }
    : { sight: "seen", what: `Grafana has ${datasources.value.map(({ uid }) => uid).join(", ")}` };
};

/**
 * Types that run in the browser alone, so that Grafana has no check of them:
 * https://github.com/grafana/grafana/blob/v12.0.0/public/app/plugins/datasource/alertmanager/plugin.json
 */
const unchecked = new Set(["alertmanager"]);

/** Whether each data source that the files give Grafana is there, and answers it. */
export const datasourceConditions = async (
  given: readonly Datasource[],
  grafana: LiveGrafana,
): Promise<readonly Condition[]> =>
  Promise.all(given.filter(({ type }) => !unchecked.has(type)).map((one) => conditionOf(one, grafana)));

const conditionOf = async ({ name, uid, type }: Datasource, grafana: LiveGrafana): Promise<Condition> => {
  const condition = "datasource-answers";
  const subject = `data source ${name} (${type}, uid ${uid})`;
  const { datasources } = grafana;
  if (datasources.ok && !datasources.value.some((one) => one.uid === uid)) {
    const has = datasources.value.map((one) => one.uid).join(", ") || "none";
    return {
      ...{ condition, subject, sight: "not-seen", what: `Grafana has no data source with this uid; it has ${has}.` },
      hint: "Look at the log of the container …-sc-datasources of Grafana's pod, and at Grafana's own (logger=provisioning.datasources).",
    };
  }
  const { sight, why } = await grafana.health(uid);
  const said = why.replace(/\.$/, "");
  if (sight === "seen") return { condition, subject, sight, what: `Grafana's check of it says: ${said}.`, hint: null };
  if (sight === "cannot-be-seen")
    return { condition, subject, sight, what: `Whether it answers cannot be asked: ${said}.`, hint: null };
  return {
    ...{ condition, subject, sight, what: `Grafana's check of it fails: ${said}.` },
    hint: "Open the url of the data source from Grafana's pod: its Service, port and path prefix, and whether that server runs.",
  };
};
