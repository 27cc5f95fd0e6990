/** What the configuration file may say of an input: it is the tree's, so nothing in it leads out of the tree. */
export type InputKind = "text" | "path" | "paths" | "chart" | "chart-repository" | "exporter";

/** Why a value cannot stand in the file; null where it can. Values of lists come one by one. */
export const refusalOf = (kind: InputKind, value: string): string | null => {
  switch (kind) {
    case "text":
      return null;
    case "path":
      return leadsOut(value);
    case "paths":
      return /[\n,]/.test(value) ? "a path in a list has neither commas nor line breaks" : leadsOut(value);
    case "chart":
      return /^oci:\/\//.test(value) ? null : leadsOut(value, "repo/name, an oci:// address or ");
    case "chart-repository":
      return /^(?:https?|oci):\/\//.test(value) ? null : "it must be an address that begins with https:// or oci://";
    case "exporter":
      // The names of the other sources read as paths, too.
      return value === "cluster" ? `looking into a cluster ${workflows}` : leadsOut(value);
  }
};

/** The end of a sentence about what only the step may say. */
export const workflows = "is the workflow's to say: set it under `with:`";

/** Inputs that the file never gives; it may say `expected-cluster` of a target, which has to hold beside the input. */
export const ofTheWorkflow: ReadonlySet<string> = new Set([
  "allow",
  "allow-data-loss",
  "allow-outdated",
  "allow-owned",
  "annotations",
  "cache",
  "changed-only",
  "chart-ca-file",
  "chart-password",
  "chart-username",
  "check-run",
  "comment",
  "comment-key",
  "context",
  "crds",
  "drill",
  "drill-receivers",
  "fail-on",
  "github-token",
  "helm-version",
  "kubeconfig",
  "kubeconfig-data",
  "kubeconform-version",
  "kubectl-version",
  "mode",
  "on-pending",
  "path",
  "plan-details",
  "plan-digest",
  "plan-expiry",
  "plan-file",
  "plan-key",
  "promtool-version",
  "prune",
  "registry-config",
  "report-dir",
  "report-file",
  "rollback-on-failure",
  "schema-locations",
  "suggestions",
  "summary",
  "target",
  "timeout",
  "tools",
]);

const leadsOut = (value: string, otherForms = ""): string | null => {
  const wanted = `it must be ${otherForms}a path inside the repository`;
  if (value.includes("\0")) return wanted;
  if (/^(?:[/\\~]|[A-Za-z]:[/\\])|:\/\//.test(value)) return `${wanted}; any other place ${workflows}`;
  let depth = 0;
  for (const part of value.split("/")) {
    if (part === "" || part === ".") continue;
    depth += part === ".." ? -1 : 1;
    if (depth < 0) return `${wanted}, and it leads out of it`;
    if (part.toLowerCase() === ".git") return `${wanted}, and ${part} is Git's`;
  }
  return null;
};
