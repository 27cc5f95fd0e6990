import { createHash } from "node:crypto";
import { readdir } from "node:fs/promises";
import { isAbsolute, join } from "node:path";
import { OperatorError } from "../errors.ts";
import type { Inputs } from "../inputs.ts";
import type { Release } from "../stack/stack.ts";
import { type ChartReference, type Login, readChartReference } from "./chart-reference.ts";
import { chartTrouble } from "./chart-trouble.ts";
import type { Helm } from "./helm.ts";
import type { Completed, Outside } from "./outside.ts";
import { redact } from "./redact.ts";
import { registryAuth } from "./registry-auth.ts";

/** A chart's archive is some 500 kB, the index of its repository some 10 MB. */
const pullTimeoutMs = 180_000;

/** Where the chart lies on this machine, and where it came from (without credentials). */
export interface LocalChart {
  readonly path: string;
  readonly source: string;
}

type ChartInputs = Pick<Inputs, "chartUsername" | "chartPassword" | "chartCaFile" | "registryConfig">;
type ChartOutside = Pick<Outside, "scratch" | "workspace" | "log" | "mask" | "files">;

/**
 * Gets the release's chart onto this machine: what is remote is pulled once, into the scratch folder.
 * Throws OperatorError `render-failed`, `unauthorized` or `invalid-input`; its message names chart and repository and holds no credentials.
 */
export const obtainChart = async (
  release: Pick<Release, "chart" | "version" | "repository">,
  inputs: ChartInputs,
  helm: Helm,
  outside: ChartOutside,
): Promise<LocalChart> => {
  const kind = isAbsolute(release.chart.value) ? "other" : await outside.workspace.kind(release.chart.value);
  const reference = readChartReference(release, kind === "file" || kind === "directory");
  if (reference.from === "disk") return onDisk(reference.path, release, outside);
  return pull(reference, release.version.value, inputs, helm, outside);
};

const onDisk = async (path: string, { chart }: Pick<Release, "chart">, outside: ChartOutside): Promise<LocalChart> => {
  const { workspace, files } = outside;
  const kind = isAbsolute(path) && chart.from === "input" ? "given" : await workspace.kind(path);
  const absolute = workspace.absolute(path);
  if (kind === "outside")
    throw missing(
      `The chart ${path} is outside the repository`,
      "Keep the chart in the repository, or give its absolute path as the input chart.",
    );
  if (kind === "given" && !(await files.isFolder(absolute)) && (await files.read(absolute)) === null)
    throw missing(`There is no chart at ${path}`, "Check the input chart.");
  if (kind !== "given" && kind !== "file" && kind !== "directory")
    throw missing(
      `There is no chart at ${path}`,
      "Paths are relative to the repository's root; check the input chart, or the helm line of install.sh.",
    );
  return { path: absolute, source: path };
};

const missing = (message: string, hint: string): OperatorError =>
  new OperatorError("render-failed", `${message}.`, hint);

type Remote = Exclude<ChartReference, { readonly from: "disk" }>;

const pull = async (
  reference: Remote,
  version: string | null,
  inputs: ChartInputs,
  helm: Helm,
  outside: ChartOutside,
): Promise<LocalChart> => {
  const login = loginOf(reference, inputs, outside);
  const name = reference.from === "registry" ? reference.address : reference.name;
  const chart = `${name}${version === null ? "" : ` ${version}`}`;
  const trouble = (said: string): OperatorError =>
    chartTrouble({ chart, place: reference.address, said: redact(said, [login?.password, inputs.chartPassword]) });
  outside.log.info(`Pulling the chart ${chart} from ${reference.address}`);
  const ca = inputs.chartCaFile === undefined ? [] : ["--ca-file", await caFile(inputs.chartCaFile, outside)];
  const destination = await outside.scratch.folder(
    `chart/${createHash("sha256").update(chart).digest("hex").slice(0, 16)}`,
  );
  const from =
    reference.from === "registry"
      ? await loggedIn(reference, login, inputs, outside)
      : await addRepository(reference, login, ca, helm, trouble);
  const wanted = version === null ? [] : ["--version", version];
  const pulled = await helm.run(["pull", ...from, ...wanted, ...ca, "--destination", destination], {
    timeoutMs: pullTimeoutMs,
  });
  if (pulled.code !== 0) throw trouble(pulled.stderr);
  const archive = (await readdir(destination)).find((file) => file.endsWith(".tgz"));
  if (archive === undefined) throw new Error(`helm pull succeeded and left no archive: ${pulled.stdout}`);
  return { path: join(destination, archive), source: reference.address };
};

/** Helm calls a certificate file that it cannot read an unreachable repository. */
const caFile = async (input: string, { files, workspace }: ChartOutside): Promise<string> => {
  const path = workspace.absolute(input);
  const text = await files.read(path).catch(() => "");
  if (text?.includes("-----BEGIN CERTIFICATE-----")) return path;
  throw new OperatorError(
    "invalid-input",
    `Input chart-ca-file: ${input} ${text === null ? "does not exist" : "holds no certificate in PEM form"}.`,
    "Name a file that starts with -----BEGIN CERTIFICATE-----; a relative path counts from the repository root.",
  );
};

const loginOf = ({ login }: Remote, inputs: ChartInputs, { mask }: ChartOutside): Login | null => {
  const { chartUsername: username, chartPassword: password } = inputs;
  if (username !== undefined && password !== undefined) return { username, password };
  if (login !== null && login.password !== "") mask(login.password);
  return login;
};

/** The repository's name in our private helm configuration. */
const repositoryName = "chart";

const addRepository = async (
  { name, address }: Extract<Remote, { readonly from: "repository" }>,
  login: Login | null,
  ca: readonly string[],
  helm: Helm,
  trouble: (said: string) => OperatorError,
): Promise<readonly string[]> => {
  const user = login === null ? [] : ["--username", login.username, "--password-stdin"];
  const added: Completed = await helm.run(["repo", "add", repositoryName, address, "--force-update", ...user, ...ca], {
    timeoutMs: pullTimeoutMs,
    ...(login === null ? {} : { stdin: login.password }),
  });
  if (added.code !== 0) throw trouble(added.stderr);
  return [`${repositoryName}/${name}`];
};

/**
 * Writes the login into helm's private registry configuration. `helm registry login` would do no more than that after one request, and its flags
 * differ between the majors.
 */
const loggedIn = async (
  { address, host }: Extract<Remote, { readonly from: "registry" }>,
  login: Login | null,
  inputs: ChartInputs,
  outside: ChartOutside,
): Promise<readonly string[]> => {
  if (login !== null) {
    const config = JSON.parse(await registryAuth(inputs.registryConfig, outside));
    const auth = Buffer.from(`${login.username}:${login.password}`).toString("base64");
    outside.mask(auth);
    const auths = { ...config.auths, [host]: { auth } };
    await outside.scratch.write("helm/registry.json", JSON.stringify({ ...config, auths }));
  }
  return [address, ...(isLoopback(host) && inputs.chartCaFile === undefined ? ["--plain-http"] : [])];
};

/** A registry on the machine itself has no certificate to show; helm 3 knows that, helm 4 wants to be told. */
const isLoopback = (host: string): boolean => /^(?:localhost|127(?:\.\d+){3}|\[::1\])(?::\d+)?$/i.test(host);
