import { realpath } from "node:fs/promises";
import { isAbsolute } from "node:path";
import { OperatorError } from "../../core/errors.ts";
import type { Inputs } from "../../inputs.ts";
import type { ChartSource } from "../../outside/chart.ts";
import type { Helm } from "../../outside/helm.ts";
import type { Outside } from "../../outside/outside.ts";
import { accessTo, type LoginInputs } from "../chart-repository/chart-login.ts";
import { type InRegistry, type InRepository, readChartReference } from "../chart-repository/chart-reference.ts";
import { chartTrouble } from "../chart-repository/chart-trouble.ts";
import { pullFromRegistry, pullTimeoutMs } from "../chart-repository/pull-from-registry.ts";
import { pullFromRepository } from "../chart-repository/pull-from-repository.ts";
import { readRegistryConfig } from "../chart-repository/registry-auth.ts";
import { readRegularFile } from "../files/read-regular-file.ts";
import { redact } from "../helm/redact.ts";
import { chartLimits, inMib, tooLarge } from "./chart-budget.ts";
import type { LocalChart } from "./copy-chart.ts";
import { noChart } from "./no-chart.ts";

type ChartInputs = LoginInputs & Pick<Inputs, "chartCaFile" | "registryConfig">;
type ChartOutside = Pick<Outside, "scratch" | "workspace" | "log" | "mask" | "files" | "env" | "signal">;

/**
 * Finds the release's chart: on this machine, or remote, from where it is pulled once. Throws OperatorError
 * `render-failed`, `unauthorized` or `invalid-input`; its message names chart and repository and holds no credentials.
 */
export const obtainChart = async (
  release: ChartSource,
  inputs: ChartInputs,
  helm: Helm,
  outside: ChartOutside,
): Promise<LocalChart> => {
  const kind = isAbsolute(release.chart.value) ? "other" : await outside.workspace.kind(release.chart.value);
  const reference = readChartReference(release, kind === "file" || kind === "directory");
  if (reference.from === "disk") return onDisk(reference.path, release, inputs, outside);
  return new Pull(release, inputs, helm, outside).from(reference);
};

const onDisk = async (
  path: string,
  { chart }: Pick<ChartSource, "chart">,
  { configured }: Pick<Inputs, "configured">,
  { workspace, files }: ChartOutside,
): Promise<LocalChart> => {
  // Only the workflow may name a place outside the repository: what the configuration file says is the tree's.
  const isGiven = isAbsolute(path) && chart.from === "input" && !configured.has("chart");
  const absolute = workspace.absolute(path);
  const kind = isGiven ? ((await files.isFolder(absolute)) ? "directory" : "file") : await workspace.kind(path);
  if (kind === "outside")
    throw missing(
      `The chart ${path} is outside the repository`,
      "Keep the chart in the repository, or give its absolute path as the input chart.",
    );
  if (kind === "directory") return { kind: "folder", path: absolute, source: path };
  const real = kind === "file" ? await realpath(absolute).catch(() => null) : null;
  if (real === null)
    throw missing(
      `There is no chart at ${path}`,
      "Paths are relative to the repository's root; check the input chart, or the helm line of install.sh.",
    );
  const read = await readRegularFile(real, chartLimits.archiveBytes);
  if (read.ok) return { kind: "archive", bytes: read.bytes, source: path };
  if (read.why === "not-a-file") throw noChart(path, "it is neither a file nor a folder");
  throw tooLarge(path, `has more than ${inMib(chartLimits.archiveBytes)} MiB`);
};

const missing = (message: string, hint: string): OperatorError =>
  new OperatorError("render-failed", `${message}.`, hint);

class Pull {
  readonly #release: ChartSource;
  readonly #inputs: ChartInputs;
  readonly #helm: Helm;
  readonly #outside: ChartOutside;

  constructor(release: ChartSource, inputs: ChartInputs, helm: Helm, outside: ChartOutside) {
    this.#release = release;
    this.#inputs = inputs;
    this.#helm = helm;
    this.#outside = outside;
  }

  from(reference: InRegistry | InRepository): Promise<LocalChart> {
    return reference.from === "registry" ? this.#registry(reference) : this.#repository(reference);
  }

  async #repository(reference: InRepository): Promise<LocalChart> {
    const { env, signal } = this.#outside;
    const { login } = this.#access(reference);
    const authority = await this.#authority();
    const version = this.#release.version.value;
    this.#outside.log.info(`Pulling the chart ${this.#named(reference.name)} from ${reference.address}`);
    const access = { login, authority, env, signal, timeoutMs: pullTimeoutMs };
    const pulled = await pullFromRepository(reference, version, access);
    if (pulled.is === "nothing") throw this.#trouble(reference, pulled.said, "request");
    // The index names this registry, and no input: it is asked with nothing but what a registry
    // configuration says of it.
    if (pulled.is === "registry") return this.#pullImage(pulled.reference, null, null, false);
    return { kind: "archive", bytes: pulled.bytes, source: reference.address };
  }

  #registry(reference: InRegistry): Promise<LocalChart> {
    const { login, plain } = this.#access(reference);
    return this.#pullImage(reference, this.#release.version.value, login, plain);
  }

  async #pullImage(
    reference: InRegistry,
    version: string | null,
    login: InRegistry["login"],
    plain: boolean,
  ): Promise<LocalChart> {
    const { registryConfig } = this.#inputs;
    this.#outside.log.info(`Pulling the chart ${this.#named(reference.address)} from ${reference.address}`);
    const authority = await this.#authority();
    // A copy: what the input names may be a file of the tree.
    const caFile = authority === undefined ? undefined : await this.#outside.scratch.write("helm/ca.pem", authority);
    const config = await readRegistryConfig(registryConfig, this.#outside);
    const asked = { version, access: { login, plain }, caFile, registryConfig: config };
    const pulled = await pullFromRegistry(reference, asked, this.#helm, this.#outside);
    if (!pulled.ok) throw this.#trouble(reference, pulled.said, "helm");
    return { kind: "archive", bytes: pulled.bytes, source: reference.address };
  }

  #access(reference: InRegistry | InRepository): ReturnType<typeof accessTo> {
    if (reference.login !== null && reference.login.password !== "") this.#outside.mask(reference.login.password);
    return accessTo(reference, this.#release, this.#inputs, this.#inputs.chartCaFile !== undefined);
  }

  #named(name: string): string {
    const version = this.#release.version.value;
    return `${name}${version === null ? "" : ` ${version}`}`;
  }

  #trouble(reference: InRegistry | InRepository, said: string, by: "helm" | "request"): OperatorError {
    const chart = this.#named(reference.from === "registry" ? reference.address : reference.name);
    const secrets = [reference.login?.password, this.#inputs.chartPassword];
    return chartTrouble({ chart, place: reference.address, said: redact(said, secrets), by });
  }

  /**
   * The input `chart-ca-file`, checked: helm calls a certificate file that it cannot read an unreachable repository.
   */
  async #authority(): Promise<string | undefined> {
    const { chartCaFile: input } = this.#inputs;
    const { files, workspace } = this.#outside;
    if (input === undefined) return undefined;
    const text = await files.read(workspace.absolute(input)).catch(() => "");
    if (text?.includes("-----BEGIN CERTIFICATE-----")) return text;
    throw new OperatorError(
      "invalid-input",
      `Input chart-ca-file: ${input} ${text === null ? "does not exist" : "holds no certificate in PEM form"}.`,
      "Name a file that starts with -----BEGIN CERTIFICATE-----; a relative path counts from the repository root.",
    );
  }
}
