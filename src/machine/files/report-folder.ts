import { lstat, mkdir, mkdtemp, readdir, realpath } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { OperatorError } from "../../core/errors.ts";
import { isGitData, isWithin } from "../../core/within.ts";
import { readRegularFile } from "./read-regular-file.ts";

/** Where reports may go. Paths are absolute. */
export interface ReportPlaces {
  /** The runner's temporary folder, which is the job's alone; null outside a runner. */
  readonly runnerTemp: string | null;
  /** The system's, which everybody may write to. */
  readonly sharedTemp: string;
  /** The repository's root: a relative path counts from it. */
  readonly workspace: string;
}

/**
 * Makes the folder that the input `report-dir` names, before anything else is done: a run whose report cannot be
 * written must not deploy. Without the input it is one of a known name in the runner's temporary folder, and outside a
 * runner a new one that is this user's alone: of a name that others know, they could have made a link. Answers its
 * absolute path. Throws OperatorError `invalid-input` where it cannot be had, is a link, or holds other people's files.
 */
export const openReportFolder = async (wanted: string | undefined, places: ReportPlaces): Promise<string> => {
  const { runnerTemp, sharedTemp, workspace } = places;
  if (wanted === undefined && runnerTemp === null) return newReportFolder(places);
  const folder =
    wanted === undefined ? join(runnerTemp ?? sharedTemp, "prometheus-stack-report") : resolve(workspace, wanted);
  const shown = wanted === undefined ? `The report's folder ${folder}` : `Input report-dir: ${wanted}`;
  if (wanted === undefined && (await isLink(folder))) throw wrong(`${shown} is a link, which is not followed.`);
  await refuseLinks(folder, workspace, shown);
  try {
    await mkdir(folder, { recursive: true });
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? cause.code : cause;
    throw wrong(`${shown} cannot be made a folder (${code}).`, cause);
  }
  if (wanted !== undefined) await refuseForeign(folder, shown);
  return folder;
};

/** Makes a report's folder of a new name: for a run that could not have the one that was meant. */
export const newReportFolder = ({ runnerTemp, sharedTemp }: ReportPlaces): Promise<string> =>
  mkdtemp(join(runnerTemp ?? sharedTemp, "prometheus-stack-report-"));

const isLink = async (path: string): Promise<boolean> =>
  (await lstat(path).catch(() => null))?.isSymbolicLink() ?? false;

/**
 * The tree under check may hold a link of that name: what we write must not land where the link leads, and git's own
 * folder is nobody's place for a report.
 */
const refuseLinks = async (folder: string, workspace: string, shown: string): Promise<void> => {
  const way = await wayInto(workspace, folder);
  if (way === null) return;
  if (way.split(sep).some(isGitData)) throw wrong(`${shown} is inside of .git.`);
  const parts = way.split(sep);
  for (const [index] of parts.entries())
    if (await isLink(join(workspace, ...parts.slice(0, index + 1))))
      throw wrong(`${shown} leads ${await where(folder, workspace)} by a link, which is not followed.`);
};

/**
 * The path from the workspace to the folder, however the workspace is named on the way to it; null
 * where the folder is not in it.
 */
const wayInto = async (workspace: string, folder: string): Promise<string | null> => {
  if (isWithin(workspace, folder)) return relative(workspace, folder);
  const root = await realNearest(workspace);
  for (let above = folder; above !== dirname(above); above = dirname(above))
    if ((await realpath(above).catch(() => null)) === root) return relative(above, folder);
  return null;
};

const where = async (folder: string, workspace: string): Promise<string> =>
  isWithin(await realNearest(workspace), await realNearest(folder)) ? "elsewhere" : "out of the repository";

/** The real path of the folder or of what there is of it. */
const realNearest = (path: string): Promise<string> =>
  realpath(path).catch(() => (path === dirname(path) ? path : realNearest(dirname(path))));

/** `manifests/` is replaced as a whole: one that stands beside no report of ours is somebody's source. */
const refuseForeign = async (folder: string, shown: string): Promise<void> => {
  const held = await readdir(folder);
  if (!held.includes("manifests") || (await isOurReport(join(folder, "report.json")))) return;
  if ((await readdir(join(folder, "manifests")).catch(() => ["a file"])).length === 0) return;
  throw wrong(`${shown} holds a folder manifests that this action did not write and would replace.`);
};

/** The largest report of a real stack has 2 MB. */
const maxReportBytes = 64 * 1024 * 1024;

const isOurReport = async (file: string): Promise<boolean> => {
  try {
    const read = await readRegularFile(file, maxReportBytes);
    return read.ok && (ours.test(read.bytes.toString("latin1", 0, headBytes)) || isReport(read.bytes));
  } catch {
    return false;
  }
};

/** How a report of ours begins: a large one need not be read to its end. Inside a text the quotes would be escaped. */
const ours = /^\{[^{}[\]]*"failureReason":/;
const headBytes = 4096;

const isReport = (bytes: Buffer): boolean => "failureReason" in JSON.parse(bytes.toString("utf8"));

const wrong = (message: string, cause?: unknown): OperatorError =>
  new OperatorError(
    "invalid-input",
    message,
    "Set report-dir to a folder of its own that this job may write to, or leave it out: then the report goes to $RUNNER_TEMP/prometheus-stack-report.",
    { cause },
  );
