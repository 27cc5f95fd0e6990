import { OperatorError } from "../core/errors.ts";
import { nameOf, type ResourceRef } from "../core/finding.ts";
import type { Cluster } from "../outside/cluster.ts";
import { accessTrouble, withoutValues } from "./cluster-error.ts";

/** Fields that another manager holds with another value. */
export interface Conflict {
  readonly manager: string;
  /** The server tells the version of what was written otherwise than by a server-side apply, and of nothing else. */
  readonly operation: "Apply" | "Update";
  readonly fields: readonly string[];
}

/**
 * The API server's sentence, which kubectl and helm pass on: `conflict with "m" using v1: .data.x` for one field, and
 * for several `conflicts with "m" using v1:` followed by a line `- .data.x` each.
 */
export const conflictsIn = (stderr: string): readonly Conflict[] =>
  [...stderr.matchAll(/conflicts? with "([^"]+)"([^:\n]*):[ \t]*(\.\S+)?((?:\n[ \t]*- \.\S+)*)/g)].map(
    ([, manager, how, one, many]) => ({
      manager: manager ?? "",
      operation: how?.includes(" using ") ? "Update" : "Apply",
      fields: [
        ...(one === undefined ? [] : [one]),
        ...(many ?? "").split("\n").flatMap((line) => line.trim().slice(2) || []),
      ],
    }),
  );

/** The kinds that the cluster does not know, as kubectl tells them: `no matches for kind "X" in version "g/v"`. */
export const unknownKindsIn = (stderr: string): readonly { readonly kind: string; readonly apiVersion: string }[] =>
  [...stderr.matchAll(/no matches for kind "([^"]+)" in version "([^"]+)"/g)].map(([, kind, apiVersion]) => ({
    kind: kind ?? "",
    apiVersion: apiVersion ?? "",
  }));

/** One object that the cluster refused, with kubectl's last words. */
export interface RefusedObject {
  readonly ref: ResourceRef;
  readonly stderr: string;
}

/** What stands for the failure of several objects: owned elsewhere before no permission before anything else. */
export const applyError = (refused: readonly RefusedObject[], cluster: Pick<Cluster, "server">): OperatorError =>
  ownedElsewhere(refused) ??
  accessFailure(refused.map(({ stderr }) => stderr).join("\n"), cluster) ??
  otherFailure(refused);

const ownedElsewhere = (refused: readonly RefusedObject[]): OperatorError | null => {
  const lines = refused.flatMap(({ ref, stderr }) =>
    conflictsIn(stderr).map(({ manager, fields }) => `  - ${nameOf(ref)}: ${fields.join(", ")} (held by ${manager})`),
  );
  if (lines.length === 0) return null;
  return new OperatorError(
    "owned-elsewhere",
    `Other field managers hold fields that the tree sets to other values, and they are not taken from them:\n${lines.join("\n")}`,
    "Remove these fields from the tree, stop the other manager, or take them over once by hand: `kubectl apply --server-side --force-conflicts --field-manager=prometheus-stack-action -k <overlay>`. Nothing of these objects was changed.",
  );
};

/** OperatorError `unauthorized` or `cluster-unreachable`, or null where access was not the trouble. */
export const accessFailure = (stderr: string, { server }: Pick<Cluster, "server">): OperatorError | null => {
  const trouble = accessTrouble(stderr);
  if (trouble === null) return null;
  if (trouble.kind === "unreachable")
    return new OperatorError(
      "cluster-unreachable",
      `${server} no longer answers: ${trouble.why}`,
      "Run the deploy again once it does: what is applied already stays, and is found unchanged.",
    );
  return trouble.kind === "forbidden"
    ? new OperatorError(
        "unauthorized",
        `The account on ${server} lacks the permission ${trouble.permission}: ${trouble.why}`,
        `Grant it ${trouble.permission}, with a Role or a ClusterRole, and run again.`,
      )
    : new OperatorError(
        "unauthorized",
        `${server} does not accept the credentials any more: ${trouble.why}`,
        "Deploy again with fresh credentials. A token that lives shorter than the deploy must be renewed by a credential plugin.",
      );
};

const otherFailure = (refused: readonly RefusedObject[]): OperatorError => {
  const unknown = refused.flatMap(({ stderr }) => unknownKindsIn(stderr));
  const lines = refused.map(({ ref, stderr }) => `  - ${nameOf(ref)}: ${told(stderr)}`);
  return new OperatorError(
    "apply-failed",
    `The cluster refused ${refused.length === 1 ? "an object" : `${refused.length} objects`}:\n${lines.join("\n")}`,
    unknown.length > 0
      ? "Install the operator that brings these kinds first, or add its CustomResourceDefinitions to base."
      : "Correct the objects in the tree and deploy again: what was applied already stays, and is found unchanged.",
  );
};

/**
 * kubectl's or helm's words without prefixes, warnings and log lines (helm 4 says all twice); at most 1000 characters.
 */
export const told = (stderr: string): string =>
  withoutValues(stderr)
    .trim()
    .split("\n")
    .filter((line) => !/^(?:Warning:|level=|[IWE]\d{4} |ensure CRDs are installed first)/.test(line))
    .map((line) =>
      line.replace(/^(?:error|Error|Error from server(?: \(\w+\))?): (?:(?:UPGRADE|INSTALLATION) FAILED: )?/, ""),
    )
    .join(" ")
    .slice(0, 1000);
