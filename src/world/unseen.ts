/**
 * A part of a value that exists and is decided only in the cluster, e.g. a pod's generated name:
 * `‹name of a pod of DaemonSet x›`. Equal marks stand for equal values. No Kubernetes name or label
 * holds these quotation marks.
 */
export const unseen = (what: string): string => `‹${what}›`;

/** Whether a part of the value is decided only in the cluster. */
export const hasUnseen = (value: string): boolean => value.includes("‹");

/** A value of which nothing is known, not even whether it is empty: it hangs on what an unknown part has in it. */
export const undecided = (label: string): string => unseen(`${label} ${byRelabeling}`);

const byRelabeling = "by relabeling";
/** Whether it is such a value, or has one in it. */
export const isUndecided = (value: string): boolean => value.includes(`${byRelabeling}›`);

/** Whether two values are the same: equal marks stand for equal values, except where nothing is decided. */
export const isSame = (a: string, b: string): boolean | "unknown" => {
  if (a === b && !isUndecided(a)) return true;
  return hasUnseen(a + b) ? "unknown" : false;
};

/**
 * Whether a pattern matches a value of which parts are not known: true where it does whatever they are, as far as
 * samples tell; `unknown` otherwise, for there may be a value that it matches.
 */
export const matchesUnseen = (regexp: { test(text: string): boolean }, value: string): true | "unknown" =>
  [opaque, ...samples, ...(isUndecided(value) ? oddities : [])].every((part) =>
    regexp.test(value.replace(mark, part)),
  ) || "unknown";

/** The value with every unknown part as characters that nothing but a wildcard matches, and the way back. */
export const hideUnseen = (value: string): { readonly text: string; restore(text: string): string } => {
  const marks = value.match(mark) ?? [];
  const hidden = (index: number): string => String.fromCodePoint(0xe000 + index).repeat(3);
  let next = 0;
  return {
    text: value.replace(mark, () => hidden(next++)),
    restore: (text) =>
      text.replace(/(.)\1\1/gsu, (whole, one: string) => marks[(one.codePointAt(0) ?? 0) - 0xe000] ?? whole),
  };
};

/** The value in lower or upper case; an unknown part in another case is another unknown. */
export const inCase = (value: string, to: "lowercase" | "uppercase"): string =>
  value.replace(/‹([^‹›]*)›|[^‹]+/g, (part, what: string | undefined) => {
    if (what !== undefined) return unseen(`${to} of ${what}`);
    return to === "lowercase" ? part.toLowerCase() : part.toUpperCase();
  });

const mark = /‹[^‹›]*›/g;
const opaque = "\u{e000}".repeat(3);

/** An address, a generated name, the name of a host. */
const samples = ["10.244.17.203", "worker-7d9f8b6c45-x2lqp", "gpu-node-12.example.org"];
const oddities = ["", "a:9400", "A;b", "c\nd"];
