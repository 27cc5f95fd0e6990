import { proveGate } from "../gate/prove-gate.ts";
import type { TreeOrigin } from "../gate/reach-cluster.ts";
import type { Inputs } from "../inputs.ts";
import type { Outside } from "../outside/outside.ts";
import { type Diagnosis, diagnose, good, lacking, passedOver } from "./diagnosis.ts";

/** What the job's token may do, as far as it can be asked without writing anything. */
export const examineToken = async (
  { githubToken }: Pick<Inputs, "githubToken">,
  { env, github }: Pick<Outside, "env" | "github">,
): Promise<Diagnosis> => {
  const subject = "GitHub token";
  if (env["GITHUB_ACTIONS"] !== "true") return passedOver(subject, "this is no runner of GitHub Actions");
  if (githubToken === undefined)
    return lacking(
      subject,
      "There is none: no comment and no check run can be made, and annotations keep their order.",
      "Give this step the token as the variable GITHUB_TOKEN; the action itself has it as the input github-token.",
    );
  if (await github.readsOnly())
    return lacking(
      subject,
      "On this event it can only read: no comment and no check run can be made.",
      "So it is for pull requests of forks and of Dependabot; the job summary and the report have the result.",
    );
  if (isChange(env["GITHUB_EVENT_NAME"]) && (await github.changedFiles()) === null)
    return lacking(
      subject,
      "It does not tell which files the change touches: annotations on them do not come first.",
      "Grant the job `permissions: { pull-requests: read, contents: read }`.",
    );
  return good(
    subject,
    "what can be asked without writing is allowed; comments and check runs are seen when one is made",
  );
};

const isChange = (event: string | undefined): boolean => event === "pull_request" || event === "push";

/** Whether a deploy to the target would be let through its gate, the permissions of the job's token among it. */
export const examineGate = async (
  { mode }: Pick<Inputs, "mode">,
  { env, github }: Pick<Outside, "env" | "github">,
  { config }: TreeOrigin,
): Promise<Diagnosis> => {
  if (mode !== "deploy") return passedOver("gate", `mode is ${mode}, which deploys nothing`);
  const { diagnosis } = await diagnose("gate", async () => {
    const proof = await proveGate({ config, env, github, mode });
    return {
      value: proof,
      said: proof.isGated ? `${proof.environment}: ${proof.rules.join(", ")}` : proof.notes.join(" "),
    };
  });
  return diagnosis;
};
