/**
 * A part of a value that exists and is decided only in the cluster, e.g. a pod's generated name: `‹name of a pod of DaemonSet x›`. Equal marks stand for equal
 * values. No Kubernetes name or label holds these quotation marks.
 */
export const unseen = (what: string): string => `‹${what}›`;

/** Whether a part of the value is decided only in the cluster. */
export const hasUnseen = (value: string): boolean => value.includes("‹");
