import { posix } from "node:path";
import { type Severity, severities } from "./core/finding.ts";
import { folderName, namespaceName, releaseName, repositoryAddress, webAddress } from "./core/forms.ts";
import { type Mode, modeNames, modeNeeds } from "./core/mode.ts";
import { objectName } from "./core/object-name.ts";
import { InputReader } from "./input-reader.ts";
import { readChartHost } from "./outside/chart-host.ts";
import type { ToolName } from "./outside/tools.ts";

const allowances = ["remote-bases", "exec-plugins", "helm-charts"] as const;
export type Allowance = (typeof allowances)[number];

const planDetails = ["auto", "full", "names"] as const;
/** What a plan tells of values: `names` are names and counts alone, `auto` does so on a public repository. */
export type PlanDetails = (typeof planDetails)[number];

const onPending = ["fail", "wait", "rollback"] as const;
/** What becomes of a release that another helm left pending. */
export type OnPending = (typeof onPending)[number];

const rollbacks = ["false", "true", "uninstall"] as const;
/**
 * What becomes of a deploy that failed: `true` goes back to what was there before and leaves a first install as it is,
 * `uninstall` removes that, too.
 */
export type Rollback = (typeof rollbacks)[number];

const commentings = ["never", "always", "changes", "failures"] as const;
/** When a pull request gets a comment; one that is there is kept up to date in any case but `never`. */
export type Commenting = (typeof commentings)[number];

const crdHandlings = ["apply", "check", "skip"] as const;
/** What becomes of the chart's CustomResourceDefinitions. */
export type CrdHandling = (typeof crdHandlings)[number];

/** What the user asked for: read once, checked once, all problems told at once. Empty strings are undefined. */
export interface Inputs {
  readonly mode: Mode;
  /**
   * The inputs whose value is the configuration file's, and so the repository's and not the workflow's: the
   * file by the input's name.
   */
  readonly configured: ReadonlyMap<string, string>;
  /** Inputs that bear on what is deployed, by name, as they were given; secrets are not among them. */
  readonly bearing: Readonly<Record<string, string>>;
  readonly configFile: string | undefined;
  /** Whether a change that concerns nothing of the stack ends the run before anything is judged. */
  readonly changedOnly: boolean;
  readonly target: string | undefined;
  readonly path: string;
  /** Folders of apply roots, as given; undefined: every apply root directly under `overlays/`. */
  readonly overlays: readonly string[] | undefined;
  readonly chart: string | undefined;
  readonly chartVersion: string | undefined;
  readonly chartRepository: string | undefined;
  readonly releaseName: string | undefined;
  readonly namespace: string | undefined;
  readonly valueFiles: readonly string[] | undefined;
  /** Without a leading `v`. */
  readonly kubernetesVersion: string | undefined;
  readonly registryConfig: string | undefined;
  readonly chartUsername: string | undefined;
  readonly chartPassword: string | undefined;
  readonly chartCaFile: string | undefined;
  /** Hosts that the credentials are for, beside those of `chart` and `chart-repository`. */
  readonly chartHosts: readonly string[];
  /** `default`, `cluster`, a folder or a location template. */
  readonly schemaLocations: readonly string[];
  /**
   * `gpu-operator`, `dcgm-exporter`, `cluster`, `none`, or a path: where GPU metrics come from. Undefined: what
   * install.sh installs of the first two, else the first.
   */
  readonly exporter: string | undefined;
  /** Without a leading `v`; of what `exporter` names. */
  readonly exporterVersion: string | undefined;
  readonly exporterNamespace: string | undefined;
  readonly exporterRelease: string | undefined;
  readonly allow: readonly Allowance[];
  readonly kubeconfig: string | undefined;
  readonly kubeconfigData: string | undefined;
  readonly context: string | undefined;
  readonly expectedCluster: string | undefined;
  /** Milliseconds, for the rollout. */
  readonly timeoutMs: number;
  /** An approved plan, and its digest as the plan job's output gave it. */
  readonly planFile: string | undefined;
  readonly planDigest: string | undefined;
  /** Keys the digests of values; a secret. */
  readonly planKey: string | undefined;
  /** Milliseconds for which an approved plan holds. */
  readonly planExpiryMs: number;
  readonly planDetails: PlanDetails;
  /** Objects whose loss, or whose take-over from another owner, is accepted: `Kind/namespace/name`, `Kind/name`. */
  readonly allowDataLoss: readonly string[];
  readonly allowOwned: readonly string[];
  /** What may be deployed although it is older: full commit names, and `name-version` of a chart. */
  readonly allowOutdated: readonly string[];
  readonly onPending: OnPending;
  readonly rollbackOnFailure: Rollback;
  readonly prune: boolean;
  readonly crds: CrdHandling;
  /** Where these answer, for a look that does not go through the API server's service proxy. */
  readonly prometheusUrl: string | undefined;
  readonly alertmanagerUrl: string | undefined;
  readonly grafanaUrl: string | undefined;
  /** Milliseconds in which all signals must have arrived; 0: a deploy does not look, and verify looks once. */
  readonly verifyTimeoutMs: number;
  /** Whether verify ends with the delivery drill, and the receivers that it is for; undefined: all. */
  readonly drill: boolean;
  readonly drillReceivers: readonly string[] | undefined;
  readonly failOn: Severity | "never";
  /** `mode: report`: the report.json of an earlier run. */
  readonly reportFile: string | undefined;
  readonly annotations: boolean;
  readonly checkRun: boolean;
  readonly comment: Commenting;
  readonly commentKey: string | undefined;
  readonly suggestions: boolean;
  readonly githubToken: string | undefined;
  readonly summary: boolean;
  readonly reportDir: string | undefined;
  /** Exact versions without a leading `v`, by tool. */
  readonly toolVersions: Readonly<Record<ToolName, string | undefined>>;
  /** Whether what earlier runs on this machine found out is used again, and kept for later ones. */
  readonly cache: boolean;
  readonly tools: "auto" | "path";
}

/** Texts of inputs by name, and the file that says them. */
export interface ConfiguredInputs {
  readonly file: string | null;
  readonly inputs: Readonly<Record<string, string>>;
}

/** What surrounds the reading of inputs. */
interface Around {
  /** What the configuration file says of inputs: it counts where the step gives none. */
  readonly configured?: ConfiguredInputs;
  /** The next step for whoever gave a bad input. */
  readonly hint?: string;
}

const underWith = "Correct them under `with:` of the step; action.yml describes every input.";

/**
 * Reads and checks every input; what the step does not give, the configuration may. Throws one OperatorError
 * `invalid-input` that names all bad ones and ends with `hint`.
 */
export const readInputs = (
  getInput: (name: string) => string,
  { configured: { file, inputs: written } = nothingConfigured, hint = underWith }: Around = {},
): Inputs => {
  const given = (name: string): string => getInput(name).trim();
  const names = Object.keys(written).filter((name) => given(name) === "" && written[name]?.trim() !== "");
  const configured = new Map(names.map((name) => [name, file ?? ""]));
  const read = new InputReader(
    (name) => (configured.has(name) ? (written[name] ?? "") : given(name)),
    (name) => (configured.has(name) ? `${name} of ${file}` : name),
  );
  const mode = read.oneOf("mode", modeNames, "check");
  const inputs: Inputs = {
    mode,
    configured,
    bearing: Object.fromEntries(bearingInputs.flatMap((name) => read.given(name))),
    configFile: read.line("config-file"),
    changedOnly: read.yesOrNo("changed-only", false),
    target: read.line("target"),
    path: plainFolder(read.formed("path", folderName) ?? "prometheus-stack"),
    overlays: read.list("overlays"),
    chart: read.line("chart"),
    chartVersion: read.exactVersion("chart-version"),
    chartRepository: read.formed("chart-repository", repositoryAddress),
    releaseName: read.formed("release-name", releaseName),
    namespace: read.formed("namespace", namespaceName),
    valueFiles: read.list("value-files"),
    kubernetesVersion: read.exactVersion("kubernetes-version"),
    registryConfig: read.text("registry-config"),
    chartUsername: read.line("chart-username"),
    chartPassword: read.text("chart-password"),
    chartCaFile: read.line("chart-ca-file"),
    chartHosts: read.list("chart-hosts") ?? [],
    schemaLocations: read.list("schema-locations") ?? ["default"],
    exporter: read.line("exporter"),
    exporterVersion: read.exactVersion("exporter-version"),
    exporterNamespace: read.formed("exporter-namespace", namespaceName),
    exporterRelease: read.formed("exporter-release", releaseName),
    allow: read.listOf("allow", allowances),
    kubeconfig: read.line("kubeconfig"),
    kubeconfigData: read.text("kubeconfig-data"),
    context: read.line("context"),
    expectedCluster: read.line("expected-cluster"),
    timeoutMs: read.duration("timeout", "10m"),
    planFile: read.line("plan-file"),
    planDigest: read.line("plan-digest"),
    planKey: read.text("plan-key"),
    planExpiryMs: read.duration("plan-expiry", "24h"),
    planDetails: read.oneOf("plan-details", planDetails, "auto"),
    allowDataLoss: read.each("allow-data-loss", objectName),
    allowOwned: read.each("allow-owned", objectName),
    allowOutdated: read.list("allow-outdated") ?? [],
    onPending: read.oneOf("on-pending", onPending, "fail"),
    rollbackOnFailure: read.oneOf("rollback-on-failure", rollbacks, "false"),
    prune: read.yesOrNo("prune", false),
    crds: read.oneOf("crds", crdHandlings, "apply"),
    prometheusUrl: read.formed("prometheus-url", webAddress),
    alertmanagerUrl: read.formed("alertmanager-url", webAddress),
    grafanaUrl: read.formed("grafana-url", webAddress),
    verifyTimeoutMs: read.duration("verify-timeout", "5m", { mayBeZero: true }),
    drill: read.yesOrNo("drill", false),
    drillReceivers: read.list("drill-receivers"),
    failOn: read.oneOf("fail-on", [...severities, "never"] as const, "error"),
    reportFile: read.line("report-file"),
    annotations: read.yesOrNo("annotations", true),
    checkRun: read.yesOrNo("check-run", false),
    comment: read.oneOf("comment", commentings, "never"),
    commentKey: read.line("comment-key"),
    suggestions: read.yesOrNo("suggestions", false),
    githubToken: read.text("github-token"),
    summary: read.yesOrNo("summary", true),
    reportDir: read.line("report-dir"),
    toolVersions: read.toolVersions(),
    cache: read.yesOrNo("cache", true),
    tools: read.oneOf("tools", ["auto", "path"] as const, "auto"),
  };
  read.together("chart-username", inputs.chartUsername, "chart-password", inputs.chartPassword);
  read.together("plan-file", inputs.planFile, "plan-digest", inputs.planDigest);
  if (!modeNeeds(mode).stages.includes("plan"))
    for (const name of ["plan-file", "plan-digest"]) read.useless(name, `mode ${mode} has to do with no plan`);
  if (mode === "report") {
    read.needed("report-file", "mode is report");
    if (inputs.suggestions) read.useless("suggestions", "what an artifact says is never suggested as a change");
    for (const name of ofRuns) read.useless(name, "mode report publishes what an earlier run found");
  } else read.useless("report-file", `mode ${mode} makes a report of its own`);
  read.notTogether("kubeconfig", inputs.kubeconfig, "kubeconfig-data", inputs.kubeconfigData);
  if (inputs.changedOnly && mode !== "check") read.useless("changed-only", `mode ${mode} is for the whole stack`);
  if (inputs.comment === "never" && !inputs.suggestions)
    read.useless("comment-key", "comment is never, and suggestions is false");
  for (const host of inputs.chartHosts)
    if (readChartHost(host) === null)
      read.useless("chart-hosts", `${JSON.stringify(host)} is no host, such as charts.example.com:8443`);
  // Without it install.sh may say which one: no release of the gpu-operator has a name that counts.
  const exporter = inputs.exporter ?? "gpu-operator";
  for (const name of exporterDetails)
    if (!detailsOf(exporter).includes(name))
      read.useless(name, `exporter is ${JSON.stringify(exporter)}, which leaves no choice of it`);
  read.throwProblems(hint);
  return inputs;
};

/** One folder is written in one way: by it the comments, categories and reports of several are told apart. */
const plainFolder = (path: string): string => posix.normalize(path).replace(/(.)\/$/, "$1");

/**
 * Where two runs give one of these otherwise, what they deploy may differ. The chart's credentials, the kubeconfig, how
 * long something may take and what is only shown are not among them: the plan holds what comes of those.
 */
const bearingInputs = [
  ...["target", "path", "config-file", "overlays", "chart", "chart-version", "chart-repository", "release-name"],
  ...["namespace", "value-files", "kubernetes-version", "exporter", "exporter-version", "exporter-namespace"],
  ...["exporter-release", "allow", "schema-locations", "expected-cluster", "allow-data-loss", "allow-owned"],
  ...["allow-outdated", "on-pending", "rollback-on-failure", "prune", "crds", "drill", "drill-receivers"],
  ...["fail-on", "helm-version", "kubectl-version"],
] as const;

/** Inputs without a default that say how a run is made. */
const ofRuns = [
  ...["config-file", "overlays", "chart", "chart-version", "chart-repository", "release-name", "namespace"],
  ...["value-files", "kubernetes-version", "exporter", "allow", "kubeconfig", "kubeconfig-data", "context"],
  ...["expected-cluster"],
] as const;

const nothingConfigured: ConfiguredInputs = { file: null, inputs: {} };

const exporterDetails = ["exporter-version", "exporter-namespace", "exporter-release"] as const;

/** What can be said of each kind of exporter; a path takes the namespace for objects that name none. */
const detailsOf = (exporter: string): readonly string[] =>
  ({
    "gpu-operator": ["exporter-version", "exporter-namespace"],
    "dcgm-exporter": exporterDetails,
    cluster: [],
    none: [],
  })[exporter] ?? ["exporter-namespace"];
