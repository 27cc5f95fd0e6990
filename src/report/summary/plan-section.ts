import { nameOf, type ResourceRef } from "../../core/finding.ts";
import { operatedKind } from "../../plan/changes/operated.ts";
import { cutTo } from "../../plan/hidden/excerpt.ts";
import type { PlannedObject } from "../../plan/plan.ts";
import type { PlanReport } from "../../plan/plan-report.ts";
import { secretLimit } from "../../plan/release/stored-size.ts";
import { changedObjects, isQuiet, planSentence, restartCause, type ShownPlan, shownPlan } from "../plan-words.ts";
import { drilled } from "./drill-section.ts";
import { code, counted, details, table, text } from "./markdown.ts";
import { fieldChanges } from "./plan-changes.ts";

/** UTF-16 units: a pod template may change in a hundred fields. */
const longestCause = 500;

/**
 * What a deploy would do, as Markdown, what is worst first: why it would be refused, what moved since it was approved,
 * what is deleted or lost, then all else. Empty where nothing was planned; one sentence where there is nothing to do.
 * `rows`: how many rows a table may have; `withFields`: whether the changed fields of each object are told.
 */
export const planSection = (
  { plan: report }: { readonly plan: PlanReport | null },
  rows: number,
  { withFields = true } = {},
): string => {
  if (report === null) return "";
  const plan = shownPlan(report);
  const sentence = `${text(planSentence(plan))}.`;
  const parts = isQuiet(plan)
    ? [sentence, drilled(plan, rows)]
    : [sentence, ...urgent(plan, rows), ...rest(plan, rows, withFields), approval(plan)];
  return ["### Plan", ...parts].filter((part) => part !== "").join("\n\n");
};

const urgent = (plan: ShownPlan, rows: number): readonly string[] => {
  const changed = changedObjects(plan);
  const deleted = changed.filter(({ action }) => action === "delete");
  return [
    plan.obstacles
      .slice(0, rows)
      .map(
        ({ reason, message, hint }) =>
          `❌ **Refused** (${code(reason)}): ${text(message)}<br><b>Next step:</b> ${text(hint)}`,
      )
      .join("\n\n"),
    more(plan.obstacles.length, rows, "more reason"),
    titled("What moved since the approval", ["What", "Approved", "Now"], plan.moved ?? [], rows, (one) => [
      text(one.what),
      value(one.approved),
      value(one.now),
    ]),
    titled("Deleted", ["Object", "Part"], deleted, rows, ({ ref, layer, owner }) => [named(ref, owner), layer]),
    titled("Lost for good", ["Object", "What", ""], plan.losses, rows, ({ ref, what, allowed }) => [
      text(nameOf(ref)),
      text(what),
      allowed ? "allowed" : "⚠️ not allowed",
    ]),
    titled("CustomResourceDefinitions", ["Name", "Action"], changed.filter(isCrd), rows, ({ ref, action }) => [
      code(ref.name),
      action,
    ]),
    titled("Pods replaced", ["Workload", "", "Because of"], plan.restarts, rows, ({ ref, because }) => [
      text(nameOf(ref)),
      operatedKind(ref) === null ? "restarts" : "may restart",
      text(cutTo(restartCause(because), longestCause)),
    ]),
    titled("Images", ["In", "From", "To"], plan.images, rows, ({ from, to, in: ref }) => [
      text(nameOf(ref)),
      value(from),
      value(to),
    ]),
  ];
};

const rest = (plan: ShownPlan, rows: number, withFields: boolean): readonly string[] => {
  const { release, stale, notes } = plan;
  const changed = changedObjects(plan);
  const others = changed.filter((one) => !isCrd(one) && one.action !== "delete");
  const unverified = changed.filter((one) => one.unverified !== null);
  return [
    titled("Created and updated", ["Object", "Part", "Action"], others, rows, (one) => [
      named(one.ref, one.owner),
      one.layer,
      onlyManagers(one) ? "update (of who manages its fields, and nothing else)" : one.action,
    ]),
    changed
      .slice(0, withFields ? rows : 0)
      .map((one) => fieldChanges(one, rows))
      .filter((part) => part !== "")
      .join("\n"),
    drilled(plan, rows),
    list("No more in the tree, and left in the cluster", stale.map(nameOf), rows),
    list("Hooks that will run", release.hooks.map(nameOf), rows),
    titled("Not verified by the server", ["Object", "Why"], unverified, rows, ({ ref, unverified }) => [
      text(nameOf(ref)),
      text(unverified ?? ""),
    ]),
    release.storedBytes === null || release.storedBytes < secretLimit / 2
      ? ""
      : `The release takes about ${release.storedBytes} of the ${secretLimit} bytes that a Secret may hold.`,
    notes.slice(0, rows).map(text).join("\n\n"),
    more(notes.length, rows, "more note"),
  ];
};

/** What whoever approves compares with what the deploy is given. */
const approval = ({ digest, expiresAt, target }: ShownPlan): string =>
  [
    `For ${code(target.server)} (Kubernetes ${code(target.kubernetesVersion)}, uid of kube-system ${code(target.clusterUid)}).`,
    `Digest of this plan: ${code(digest)}. It holds until ${code(expiresAt)}.`,
  ].join("<br>");

const onlyManagers = ({ action, changes, unverified }: PlannedObject): boolean =>
  action === "update" && changes.length === 0 && unverified === null;

const isCrd = ({ ref }: PlannedObject): boolean => ref.kind === "CustomResourceDefinition";

const named = (ref: ResourceRef, owner: string | null): string =>
  `${text(nameOf(ref))}${owner === null ? "" : `<br>held by ${text(owner)}`}`;

const value = (one: string | null): string => (one === null ? "" : code(one));

const titled = <T>(
  title: string,
  header: readonly string[],
  items: readonly T[],
  rows: number,
  row: (item: T) => readonly string[],
): string =>
  items.length === 0
    ? ""
    : [`**${title}**`, table(header, items.slice(0, rows).map(row)), more(items.length, rows, "more row")]
        .filter((part) => part !== "")
        .join("\n\n");

const list = (title: string, names: readonly string[], rows: number): string =>
  details(
    `${title}: ${counted(names.length, "object")}`,
    names.length === 0 ? "" : `${names.slice(0, rows).map(text).join("<br>")}${names.length > rows ? "<br>…" : ""}`,
  );

const more = (all: number, rows: number, noun: string): string =>
  all > rows ? `${counted(all - rows, noun)} in plan.json.` : "";
