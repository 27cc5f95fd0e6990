import type { FailureClassId } from "./failure-classes.ts";

/** How soon NVIDIA has somebody act on a class of failures. */
export interface ClassUrgency {
  readonly class: FailureClassId;
  /** `now`: it pages; `soon`: somebody reads of it; `later`: it wakes nobody. */
  readonly when: "now" | "soon" | "later";
  /** What NVIDIA says of it, as a clause. */
  readonly why: string;
}

/**
 * Classes whose action NVIDIA states; XIDs have theirs by code, in xid-codes.ts.
 * https://docs.nvidia.com/deploy/a100-gpu-mem-error-mgmt/error-recovery-and-response-flags.html
 */
export const classUrgencies: readonly ClassUrgency[] = [
  {
    class: "recovery-action",
    when: "now",
    why: "the GPU asks for a reset, its node for a reboot, and until then its jobs fail",
  },
  {
    class: "row-remap-failed",
    when: "soon",
    why: "the bank has no spare row left, which is a reason to replace the GPU",
  },
  {
    class: "row-remap-pending",
    when: "later",
    why: "the row is replaced at the next reset, and until then jobs run on as before",
  },
];
