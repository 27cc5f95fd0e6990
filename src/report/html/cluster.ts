import type { DrillReport } from "../../verify/drill/drill-report.ts";
import type { Report } from "../report.ts";
import { type Bar, bars } from "./bars.ts";
import { type Html, html, htmlTable, none, section } from "./markup.ts";
import { stateMark } from "./state.ts";

const ranks = { "not-seen": 0, "cannot-be-seen": 1, seen: 2 } as const;

/** What was seen in the cluster that no single signal has: conditions, GPUs by node, and who was drilled. */
export const clusterPart = ({ verify, drill }: Report, rows: number): Html =>
  section("cluster", "What the cluster shows", [
    htmlTable(
      "Conditions of the cluster",
      ["State", "Condition", "Of", "What was seen"],
      (verify?.conditions ?? [])
        .toSorted((a, b) => ranks[a.sight] - ranks[b.sight])
        .slice(0, rows)
        .map(({ condition, subject, sight, what, hint }) => [
          stateMark(sight),
          html`${condition.replaceAll("-", " ")}`,
          html`${subject}`,
          html`${what}${hint === null || sight === "seen" ? none : html` <strong>Next step:</strong> ${hint}`}`,
        ]),
    ),
    htmlTable(
      "GPUs by node",
      ["Node", "GPUs", "With metrics", "MIG slices", "With metrics"],
      (verify?.gpus ?? [])
        .slice(0, rows)
        .map(({ node, ...of }) => [
          html`${node}`,
          html`${of.allocatable + of.unhealthy}`,
          html`${stateMark(of.exported < of.allocatable + of.unhealthy ? "not-seen" : "seen")} ${of.exported}`,
          html`${of.migAllocatable + of.migUnhealthy}`,
          html`${of.migExported}`,
        ]),
    ),
    drill === null
      ? none
      : html`<h3>Delivery drill</h3>
${deliveryBars(drill)}${htmlTable(
  "Drilled routes",
  ["Route", "Receiver", "Result", "After", "Why"],
  drill.routes
    .slice(0, rows)
    .map(({ route, receiver, verdict, deliveredAfterSeconds, why }) => [
      html`<code>${route}</code>`,
      html`${receiver}`,
      stateMark(verdict === "delivered" ? "seen" : verdict === "not-delivered" ? "not-seen" : "cannot-be-seen"),
      html`${deliveredAfterSeconds === null ? "" : `${deliveredAfterSeconds} s`}`,
      html`${why}`,
    ]),
)}`,
  ]);

/** How long each alert of the drill was under way until its receiver had it. */
const deliveryBars = ({ routes }: DrillReport): Html => {
  const delivered = routes.flatMap(({ route, receiver, deliveredAfterSeconds: seconds }): readonly Bar[] =>
    seconds === null ? [] : [{ name: receiver, value: seconds, said: `${seconds} s, route ${route}` }],
  );
  return delivered.length === 0 ? none : bars("How long until each receiver had the drill's alert", delivered);
};
