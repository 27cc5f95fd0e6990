import { type OpenedConfig, withoutConfig } from "./config/open-config.ts";
import { OperatorError } from "./errors.ts";
import { type Severity, severities } from "./finding.ts";
import type { ToolName } from "./outside/tools.ts";

export const modes = ["check", "deploy"] as const;
export type Mode = (typeof modes)[number];
export const allowances = ["remote-bases", "exec-plugins", "helm-charts"] as const;
export type Allowance = (typeof allowances)[number];

/** What the user asked for: read once, checked once, all problems told at once. Empty strings are undefined. */
export interface Inputs {
  readonly mode: Mode;
  /** The configuration file, opened: what it says of inputs is among these where the step gives none. */
  readonly configuration: OpenedConfig;
  readonly configFile: string | undefined;
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
  /** `default`, `cluster`, a folder or a location template. */
  readonly schemaLocations: readonly string[];
  /** `gpu-operator`, `dcgm-exporter`, `cluster`, `none`, or a path: where GPU metrics come from. */
  readonly exporter: string;
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
  readonly failOn: Severity | "never";
  readonly annotations: boolean;
  readonly summary: boolean;
  readonly reportDir: string | undefined;
  /** Exact versions without a leading `v`, by tool. */
  readonly toolVersions: Readonly<Record<ToolName, string | undefined>>;
  readonly tools: "auto" | "path";
}

/** What surrounds the reading of inputs. */
interface Around {
  /** Says what the step does not give. */
  readonly configuration?: OpenedConfig;
  /** The next step for whoever gave a bad input. */
  readonly hint?: string;
}

const underWith = "Correct them under `with:` of the step; action.yml describes every input.";

/** Reads and checks every input; what the step does not give, the configuration may. Throws one OperatorError `invalid-input` that names all bad ones and ends with `hint`. */
export const readInputs = (
  getInput: (name: string) => string,
  { configuration = withoutConfig, hint = underWith }: Around = {},
): Inputs => {
  const configured: Readonly<Record<string, string>> = configuration.config.inputs;
  const read = new InputReader((name) => getInput(name).trim() || (configured[name] ?? ""));
  const inputs: Inputs = {
    mode: read.oneOf("mode", modes, "check"),
    configuration,
    configFile: read.text("config-file"),
    target: read.text("target"),
    path: read.text("path") ?? "prometheus-stack",
    overlays: read.list("overlays"),
    chart: read.text("chart"),
    chartVersion: read.exactVersion("chart-version"),
    chartRepository: read.text("chart-repository"),
    releaseName: read.matching("release-name", releaseName, "a helm release name: lower case letters, digits, - and ."),
    namespace: read.matching("namespace", dnsLabel, "a namespace name: lower case letters, digits and -"),
    valueFiles: read.list("value-files"),
    kubernetesVersion: read.exactVersion("kubernetes-version"),
    registryConfig: read.text("registry-config"),
    chartUsername: read.text("chart-username"),
    chartPassword: read.text("chart-password"),
    chartCaFile: read.text("chart-ca-file"),
    schemaLocations: read.list("schema-locations") ?? ["default"],
    exporter: read.text("exporter") ?? "gpu-operator",
    exporterVersion: read.exactVersion("exporter-version"),
    exporterNamespace: read.matching(
      "exporter-namespace",
      dnsLabel,
      "a namespace name: lower case letters, digits and -",
    ),
    exporterRelease: read.matching(
      "exporter-release",
      releaseName,
      "a helm release name: lower case letters, digits, - and .",
    ),
    allow: read.listOf("allow", allowances),
    kubeconfig: read.text("kubeconfig"),
    kubeconfigData: read.text("kubeconfig-data"),
    context: read.text("context"),
    expectedCluster: read.text("expected-cluster"),
    timeoutMs: read.duration("timeout", "10m"),
    failOn: read.oneOf("fail-on", [...severities, "never"] as const, "error"),
    annotations: read.yesOrNo("annotations", true),
    summary: read.yesOrNo("summary", true),
    reportDir: read.text("report-dir"),
    toolVersions: read.toolVersions(),
    tools: read.oneOf("tools", ["auto", "path"] as const, "auto"),
  };
  read.together("chart-username", inputs.chartUsername, "chart-password", inputs.chartPassword);
  read.notTogether("kubeconfig", inputs.kubeconfig, "kubeconfig-data", inputs.kubeconfigData);
  for (const name of exporterDetails)
    if (!detailsOf(inputs.exporter).includes(name))
      read.useless(name, `exporter is ${JSON.stringify(inputs.exporter)}, which leaves no choice of it`);
  read.throwProblems(hint);
  return inputs;
};

const exporterDetails = ["exporter-version", "exporter-namespace", "exporter-release"] as const;

/** What can be said of each kind of exporter; a path takes the namespace for objects that name none. */
const detailsOf = (exporter: string): readonly string[] =>
  ({
    "gpu-operator": ["exporter-version", "exporter-namespace"],
    "dcgm-exporter": exporterDetails,
    cluster: [],
    none: [],
  })[exporter] ?? ["exporter-namespace"];

/** RFC 1123 label, as Kubernetes demands of namespace names. */
const dnsLabel = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;
/** Helm's own limit: an RFC 1123 subdomain of at most 53 characters, https://helm.sh/docs/chart_template_guide/getting_started/ */
const releaseName = /^(?=.{1,53}$)[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/;
const version = /^v?(\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?)$/;
const goDuration = /^(?:\d+(?:\.\d+)?(?:h|m|s|ms))+$/;
const durationPart = /(\d+(?:\.\d+)?)(h|ms|m|s)/g;
const unitMs: Readonly<Record<string, number>> = { h: 3_600_000, m: 60_000, s: 1000, ms: 1 };

/** Milliseconds of a duration as Go writes it (`1h30m`, `90s`), or undefined where it is none. */
export const parseGoDuration = (text: string): number | undefined => {
  if (!goDuration.test(text)) return undefined;
  return [...text.matchAll(durationPart)].reduce((sum, [, n, unit]) => sum + Number(n) * (unitMs[unit ?? ""] ?? 0), 0);
};

class InputReader {
  readonly #get: (name: string) => string;
  readonly #problems: string[] = [];

  constructor(getInput: (name: string) => string) {
    this.#get = getInput;
  }

  text(name: string): string | undefined {
    const value = this.#get(name).trim();
    return value === "" ? undefined : value;
  }

  list(name: string): readonly string[] | undefined {
    const items = this.#get(name)
      .split(/[\n,]/)
      .map((item) => item.trim())
      .filter((item) => item !== "");
    return items.length === 0 ? undefined : items;
  }

  oneOf<const T extends string>(name: string, allowed: readonly T[], fallback: T): T {
    const value = this.text(name) ?? fallback;
    const found = allowed.find((item) => item === value);
    if (found === undefined) this.#reject(name, value, `one of ${allowed.join(", ")}`);
    return found ?? fallback;
  }

  listOf<const T extends string>(name: string, allowed: readonly T[]): readonly T[] {
    return (this.list(name) ?? []).flatMap((value) => {
      const found = allowed.find((item) => item === value);
      if (found === undefined) this.#reject(name, value, `one of ${allowed.join(", ")}`);
      return found === undefined ? [] : [found];
    });
  }

  matching(name: string, pattern: RegExp, wanted: string): string | undefined {
    const value = this.text(name);
    if (value !== undefined && !pattern.test(value)) this.#reject(name, value, wanted);
    return value;
  }

  exactVersion(name: string): string | undefined {
    const value = this.text(name);
    const match = value === undefined ? null : version.exec(value);
    if (value !== undefined && match === null) this.#reject(name, value, "an exact version such as 1.2.3");
    return match?.[1];
  }

  duration(name: string, fallback: string): number {
    const value = this.text(name) ?? fallback;
    const parsed = parseGoDuration(value);
    if (parsed === undefined || parsed === 0)
      this.#reject(name, value, "a duration as Go writes it, such as 90s or 10m");
    return parsed ?? 0;
  }

  yesOrNo(name: string, fallback: boolean): boolean {
    const value = this.text(name)?.toLowerCase();
    if (value === undefined) return fallback;
    if (value !== "true" && value !== "false") this.#reject(name, value, "true or false");
    return value === "true";
  }

  toolVersions(): Readonly<Record<ToolName, string | undefined>> {
    return {
      helm: this.exactVersion("helm-version"),
      kubectl: this.exactVersion("kubectl-version"),
      kubeconform: this.exactVersion("kubeconform-version"),
      promtool: this.exactVersion("promtool-version"),
      // No stage runs amtool yet, so no input names its version.
      amtool: undefined,
    };
  }

  together(a: string, valueA: unknown, b: string, valueB: unknown): void {
    if ((valueA === undefined) === (valueB === undefined)) return;
    const [given, missing] = valueA === undefined ? [b, a] : [a, b];
    this.#problems.push(`${given} is set and ${missing} is not: set both or none`);
  }

  /** An input that would be read and ignored is refused: whoever set it expects something of it. */
  useless(name: string, why: string): void {
    if (this.text(name) !== undefined) this.#problems.push(`${name} has no effect: ${why}`);
  }

  notTogether(a: string, valueA: unknown, b: string, valueB: unknown): void {
    if (valueA !== undefined && valueB !== undefined)
      this.#problems.push(`${a} and ${b} are both set: set one of them`);
  }

  throwProblems(hint: string): void {
    if (this.#problems.length === 0) return;
    throw new OperatorError(
      "invalid-input",
      this.#problems.length === 1
        ? `Input ${this.#problems[0]}`
        : `${this.#problems.length} inputs are wrong:\n${this.#problems.map((problem) => `  - ${problem}`).join("\n")}`,
      hint,
    );
  }

  #reject(name: string, value: string, wanted: string): void {
    this.#problems.push(`${name} is ${JSON.stringify(value)}: it must be ${wanted}`);
  }
}
