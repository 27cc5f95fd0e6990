import { OperatorError } from "../../core/errors.ts";
import { trimEnd } from "../../core/trim-end.ts";
import type { ChosenContext } from "./choose-context.ts";

const looksLikeUid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Throws OperatorError `wrong-cluster` where the cluster is not the expected one, `unauthorized`
 * where that cannot be known.
 */
export const proveIdentity = (
  expected: string | undefined,
  actual: ChosenContext & { readonly uid: string },
  source: string,
): void => {
  if (expected === undefined) return;
  if (!looksLikeUid.test(expected)) {
    if (sameServer(expected, actual.server)) return;
  } else if (actual.uid === expected.toLowerCase()) return;
  else if (actual.uid === "")
    throw new OperatorError(
      "unauthorized",
      `The cluster ${actual.server} cannot be proved to be ${expected}: this account may not read the namespace kube-system.`,
      "Grant get on namespaces for kube-system, or set the input expected-cluster to the server's URL.",
    );
  throw new OperatorError(
    "wrong-cluster",
    `The input expected-cluster is ${expected}, but context ${actual.context} of ${source} leads to ${actual.server}, whose uid is ${actual.uid || "not readable"}.`,
    "Nothing was changed. Correct the inputs context or kubeconfig, or expected-cluster if the cluster was replaced.",
  );
};

/** Equal as addresses: the case of the host, a port that is the scheme's own and a closing slash do not matter. */
const sameServer = (a: string, b: string): boolean => {
  const [one, other] = [URL.parse(a), URL.parse(b)];
  if (one === null || other === null) return false;
  const path = (url: URL): string => trimEnd(url.pathname, "/");
  return one.origin === other.origin && path(one) === path(other);
};
