import { exporterGone, failureClassIds } from "../dcgm/failure-classes.ts";
import { type ClassCoverage, gpuCoverage } from "../signal/alerts/gpu-coverage.ts";
import type { Check } from "./check.ts";
import { absenceAt, notAllRendered } from "./problem/absence.ts";

export const gpuAlertCoverageMissing: Check = {
  id: "gpu-alert-coverage-missing",
  title: "A class of GPU failures has no alert.",
  severity: "warning",
  decidedBy: "own",
  reads: ["stack", "render", "resolution"],
  cannotJudge: notAllRendered,
  options: {
    required: {
      type: "list",
      description: "Classes of GPU failures that need an alert",
      default: ["xid", "temperature", "uncorrectable-memory"],
      allowed: failureClassIds,
    },
  },
  *find({ stack, resolution }, options) {
    const coverage = gpuCoverage(resolution);
    // A tree without any GPU alert is told of that.
    if (coverage.every((one) => one.status === "none" || one.class === exporterGone.id)) return;
    const required = options.list("required");
    const missing = coverage.filter((one) => required.includes(one.class) && one.status === "none");
    if (missing.length === 0) return;
    yield {
      message: `No alert of the tree speaks of ${missing.map((one) => `${one.title} (${one.class})`).join(", ")}`,
      at: absenceAt(stack, "alerting"),
      fix: {
        description: `Add alerts for them, or name the classes that you need in the option required.${rowsFor(missing)}`,
        edits: [],
      },
    };
  },
};

/** What a list of counters needs for classes that the exporter exports nothing of. */
const rowsFor = (missing: readonly ClassCoverage[]): string => {
  const rows = missing.flatMap(({ title, turnedOnBy }) =>
    turnedOnBy === null ? [] : [`${title}: \`${turnedOnBy.row}\` (dcgm-exporter ${turnedOnBy.since} and newer)`],
  );
  return rows.length === 0
    ? ""
    : ` The exporter exports nothing of some by default; a row in its list of counters turns it on: ${rows.join("; ")}.`;
};
