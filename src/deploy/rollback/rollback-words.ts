import { nameOf, type ResourceRef } from "../../core/finding.ts";
import type { FormerDifference, RollbackReport } from "./rollback-report.ts";

const mostNamed = 10;

/** What is back, what is not, and what the cluster runs now; one sentence each, the weightiest first. */
export const rollbackSummary = (report: Omit<RollbackReport, "summary" | "keptIn">): string => {
  const { compared, differences, release, notReady, stays, verified } = report;
  const failed = differences.filter(({ ofOthers }) => !ofOthers);
  const ofOthers = differences.filter((one) => one.ofOthers);
  const crds = stays.filter(({ ref }) => ref.kind === "CustomResourceDefinition");
  const kept = stays.filter(({ ref }) => ref.kind !== "CustomResourceDefinition");
  return [
    failed.length === 0
      ? `${compared} objects compared with what was there before the deploy: ${differences.length} differences.`
      : `${failed.length} of ${compared} objects are not as they were before the deploy: ${named(failed, tellDifference)}.`,
    releaseSentence(release),
    notReady.length === 0 ? "" : `Not ready again: ${named(notReady, ({ ref, why }) => `${nameOf(ref)} (${why})`)}.`,
    ofOthers.length === 0 ? "" : `Left as others wrote it meanwhile: ${named(ofOthers, tellDifference)}.`,
    crds.length === 0
      ? ""
      : `CustomResourceDefinitions are not rolled back: ${named(crds, ({ ref, why }) => `${ref.name} (${why})`)}.`,
    kept.length === 0 ? "" : `Left behind: ${named(kept, ({ ref, why }) => `${nameOf(ref)} (${why})`)}.`,
    verified === null ? "" : `Verified again: ${verified.passed ? "passed" : "failed"}: ${verified.message}`,
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
};

const releaseSentence = ({
  name,
  namespace,
  action,
  to,
  revision,
  status,
  error,
}: RollbackReport["release"]): string => {
  const which = `The helm release ${namespace}/${name}`;
  const now = revision === null ? "" : `: its history ends with revision ${revision}, ${status}`;
  if (error !== null) return `${which} is not back, for helm failed (${error})${now}.`;
  if (action === "untouched")
    return revision === null ? "" : `${which} was not touched: revision ${revision}, ${status}.`;
  return action === "uninstalled"
    ? `${which} is removed.`
    : `${which} runs what revision ${to} was, as revision ${revision}.`;
};

const tellDifference = ({ ref, pointers, why }: FormerDifference): string =>
  `${nameOf(ref)} (${[pointers.slice(0, 3).join(", "), why].filter((part) => part !== "").join(": ")})`;

const named = <T>(all: readonly T[], tell: (one: T) => string): string => {
  const shown = all.slice(0, mostNamed).map(tell).join(", ");
  return all.length > mostNamed ? `${shown} and ${all.length - mostNamed} more` : shown;
};

/** Whether nothing but what others wrote is otherwise than it was. */
export const isComplete = ({
  differences,
  release,
  notReady,
}: Pick<RollbackReport, "differences" | "release" | "notReady">): boolean =>
  differences.every(({ ofOthers }) => ofOthers) && release.error === null && notReady.length === 0;

/** Where the objects are kept that a person may have to put back. */
export const whereKept = (keptIn: ResourceRef | null, print: (ref: ResourceRef) => string): string =>
  keptIn === null
    ? "What was there before is not kept any more."
    : `What was there before is kept in ${nameOf(keptIn)}: \`${print(keptIn)}\` prints it.`;
