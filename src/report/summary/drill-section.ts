import type { Plan } from "../../plan/plan.ts";
import type { DrilledRoute } from "../../verify/drill/drill-report.ts";
import type { Report } from "../report.ts";
import { code, counted, details, table, text } from "./markdown.ts";

const icons = { delivered: "✅", "not-delivered": "❌", "cannot-be-told": "❔" } as const;

/** Who was told by the delivery drill, as Markdown; empty where there was none. `rows`: how many a table may have. */
export const drillSection = ({ drill }: Pick<Report, "drill">, rows: number): string => {
  if (drill === null) return "";
  const { routes, by, notes } = drill;
  const reached = routes.filter(({ verdict }) => verdict === "delivered").length;
  return [
    "### Delivery drill",
    `${reached} of ${counted(routes.length, "route")} of GPU alerts reached a receiver. Drilled by ${text(by)}.`,
    table(
      ["Receiver", "Route", "Alert", "Result"],
      routes.slice(0, rows).map((one) => [named(one), code(one.route), text(one.posted?.alert ?? ""), result(one)]),
    ),
    routes.length > rows ? `${counted(routes.length - rows, "more route")} in report.json.` : "",
    details("What else is known of the drill", notes.slice(0, rows).map(text).join("<br>")),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
};

const named = ({ receiver, integrations }: Pick<DrilledRoute, "receiver" | "integrations">): string =>
  `${text(receiver)}${integrations.length === 0 ? "" : ` (${text(integrations.join(", "))})`}`;

const result = ({ verdict, deliveredAfterSeconds, groupWaitSeconds, why }: DrilledRoute): string =>
  deliveredAfterSeconds === null
    ? `${icons[verdict]} ${verdict}: ${text(why)}`
    : `${icons[verdict]} ${verdict} after ${deliveredAfterSeconds} s (group_wait ${groupWaitSeconds ?? "?"} s)<br>${text(why)}`;

/** Who would be told by the drill of a plan, as Markdown; empty where none is planned. */
export const drilled = ({ drill }: Pick<Plan, "drill">, rows: number): string => {
  if (drill === null) return "";
  const { routes, unseen } = drill;
  const whom = routes.length === 0 ? "nobody, for no GPU alert is routed anywhere" : counted(routes.length, "route");
  return [
    `**The delivery drill will tell ${whom}**`,
    table(
      ["Receiver", "Route", "Alerts"],
      routes
        .slice(0, rows)
        .map((one) => [
          one.integrations.length === 0 ? `${text(one.receiver)}: notifies nobody` : named(one),
          code(one.route),
          text(one.alerts.slice(0, mostNamed).join(", ") + (one.alerts.length > mostNamed ? ", …" : "")),
        ]),
    ),
    routes.length > rows ? `${counted(routes.length - rows, "more route")} in plan.json.` : "",
    unseen
      .slice(0, rows)
      .map((clause) => `⚠️ Not in sight: ${text(clause)}.`)
      .join("<br>"),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
};

/** As many alerts as one reads in a cell. */
const mostNamed = 5;
