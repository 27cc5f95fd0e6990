import { posix } from "node:path";
import { OperatorError } from "../core/errors.ts";
import type { Inputs } from "../inputs.ts";
import type { Workspace } from "../outside/workspace.ts";
import { parseYaml } from "../text/parse-yaml.ts";
import type { YamlFile } from "../text/yaml-file.ts";
import { parseInstallScript } from "./install/parse-install-script.ts";
import { resolveInstallScript } from "./install/resolve-install-script.ts";
import { chooseRoots, reachable } from "./kustomize/apply-roots.ts";
import { refuseReferences } from "./kustomize/refuse-references.ts";
import { loadTree } from "./load-tree.ts";
import { mergeRelease } from "./release.ts";
import type { InstallScript, Release, Stack } from "./stack.ts";
import { umbrellaChart } from "./umbrella-chart.ts";

/**
 * Reads the stack from the repository. What is wrong with its files stays inside as data; throws OperatorError
 * `invalid-input` where the inputs do not lead to a stack, and where a reference would leave the repository or
 * run something without leave.
 */
export const loadStack = async (inputs: Inputs, workspace: Workspace): Promise<Stack> => {
  const path = await stackFolder(inputs.path, workspace);
  const tree = await loadTree(path, workspace);
  const { base, overlays } = chooseRoots(path, tree.kustomizations, inputs.overlays);
  const roots = base === null ? overlays : [base, ...overlays];
  refuseReferences(reachable(roots, tree.kustomizations), tree, inputs.allow);
  const script = await installScript(path, inputs, workspace);
  const local = await isLocalChart(inputs, workspace);
  const release = mergeRelease(inputs, script, local);
  refuseExcess(release);
  return {
    path,
    ...tree,
    base,
    overlays,
    valueFiles: await valueFiles(release, workspace),
    umbrella: await umbrellaChart(release.chart.value, workspace),
    setFiles: await setFiles(release, workspace),
    install:
      script === null
        ? null
        : { ...script, unclear: script.unclear.filter((line) => !isReplaced(line.replacedBy, inputs, local)) },
    release,
  };
};

/** However a path is written, also in full: what is told of it is relative to the root. */
const fromRoot = (path: string, workspace: Workspace): string =>
  posix.relative(workspace.root, workspace.absolute(path)) || ".";

const stackFolder = async (input: string, workspace: Workspace): Promise<string> => {
  const path = fromRoot(input, workspace);
  const wrong = (what: string, hint = "") =>
    new OperatorError(
      "invalid-input",
      `Input path: ${input} ${what}.`,
      hint || "Set it to the folder that holds base/ and overlays/, relative to the repository root.",
    );
  const kind = await workspace.kind(path);
  if (kind === "outside") throw wrong("is outside the repository");
  if (kind === "missing") throw wrong("does not exist in the repository", await whereElse(workspace));
  if (kind !== "directory") throw wrong("is not a folder");
  if ((await workspace.walk(path)).length === 0) throw wrong("is an empty folder");
  return path;
};

/** The commonest reasons for a missing folder: no checkout before this step, and a stack in another place. */
const whereElse = async (workspace: Workspace): Promise<string> => {
  const files = (await workspace.walk(".")).map(({ path }) => path);
  if (files.every((path) => path === ".git"))
    return "The repository is empty: check it out before this step (actions/checkout).";
  const stacks = files.flatMap((path) => /^(.+)\/upstream\/install\.sh$/.exec(path)?.[1] ?? []);
  return stacks.length === 0
    ? ""
    : `Set it to the stack's folder, relative to the repository root. There is: ${stacks.slice(0, 5).join(", ")}.`;
};

const installScript = async (stack: string, inputs: Inputs, workspace: Workspace): Promise<InstallScript | null> => {
  const file = posix.join(stack, "upstream", "install.sh");
  const read = await workspace.read(file);
  if (read.ok) {
    const parsed = parseInstallScript(read.text, file, stack);
    return { ...(await resolveInstallScript(parsed, (path) => workspace.kind(path))), text: read.text };
  }
  if (read.why === "missing" && inputs.chart !== undefined) return null;
  throw new OperatorError(
    "invalid-input",
    read.why === "missing" ? `${file} does not exist: nothing says which chart is installed.` : read.message,
    `Add the script with its helm line${read.why === "missing" ? ", or set the inputs chart, chart-repository, chart-version, release-name and namespace" : " as a plain text file"}.`,
  );
};

const isLocalChart = async ({ chart }: Inputs, workspace: Workspace): Promise<boolean> =>
  chart !== undefined && !chart.includes("://") && ["file", "directory"].includes(await workspace.kind(chart));

/** All have to fit into one command line. */
const most = { valueFiles: 100, sets: 1000, setBytes: 512 * 1024 };

const refuseExcess = ({ valueFiles: files, sets }: Release): void => {
  const bytes = sets.reduce((sum, set) => sum + Buffer.byteLength(set.flag === "--set-file" ? set.key : set.value), 0);
  if (files.length <= most.valueFiles && sets.length <= most.sets && bytes <= most.setBytes) return;
  throw new OperatorError(
    "invalid-input",
    `The release has ${files.length} value files and ${sets.length} --set arguments with ${bytes} bytes: no more than ${most.valueFiles}, ${most.sets} and ${most.setBytes} are read.`,
    "Put the values into one file, and name it in the helm line or in the input value-files.",
  );
};

/**
 * Bytes of all files of `--set-file` together; what is larger does not fit into a release's Secret, which has 1 MiB.
 */
const maxSetFileLength = 8 * 1024 * 1024;

const valueFiles = (release: Release, workspace: Workspace): Promise<readonly YamlFile[]> => {
  // A file that is named twice is read once.
  const files = new Map<string, Promise<YamlFile>>();
  return Promise.all(
    release.valueFiles.map((named) => {
      const file = files.get(named.value) ?? valueFile(named, workspace);
      files.set(named.value, file);
      return file;
    }),
  );
};

const valueFile = async (
  { value, from, at }: Release["valueFiles"][number],
  workspace: Workspace,
): Promise<YamlFile> => {
  const read = await workspace.read(value);
  if (read.ok) return parseYaml(read.text, fromRoot(value, workspace), "helm");
  throw new OperatorError(
    "invalid-input",
    `${from === "input" ? "Input value-files" : `${at?.file}:${at?.line}`}: ${read.message}`,
    "Value files are files of the repository, named relative to its root.",
  );
};

const setFiles = async ({ sets }: Release, workspace: Workspace): Promise<Stack["setFiles"]> => {
  const texts = new Map<string, string>();
  let length = 0;
  for (const set of sets) {
    if (set.flag !== "--set-file" || texts.has(set.file)) continue;
    const read = await workspace.read(set.file);
    if (!read.ok)
      throw new OperatorError(
        "invalid-input",
        `${set.at.file}:${set.at.line}: ${read.message}`,
        "The files of --set-file are text files of the repository.",
      );
    texts.set(set.file, read.text);
    length += read.text.length;
    if (length > maxSetFileLength)
      throw new OperatorError(
        "invalid-input",
        `${set.at.file}:${set.at.line}: the files of --set-file have more than ${maxSetFileLength} characters.`,
        "A release is stored in a Secret, which holds no more than 1 MiB.",
      );
  }
  return Object.fromEntries(texts);
};

const givenInputs: Readonly<Record<string, keyof Inputs>> = {
  chart: "chart",
  "chart-repository": "chartRepository",
  "chart-version": "chartVersion",
  namespace: "namespace",
  "release-name": "releaseName",
  "value-files": "valueFiles",
};

const isReplaced = (replacedBy: readonly string[], inputs: Inputs, local: boolean): boolean =>
  replacedBy.length > 0 &&
  replacedBy.every((name) => {
    const key = givenInputs[name];
    return key !== undefined && (inputs[key] !== undefined || isNeedless(name, inputs, local));
  });

/** A chart of the repository has its version in itself, and it comes from nowhere, as one with an address does. */
const isNeedless = (name: string, { chart }: Inputs, local: boolean): boolean =>
  name === "chart-version" ? local : name === "chart-repository" && (local || chart?.includes("://") === true);
