import type { Json } from "./manifest.ts";

const form = /^([+-]?(?:\d{1,40}(?:\.\d{0,40})?|\.\d{1,40}))(?:([eE][+-]?\d{1,3})|([numkMGTPE]|[KMGTPE]i)?)$/;

const factors: Readonly<Record<string, number>> = {
  ...{ n: 1e-9, u: 1e-6, m: 1e-3, k: 1e3, M: 1e6, G: 1e9, T: 1e12, P: 1e15, E: 1e18 },
  ...{ Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40, Pi: 2 ** 50, Ei: 2 ** 60 },
};

/**
 * The number that a quantity stands for (`10Gi`, `0.5`, `1e3`, also a plain number); null for anything else. To the
 * precision of a double. https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
 */
export const quantityOf = (value: Json | undefined): number | null => {
  if (typeof value === "number") return value;
  const match = typeof value === "string" ? form.exec(value) : null;
  if (match === null) return null;
  const [, digits = "", exponent = "", suffix = ""] = match;
  return Number(`${digits}${exponent}`) * (factors[suffix] ?? 1);
};
