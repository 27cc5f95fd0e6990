import { entries } from "./action-tables.ts";

/**
 * Inputs that mean nothing on the command line: it only checks, shows its result itself, and takes no secret as an
 * argument, where every process could read it.
 */
const ofTheActionOnly: ReadonlySet<string> = new Set([
  ...["mode", "timeout", "expected-cluster", "cache"],
  ...[
    "path",
    "annotations",
    "check-run",
    "comment",
    "comment-key",
    "suggestions",
    "summary",
    "report-dir",
    "report-file",
  ],
  ...["plan-file", "plan-digest", "plan-key", "plan-expiry", "plan-details", "allow-data-loss", "allow-owned"],
  ...["allow-outdated", "on-pending", "rollback-on-failure", "prune", "crds", "drill", "drill-receivers"],
  ...["chart-username", "chart-password", "kubeconfig-data", "github-token"],
]);

/** The inputs of action.yml that the command line offers as options, each with its description. */
export const commandLineInputs = (
  action: unknown,
): readonly { readonly name: string; readonly description: string }[] =>
  entries(action, "inputs").flatMap(([name, { description }]) =>
    ofTheActionOnly.has(name) ? [] : [{ name, description: String(description) }],
  );
