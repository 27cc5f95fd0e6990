import { mkdir, readdir, readFile, realpath } from "node:fs/promises";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { OperatorError } from "../errors.ts";

/** Where reports may go. Paths are absolute. */
export interface ReportPlaces {
  /** Where the report goes when no input says so. */
  readonly usual: string;
  /** The repository's root: a relative path counts from it. */
  readonly workspace: string;
}

/**
 * Makes the folder that the input `report-dir` names, before anything else is done: a run whose report cannot be written must not deploy.
 * Answers its absolute path. Throws OperatorError `invalid-input` where it cannot be had or holds other people's files.
 */
export const openReportFolder = async (wanted: string | undefined, places: ReportPlaces): Promise<string> => {
  const folder = wanted === undefined ? places.usual : resolve(places.workspace, wanted);
  const shown = wanted === undefined ? `The report's folder ${folder}` : `Input report-dir: ${wanted}`;
  await refuseLink(folder, places.workspace, shown);
  try {
    await mkdir(folder, { recursive: true });
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? cause.code : cause;
    throw wrong(`${shown} cannot be made a folder (${code}).`, cause);
  }
  if (wanted !== undefined) await refuseForeign(folder, shown);
  return folder;
};

/** The tree under check may hold a link of that name: what we write must not land where the link leads. */
const refuseLink = async (folder: string, workspace: string, shown: string): Promise<void> => {
  if (!isWithin(workspace, folder)) return;
  const [real, root] = await Promise.all([realNearest(folder), realpath(workspace).catch(() => workspace)]);
  if (!isWithin(root, real)) throw wrong(`${shown} leads out of the repository by a link.`);
};

/** The real path of the folder or of what there is of it. */
const realNearest = (path: string): Promise<string> =>
  realpath(path).catch(() => (path === dirname(path) ? path : realNearest(dirname(path))));

const isWithin = (root: string, path: string): boolean => {
  const way = relative(root, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
};

/** `manifests/` is replaced as a whole: one that stands beside no report of ours is somebody's source. */
const refuseForeign = async (folder: string, shown: string): Promise<void> => {
  const held = await readdir(folder);
  if (!held.includes("manifests") || (await isOurReport(join(folder, "report.json")))) return;
  if ((await readdir(join(folder, "manifests")).catch(() => ["a file"])).length === 0) return;
  throw wrong(`${shown} holds a folder manifests that this action did not write and would replace.`);
};

const isOurReport = async (file: string): Promise<boolean> => {
  try {
    return "failureReason" in JSON.parse(await readFile(file, "utf8"));
  } catch {
    return false;
  }
};

const wrong = (message: string, cause?: unknown): OperatorError =>
  new OperatorError(
    "invalid-input",
    message,
    "Set report-dir to a folder of its own that this job may write to, or leave it out: then the report goes to $RUNNER_TEMP/prometheus-stack-report.",
    { cause },
  );
