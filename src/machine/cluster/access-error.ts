import { OperatorError } from "../../core/errors.ts";
import { accessTrouble } from "../../kubectl/cluster-error.ts";
import type { ChosenContext } from "./choose-context.ts";

/**
 * The OperatorError `cluster-unreachable` or `unauthorized` for a first request that failed;
 * `source` names the kubeconfig.
 */
export const accessError = (stderr: string, { server, context }: ChosenContext, source: string): OperatorError => {
  const where = `${server} (context ${context} of ${source})`;
  const why = stderr.trim().split("\n")[0] ?? "";
  const trouble =
    accessTrouble(stderr) ??
    (why.includes("(Forbidden)")
      ? { kind: "forbidden" as const, why, permission: "what was asked for" }
      : { kind: "unreachable" as const, why });
  if (trouble.kind === "unreachable")
    return new OperatorError(
      "cluster-unreachable",
      `The cluster ${where} does not answer: ${trouble.why}`,
      "Check the address, the certificate authority, and that this runner may reach it (a private endpoint needs a self-hosted runner or a tunnel).",
    );
  const [what, hint] =
    trouble.kind === "forbidden"
      ? [`does not allow ${trouble.permission}`, `Grant the account of this context: ${trouble.permission}.`]
      : trouble.kind === "credentials"
        ? [
            "got no credentials",
            "Check that the credential plugin is installed on the runner and that the step before it logged in.",
          ]
        : [
            "does not accept the credentials",
            "The token or certificate is wrong or has expired: renew it and store it again.",
          ];
  return new OperatorError("unauthorized", `The cluster ${where} ${what}: ${trouble.why}`, hint);
};
