import { posix } from "node:path";
import { OperatorError } from "../../core/errors.ts";
import type { Allowance } from "../../inputs.ts";
import type { Kustomization, KustomizeReference, Stack } from "../stack.ts";
import { kustomizationNames } from "./reference-target.ts";

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
  special: "is neither a file nor a folder",
  unsafe: "helm would not take as a name",
};

/** What is wrong with files that no tool may be given, by their paths: kustomize would read them for minutes. */
const costlyFiles = ({ files, unreadable }: Pick<Stack, "files" | "unreadable">): ReadonlyMap<string, string> =>
  new Map([
    ...files.flatMap(({ file, errors }) =>
      errors.filter((one) => one.costly).map(({ message }) => [file, `${file}: ${message}`] as const),
    ),
    ...unreadable.filter(({ why }) => why === "too-large").map(({ file, message }) => [file, message] as const),
  ]);

/**
 * Throws one OperatorError `invalid-input` that names every reference kustomize must not follow, before kustomize runs.
 */
export const refuseReferences = (
  kustomizations: readonly Kustomization[],
  tree: Pick<Stack, "files" | "unreadable">,
  allow: readonly Allowance[],
): void => {
  const references = kustomizations.flatMap((one) => one.references);
  const refused = references.filter((one) => isRefused(one, allow));
  const costly = costlyFiles(tree);
  const tooCostly = [
    ...kustomizations.flatMap(({ file }) => costly.get(file) ?? []),
    ...references.flatMap(({ path, at }) => {
      // A folder that is included is read as well, though its kustomization may be too large to be one of ours.
      const files = path === null ? [] : [path, ...kustomizationNames.map((name) => posix.join(path, name))];
      const why = files.flatMap((file) => costly.get(file) ?? [])[0];
      return why === undefined ? [] : [`${at.file}:${at.line}: ${why}`];
    }),
  ];
  if (refused.length === 0 && tooCostly.length === 0) return;
  const needed = [...new Set(refused.flatMap(({ target }) => allowanceOf[target] ?? []))].sort();
  const hints = [
    ...(needed.length === 0 ? [] : [`If you trust it, set the input allow to: ${needed.join(", ")}.`]),
    ...(refused.some(({ target }) => target === "unsafe")
      ? ["Write a plain name, or a version as the chart has it."]
      : []),
    ...(refused.some(({ target }) => target === "outside" || target === "special")
      ? ["Keep everything the stack needs in the repository, as plain files."]
      : []),
    ...(tooCostly.length > 0 ? ["Split the file, or take it out of the kustomization."] : []),
  ];
  throw new OperatorError(
    "invalid-input",
    [...refused.map(describeReference), ...tooCostly].join("\n"),
    hints.join(" "),
  );
};

const isRefused = ({ target }: KustomizeReference, allow: readonly Allowance[]): boolean => {
  const allowance = allowanceOf[target];
  return allowance === undefined ? whatOf[target] !== undefined : !allow.includes(allowance);
};

const describeReference = ({ at, field, text, target }: KustomizeReference): string =>
  `${at.file}:${at.line}: ${field} names ${text}, which ${whatOf[target]}: refused${
    allowanceOf[target] === undefined ? "" : ` without allow: ${allowanceOf[target]}`
  }.`;
