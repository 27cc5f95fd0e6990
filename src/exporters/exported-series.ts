import type { Labels } from "../kubernetes/labels.ts";

/** A number that is at least so much, and so much as a rule. */
export interface Amount {
  readonly least: number;
  readonly expected: number;
}

/**
 * How many series an exporter has of one metric for each thing of a kind: a GPU, a node, a CPU, a pod, a container, or
 * an object of Kubernetes by its resource (`deployments`).
 */
export interface ExportedSeries {
  readonly metric: string;
  /** Labels that metric relabelings may ask for, with values such as they have; none of the target. */
  readonly labels: Labels;
  readonly per: string;
  readonly each: Amount;
}

/** The same number at the least and as a rule. */
export const always = (count: number): Amount => ({ least: count, expected: count });

/** What there may be none of. */
export const usually = (count: number): Amount => ({ least: 0, expected: count });
