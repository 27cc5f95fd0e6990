import { OperatorError } from "../../core/errors.ts";
import { capital } from "../../core/sentence.ts";
import type { Kubeconfig } from "./kubeconfig.ts";

/** The context that is used, and where it leads. */
export interface ChosenContext {
  readonly server: string;
  readonly context: string;
  /** The context's own; `default` where it names none. */
  readonly namespace: string;
}

/**
 * The wanted context, else the current one. `name` names the kubeconfig. Throws OperatorError
 * `invalid-input` that lists the contexts.
 */
export const chooseContext = (config: Kubeconfig, wanted: string | undefined, name: string): ChosenContext => {
  const context = wanted ?? config.currentContext;
  const found = config.contexts.find((item) => item.name === context);
  const server = found === undefined ? undefined : config.servers[found.cluster];
  if (found !== undefined && server) return { context: found.name, server, namespace: found.namespace || "default" };
  const known = config.contexts.map((item) => item.name).join(", ") || "none";
  if (found !== undefined)
    throw new OperatorError(
      "invalid-input",
      `The context ${found.name} of ${name} names the cluster ${found.cluster || "(none)"}, which has no server there.`,
      `Set the input context to another one; it has: ${known}.`,
    );
  throw new OperatorError(
    "invalid-input",
    context === null
      ? `${capital(name)} has no current context, and the input context is empty.`
      : `${wanted === undefined ? "The current context" : "The input context is"} ${context}${wanted === undefined ? "" : ", which"} is not in ${name}.`,
    `Set the input context to one of: ${known}.`,
  );
};
