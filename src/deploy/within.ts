import { OperatorError } from "../core/errors.ts";
import type { Deadline } from "../kubectl/deadline.ts";
import type { DeployRequest } from "./deploy-request.ts";
import { endingWith } from "./ending-with.ts";

type Ports = Pick<DeployRequest, "cluster" | "helm" | "outside">;

/**
 * After its deadline a deploy has this time to end helm, to look what is left and to note it; then whatever still runs
 * is ended. Giving the lock back comes after that, and takes ten seconds at most.
 */
export const lastWordsMs = 15_000;

/** The same ports, with trouble that passes waited for until the deadline, and everything ended soon after it. */
export const within = <P extends Ports>(deadline: Deadline, ports: P): { readonly ports: P; close(): void } => {
  const over = new AbortController();
  const timer = setTimeout(() => over.abort(notAnswered(ports)), deadline.left() + lastWordsMs).unref();
  const { cluster, helm, ...rest } = endingWith(over.signal, ports);
  const patient = {
    ...rest,
    cluster: { ...cluster, kubectl: (args, options) => cluster.kubectl(args, { patience: deadline, ...options }) },
    helm: { ...helm, run: (args, options) => helm.run(args, { patience: deadline, ...options }) },
  } as P;
  return { ports: patient, close: () => clearTimeout(timer) };
};

const notAnswered = ({ cluster: { server } }: Ports): OperatorError =>
  new OperatorError(
    "cluster-unreachable",
    `${server} did not answer until the time of the deploy was over.`,
    "Deploy again once it does: what is applied already stays, and is found unchanged.",
  );
