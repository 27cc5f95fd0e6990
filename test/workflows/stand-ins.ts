import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What stands in for an action of another repository: the inputs that it reads, and a script of bash. */
interface StandIn {
  readonly inputs: readonly string[];
  /** Inputs are its variables, in capitals and with `_` for `-`. */
  readonly script: string;
}

/** What the stand-ins know of this machine. */
interface Ground {
  /** Absolute path of a new folder for what they need. */
  readonly folder: string;
  /** Of the cluster that a cloud would lead to. */
  readonly kubeconfig: string;
}

/** The cloud's command line, which the runner has: it writes the cluster's kubeconfig and can do nothing else. */
const aws = (kubeconfig: string): string => `#!/bin/sh
[ "$1 $2 $3 $4 $5" = "eks update-kubeconfig --name gpu-cluster --kubeconfig" ] || exit 2
exec cp '${kubeconfig}' "$6"
`;

/** By `owner/name`. Artifacts are kept in a folder; a login is asked for its inputs, and lets everybody in. */
const standIns = ({ folder, kubeconfig }: Ground): Readonly<Record<string, StandIn>> => ({
  "actions/upload-artifact": {
    inputs: ["name", "path"],
    script: `mkdir -p '${folder}/artifacts'/"$NAME" && cp "$PATH_" '${folder}/artifacts'/"$NAME/"`,
  },
  "actions/download-artifact": {
    inputs: ["name", "path"],
    script: `mkdir -p "$PATH_" && cp '${folder}/artifacts'/"$NAME"/* "$PATH_/"`,
  },
  "aws-actions/configure-aws-credentials": {
    inputs: ["aws-region", "role-to-assume"],
    script: `[ -n "$AWS_REGION" ] && [ -n "$ROLE_TO_ASSUME" ] && echo '${folder}/bin' >> "$GITHUB_PATH"`,
  },
  "google-github-actions/auth": {
    inputs: ["workload_identity_provider", "service_account"],
    script: '[ -n "$WORKLOAD_IDENTITY_PROVIDER" ] && [ -n "$SERVICE_ACCOUNT" ]',
  },
  "google-github-actions/get-gke-credentials": {
    inputs: ["cluster_name", "location"],
    script: `[ -n "$CLUSTER_NAME" ] && [ -n "$LOCATION" ] && cp '${kubeconfig}' "$GITHUB_WORKSPACE/gha-kubeconfig" &&
      echo "KUBECONFIG=$GITHUB_WORKSPACE/gha-kubeconfig" >> "$GITHUB_ENV"`,
  },
  "azure/login": {
    inputs: ["client-id", "tenant-id", "subscription-id"],
    script: '[ -n "$CLIENT_ID" ] && [ -n "$TENANT_ID" ] && [ -n "$SUBSCRIPTION_ID" ]',
  },
  "azure/aks-set-context": {
    inputs: ["resource-group", "cluster-name"],
    script: `[ -n "$RESOURCE_GROUP" ] && [ -n "$CLUSTER_NAME" ] && cp '${kubeconfig}' "$RUNNER_TEMP/kubeconfig-aks" &&
      echo "KUBECONFIG=$RUNNER_TEMP/kubeconfig-aks" >> "$GITHUB_ENV"`,
  },
});

/** `path` would be PATH. */
const variableOf = (input: string): string => (input === "path" ? "PATH_" : input.replaceAll("-", "_").toUpperCase());

const actionOf = ({ inputs, script }: StandIn): object => ({
  name: "stand-in",
  description: "stands in for an action of another repository",
  inputs: Object.fromEntries(inputs.map((input) => [input, { description: input, required: true }])),
  runs: {
    using: "composite",
    steps: [
      {
        shell: "bash",
        run: script,
        env: Object.fromEntries(inputs.map((input) => [variableOf(input), `\${{ inputs.${input} }}`])),
      },
    ],
  },
});

/**
 * Folders of what stands in for the actions that a workflow uses, by `owner/name@ref`; the checkout is act's own.
 * Throws where one of them is unknown.
 */
export const standInsFor = (workflow: string, ground: Ground): Readonly<Record<string, string>> => {
  const known = standIns(ground);
  mkdirSync(join(ground.folder, "bin"), { recursive: true });
  writeFileSync(join(ground.folder, "bin/aws"), aws(ground.kubeconfig));
  chmodSync(join(ground.folder, "bin/aws"), 0o755);
  const used = [...workflow.matchAll(/uses: (([\w-]+\/[\w-]+)@\S+)/g)].filter(
    ([, , name]) => name !== "actions/checkout" && name !== "prometheus-stack-action/prometheus-stack-action",
  );
  return Object.fromEntries(
    used.map(([, uses = "", name = ""]) => {
      const standIn = known[name];
      if (standIn === undefined) throw new Error(`nothing stands in for ${name}`);
      const folder = join(ground.folder, name);
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, "action.yml"), JSON.stringify(actionOf(standIn)));
      return [uses, folder];
    }),
  );
};
