import { codeList, type XidCode, xidCodes, xidGpus } from "../dcgm/xid-codes.ts";
import { hasGrafanaAlerting } from "../inventory/grafana-alerting.ts";
import { pagesFor } from "../signal/alerts/paging.ts";
import { othersReadXids, type XidAlert, xidAlerts } from "../signal/alerts/xid-alerts.ts";
import type { Check } from "./check.ts";
import { pagingOption } from "./own/paging-option.ts";
import { notAllRendered } from "./problem/absence.ts";
import { xidProblem } from "./problem/xid-problem.ts";

export const xidHardwareCodeUnpaged: Check = {
  id: "xid-hardware-code-unpaged",
  title: "XIDs that ask for a reset, a reboot or a replacement page nobody.",
  severity: "warning",
  decidedBy: "own",
  reads: ["render", "resolution"],
  cannotJudge: notAllRendered,
  options: {
    severities: pagingOption,
    gpus: {
      type: "list",
      description: "GPUs of the cluster: codes that none of them reports need no alert",
      default: xidGpus,
      allowed: xidGpus,
    },
  },
  *find({ render, resolution }, options) {
    const alerts = xidAlerts(resolution);
    const severities = options.list("severities");
    // A tree without any is told of that, and what cannot be followed may page.
    if (alerts.length === 0 || alerts.some(({ unclear }) => unclear)) return;
    if (othersReadXids(resolution.world) || hasGrafanaAlerting(render)) return;
    const gpus = options.list("gpus");
    const wanted = xidCodes.filter((one) => one.need === "hardware" && one.gpus.some((gpu) => gpus.includes(gpu)));
    const pages = (alert: XidAlert, { code }: XidCode): boolean =>
      alert.codes.some((one) => one.code === code) && pagesFor(alert, code, severities) !== "no";
    const unpaged = wanted.filter((one) => !alerts.some((alert) => pages(alert, one)));
    const [nearest] = alerts.toSorted((a, b) => pagedBy(b, wanted, pages) - pagedBy(a, wanted, pages));
    if (unpaged.length === 0 || nearest === undefined) return;
    yield xidProblem(
      nearest,
      resolution,
      `nobody is paged for ${unpaged.length === 1 ? "the XID" : "the XIDs"} ${codeList(unpaged.map(({ code }) => code))}, which NVIDIA answers with a reset, a reboot or a workflow${byQuiet(alerts, unpaged)}`,
      "Name them in an alert that pages, or say in the option gpus which GPUs the cluster has.",
    );
  },
};

const pagedBy = (
  alert: XidAlert,
  wanted: readonly XidCode[],
  pages: (alert: XidAlert, code: XidCode) => boolean,
): number => wanted.filter((one) => pages(alert, one)).length;

/** Alerts that fire for such codes and wake nobody. */
const byQuiet = (alerts: readonly XidAlert[], unpaged: readonly XidCode[]): string => {
  const told = alerts.flatMap(({ codes, severity, way }) => {
    const some = codes.filter((code) => unpaged.includes(code));
    const which = some.length === unpaged.length ? "them" : codeList(some.map(({ code }) => code));
    return some.length === 0 ? [] : [`${way.entry.name}, which fires for ${which}, has severity ${severity}`];
  });
  return told.length === 0 ? "" : `; ${told.join("; ")}`;
};
