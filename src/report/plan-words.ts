import { capital } from "../core/sentence.ts";
import { operatedKind } from "../plan/changes/operated.ts";
import type { Plan, PlannedObject, PlannedRelease } from "../plan/plan.ts";
import type { PlanReport } from "../plan/plan-report.ts";

/** A plan with what is told of it. */
export type ShownPlan = Plan & Omit<PlanReport, "content">;

export const shownPlan = ({ content, ...told }: PlanReport): ShownPlan => ({ ...content, ...told });

/** Objects that something would happen to. */
export const changedObjects = ({ objects }: Pick<ShownPlan, "objects">): readonly PlannedObject[] =>
  objects.filter(({ action }) => action !== "unchanged");

/** Whether there is nothing to do, and nothing that a person should know. */
export const isQuiet = (plan: ShownPlan): boolean =>
  changedObjects(plan).length === 0 &&
  plan.release.action === "none" &&
  plan.release.recovery === null &&
  [plan.obstacles, plan.moved ?? [], plan.losses, plan.stale, plan.notes].every((list) => list.length === 0);

/** The whole plan as one sentence of plain text, without its full stop. */
export const planSentence = (plan: ShownPlan): string => {
  const changed = changedObjects(plan);
  const count = (action: PlannedObject["action"]): number => plan.objects.filter((one) => one.action === action).length;
  if (changed.length === 0 && plan.release.action === "none")
    return `No changes: ${count("unchanged")} objects are as the stack asks for`;
  const counts = (["create", "update", "delete"] as const).flatMap((action) =>
    count(action) === 0 ? [] : [`${count(action)} to ${action}`],
  );
  const same = count("unchanged");
  const numbers = [...counts, ...(same === 0 ? [] : [`${same} unchanged`])].join(", ");
  return [capital(numbers), ...restartClause(plan), releaseClause(plan.release)].join("; ");
};

/** As many are named as one reads in a sentence. */
const mostNamed = 3;

const restartClause = ({ restarts }: ShownPlan): readonly string[] => {
  if (restarts.length === 0) return [];
  if (restarts.length > mostNamed) return [`${restarts.length} workloads restart`];
  return [
    restarts
      .map(({ ref }) => `${ref.kind} ${ref.name} ${operatedKind(ref) === null ? "restarts" : "may restart"}`)
      .join(", "),
  ];
};

/** What becomes of the helm release, and always from which chart to which. */
export const releaseClause = ({ name, namespace, action, from, chart, recovery }: PlannedRelease): string => {
  const release = `helm release ${namespace}/${name}`;
  const mended = recovery === null ? "" : ` (${recovery})`;
  if (action === "install" || from === null) return `${release} is installed with chart ${chart}${mended}`;
  if (action === "none") return `${release} stays at revision ${from.revision}${mended}`;
  const charts = from.chart === chart ? `with chart ${chart}` : `from chart ${from.chart} to ${chart}`;
  return `${release} goes from revision ${from.revision} to ${from.revision + 1}, ${charts}${mended}`;
};

/** Why the pods of a workload are replaced; a checksum by itself is told as what it is. */
export const restartCause = (because: readonly string[]): string => {
  const checksums = because.map((pointer) => /\/annotations\/checksum~1(.+)$/.exec(pointer)?.[1]);
  return checksums.every((name) => name !== undefined)
    ? `${checksums.map((name) => `checksum/${name}`).join(", ")} alone`
    : because.join(" ");
};
