import { createHash } from "node:crypto";
import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { load } from "js-yaml";
import { OperatorError } from "../errors.ts";
import { compare } from "../finding.ts";
import { isObject } from "../manifest.ts";
import type { Chart } from "../render/render.ts";
import type { Helm } from "./helm.ts";

/** Describes a chart on this machine: a folder or an archive. Throws OperatorError `render-failed` for what is none. */
export const describeChart = async (
  path: string,
  source: string,
  workspaceRoot: string,
  helm: Helm,
): Promise<Chart> => {
  const isFolder = (await stat(path)).isDirectory();
  const [yaml, digest] = await Promise.all([
    isFolder ? chartYaml(path, source) : showChart(path, source, helm),
    isFolder ? digestOfFolder(path, workspaceRoot) : digestOfFile(path),
  ]);
  return { ...identity(yaml, source), path, digest, source };
};

const chartYaml = async (folder: string, source: string): Promise<string> => {
  try {
    return await readFile(join(folder, "Chart.yaml"), "utf8");
  } catch (cause) {
    throw noChart(source, "it has no Chart.yaml", cause);
  }
};

const showChart = async (archive: string, source: string, helm: Helm): Promise<string> => {
  const { code, stdout, stderr } = await helm.run(["show", "chart", archive]);
  if (code === 0) return stdout;
  throw noChart(
    source,
    stderr
      .trim()
      .replace(/^Error: /, "")
      .replaceAll(archive, source),
  );
};

const identity = (yaml: string, source: string): Pick<Chart, "name" | "version" | "appVersion"> => {
  const read = readYaml(yaml, source);
  const text = (key: string): string | null =>
    read[key] === undefined || read[key] === null ? null : String(read[key]);
  const [name, version] = [text("name"), text("version")];
  if (name === null || version === null) throw noChart(source, "its Chart.yaml has no name or no version");
  return { name, version, appVersion: text("appVersion") };
};

const readYaml = (yaml: string, source: string) => {
  try {
    const value = load(yaml);
    if (isObject(value)) return value;
  } catch (cause) {
    throw noChart(source, "its Chart.yaml is not valid YAML", cause);
  }
  throw noChart(source, "its Chart.yaml is empty");
};

const noChart = (source: string, why: string, cause?: unknown): OperatorError =>
  new OperatorError(
    "render-failed",
    `${source} is not a chart that helm can read: ${why}.`,
    "Point the input chart, or the helm line of install.sh, at the folder with Chart.yaml or at a .tgz that `helm package` made.",
    { cause },
  );

const digestOfFile = async (path: string): Promise<string> =>
  createHash("sha256")
    .update(await readFile(path))
    .digest("hex");

/** Name, length and bytes of every file, in the order of their names. */
const digestOfFolder = async (folder: string, workspaceRoot: string): Promise<string> => {
  const names = (await filesBelow(folder, "", [await realpath(folder), workspaceRoot])).sort(compare);
  const contents = await Promise.all(names.map((name) => readFile(join(folder, name))));
  const hash = createHash("sha256");
  names.forEach((name, index) => {
    const content = contents[index] ?? Buffer.alloc(0);
    hash.update(`${name}\0${content.length}\0`).update(content);
  });
  return hash.digest("hex");
};

/** Helm follows symbolic links: one that leads out of the chart and the repository would put a file of the machine into what is rendered. */
const filesBelow = async (folder: string, prefix: string, allowed: readonly string[]): Promise<string[]> => {
  const entries = await readdir(join(folder, prefix), { withFileTypes: true });
  const found = await Promise.all(
    entries.map(async (entry): Promise<string[]> => {
      const name = prefix === "" ? entry.name : `${prefix}/${entry.name}`;
      if (entry.name === ".git") return [];
      if (entry.isDirectory()) return filesBelow(folder, name, allowed);
      if (entry.isFile()) return [name];
      if (!entry.isSymbolicLink()) return [];
      const target = await realpath(join(folder, name)).catch(() => null);
      if (target === null || !allowed.some((root) => isWithin(root, target))) throw leavesRepository(name);
      return (await stat(target)).isDirectory() ? filesBelow(folder, name, allowed) : [name];
    }),
  );
  return found.flat();
};

const isWithin = (root: string, path: string): boolean => {
  const way = relative(root, path);
  return way === "" || !(way === ".." || way.startsWith(`..${sep}`));
};

const leavesRepository = (name: string): OperatorError =>
  new OperatorError(
    "render-failed",
    `The chart's ${name} is a symbolic link that leads nowhere or out of the repository: refused, because helm would follow it.`,
    "Replace the link by the file itself.",
  );
