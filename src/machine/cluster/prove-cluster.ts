import { OperatorError } from "../../core/errors.ts";
import { isCluster, isClusterUid } from "../../outside/cluster.ts";
import type { ChosenContext } from "./choose-context.ts";

/**
 * Throws OperatorError `wrong-cluster` where the cluster is not the expected one, `unauthorized`
 * where that cannot be known.
 */
export const proveIdentity = (
  expected: string | null,
  actual: ChosenContext & { readonly uid: string },
  source: string,
): void => {
  if (expected === null || isCluster(expected, actual)) return;
  if (isClusterUid(expected) && actual.uid === "")
    throw new OperatorError(
      "unauthorized",
      `The cluster ${actual.server} cannot be proved to be ${expected}: this account may not read the namespace kube-system.`,
      "Grant get on namespaces for kube-system, or let expected-cluster be the server's URL.",
    );
  throw new OperatorError(
    "wrong-cluster",
    `expected-cluster is ${expected}, but context ${actual.context} of ${source} leads to ${actual.server}, whose uid is ${actual.uid || "not readable"}.`,
    "Nothing was changed. Correct the inputs context or kubeconfig, or expected-cluster if the cluster was replaced.",
  );
};
