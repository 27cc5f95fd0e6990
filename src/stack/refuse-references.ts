import { OperatorError } from "../errors.ts";
import type { Allowance } from "../inputs.ts";
import type { Kustomization, KustomizeReference } from "./stack.ts";

const allowanceOf: Partial<Record<KustomizeReference["target"], Allowance>> = {
  remote: "remote-bases",
  plugin: "exec-plugins",
  chart: "helm-charts",
};

const whatOf: Partial<Record<KustomizeReference["target"], string>> = {
  remote: "would be fetched from elsewhere",
  plugin: "would run a program of the repository's choice",
  chart: "would run helm inside kustomize",
  outside: "leads out of the repository",
};

/** Throws one OperatorError `invalid-input` that names every reference kustomize must not follow, before kustomize runs. */
export const refuseReferences = (kustomizations: readonly Kustomization[], allow: readonly Allowance[]): void => {
  const refused = kustomizations.flatMap(({ references }) => references.filter((one) => isRefused(one, allow)));
  const [first] = refused;
  if (first === undefined) return;
  const needed = [...new Set(refused.flatMap(({ target }) => allowanceOf[target] ?? []))].sort();
  const hints = [
    ...(needed.length === 0 ? [] : [`If you trust it, set the input allow to: ${needed.join(", ")}.`]),
    ...(refused.some(({ target }) => target === "outside")
      ? ["Keep everything the stack needs in the repository."]
      : []),
  ];
  throw new OperatorError("invalid-input", refused.map(tell).join("\n"), hints.join(" "));
};

const isRefused = ({ target }: KustomizeReference, allow: readonly Allowance[]): boolean => {
  const allowance = allowanceOf[target];
  return allowance === undefined ? target === "outside" : !allow.includes(allowance);
};

const tell = ({ at, field, text, target }: KustomizeReference): string =>
  `${at.file}:${at.line}: ${field} names ${text}, which ${whatOf[target]}: refused${
    allowanceOf[target] === undefined ? "" : ` without allow: ${allowanceOf[target]}`
  }.`;
