import { nameOf } from "../../core/finding.ts";
import { cutTo } from "../../plan/hidden/excerpt.ts";
import type { PlanReport } from "../../plan/plan-report.ts";
import { changedObjects, isQuiet, planSentence, restartCause, type ShownPlan, shownPlan } from "../plan-words.ts";
import { counted } from "../summary/markdown.ts";

/** Lines of each kind that a log has room for; plan.json has all. */
const most = 50;

/** The plan for a log or a terminal: the sentence, what is worst, and a line an object; empty where there is none. */
export const renderPlanText = ({ plan: report }: { readonly plan: PlanReport | null }): string => {
  if (report === null) return "";
  const plan = shownPlan(report);
  const sentence = `Plan: ${planSentence(plan)}`;
  if (isQuiet(plan)) return [sentence, ...drillLines(plan)].join("\n");
  const { obstacles, moved, losses, restarts, images, stale, release, notes, digest, expiresAt } = plan;
  return [
    sentence,
    ...lines(obstacles, ({ reason, message, hint }) => `REFUSED (${reason}): ${message}\n    next step: ${hint}`),
    ...lines(moved ?? [], ({ what, approved, now }) => `MOVED ${what}: approved ${said(approved)}, now ${said(now)}`),
    ...lines(losses, ({ ref, what, allowed }) => `${allowed ? "LOST" : "LOST, not allowed:"} ${nameOf(ref)}: ${what}`),
    ...lines(ordered(plan), ({ ref, action, layer, changes, unverified, owner }) =>
      [
        `${action} ${nameOf(ref)} (${layer})`,
        changes.length === 0 ? "" : counted(changes.length, "field"),
        unverified === null ? "" : `unverified: ${unverified}`,
        owner === null ? "" : `held by ${owner}`,
      ]
        .filter((part) => part !== "")
        .join(", "),
    ),
    ...lines(restarts, ({ ref, because }) => `restart of ${nameOf(ref)}: ${cutTo(restartCause(because), 200)}`),
    ...lines(images, ({ from, to, in: ref }) => `image in ${nameOf(ref)}: ${said(from)} -> ${said(to)}`),
    ...lines(stale, (ref) => `stale ${nameOf(ref)}`),
    ...lines(release.hooks, (ref) => `hook ${nameOf(ref)} will run`),
    ...drillLines(plan),
    ...lines(notes, (note) => note),
    `  digest ${digest}, holds until ${expiresAt}`,
  ].join("\n");
};

const drillLines = ({ drill }: ShownPlan): readonly string[] => [
  ...lines(drill?.routes ?? [], ({ receiver, route, integrations, alerts }) =>
    integrations.length === 0
      ? `drill of ${receiver}, route ${route}: it notifies nobody, and nothing will be posted`
      : `drill of ${receiver} (${integrations.join(", ")}), route ${route}, with one of ${counted(alerts.length, "alert")}`,
  ),
  ...lines(drill?.unseen ?? [], (clause) => `drill: ${clause}`),
];

/** What is deleted first. */
const ordered = (plan: ShownPlan): ReturnType<typeof changedObjects> => {
  const changed = changedObjects(plan);
  return [
    ...changed.filter(({ action }) => action === "delete"),
    ...changed.filter(({ action }) => action !== "delete"),
  ];
};

const said = (value: string | null): string => value ?? "nothing";

const lines = <T>(items: readonly T[], line: (item: T) => string): readonly string[] => [
  ...items.slice(0, most).map((item) => `  ${line(item)}`),
  ...(items.length > most ? [`  and ${items.length - most} more`] : []),
];
