import type { XidAlert } from "./xid-alerts.ts";

/** Severities that page where nobody says otherwise: the chart's own alerts have the first. */
export const pagingSeverities: readonly string[] = ["critical", "page"];

/** Severities that everybody reads as less than that. */
const quietSeverities: ReadonlySet<string> = new Set(["warning", "info", "none"]);

/**
 * Integrations whose purpose it is to page, of those in
 * https://prometheus.io/docs/alerting/latest/configuration/#receiver-integration-settings
 */
const pagingIntegrations: ReadonlySet<string> = new Set(["pagerduty", "opsgenie", "victorops", "incidentio"]);

/**
 * Whether an alert pages somebody for a code, by its severity and by the receivers that its routes lead to; `unknown`
 * where its severity is one that only its authors can read.
 */
export const pagesFor = (
  { severity, receiversOf }: Pick<XidAlert, "severity" | "receiversOf">,
  code: number,
  paging: readonly string[] = pagingSeverities,
): "yes" | "no" | "unknown" => {
  if (severity !== null && paging.includes(severity)) return "yes";
  const receivers = receiversOf(code) ?? [];
  const pagers = receivers.filter(({ integrations }) => integrations.some((kind) => pagingIntegrations.has(kind)));
  if (pagers.some(({ certain }) => certain)) return "yes";
  return pagers.length === 0 && severity !== null && quietSeverities.has(severity) ? "no" : "unknown";
};
