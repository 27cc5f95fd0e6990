import { codeList, xidCatalogue } from "../../dcgm/xid-codes.ts";
import type { XidRow, XidTold } from "../../signal/alerts/xid-table.ts";
import type { Report } from "../report.ts";
import { link, table, text } from "./markdown.ts";

const icons = { ok: "✅", broken: "❌", unknown: "❔" } as const;

/**
 * XIDs by NVIDIA's action, alert, severity and receiver: all that ask for the hardware, of the others those that some
 * alert tells of. Empty where the tree has no alert on XIDs.
 */
export const xidSection = ({ xids }: Report): string => {
  if (xids === null) return "";
  const rows = xids.rows.filter(({ need, alerts }) => need === "hardware" || alerts.length > 0).map(cells);
  const unclear =
    xids.unclear.length === 0 ? "" : `For which codes ${xids.unclear.map(text).join(", ")} fires cannot be told.`;
  const parts = [
    "### XID by action",
    `What ${link("NVIDIA's catalogue", xidCatalogue)} has to be done about a code, and who is told of it.`,
    table(["XID", "Action", "Alert", "Severity", "Receiver"], rows),
    unclear,
  ];
  return parts.filter((part) => part !== "").join("\n\n");
};

const cells = ({ codes, action, alerts }: XidRow): readonly string[] => [
  codeList(codes),
  text(action ?? "none"),
  ...(alerts.length === 0
    ? ["➖ no alert", "", ""]
    : [column(alerts, nameOf), column(alerts, severityOf), column(alerts, receiversOf)]),
];

const column = (alerts: readonly XidTold[], of: (alert: XidTold) => string): string => alerts.map(of).join("<br>");

const nameOf = ({ name, status }: XidTold): string => `${icons[status]} ${text(name)}`;
const severityOf = ({ severity, pages }: XidTold): string =>
  `${severity === null ? "not known" : text(severity)}${pages === "yes" ? ", pages" : ""}`;
const receiversOf = ({ receivers }: XidTold): string =>
  receivers === null ? "not in sight" : receivers.map(text).join(", ");
