import { chmod, mkdtemp, rename, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { OperatorError } from "../../core/errors.ts";
import type { HttpGet } from "../../outside/outside.ts";
import type { ToolName } from "../../outside/tools.ts";
import { hashFile } from "../files/hash-file.ts";
import type { FetchFile } from "../network/fetch-file.ts";
import { patient, type Retry, withRetries } from "../network/retry.ts";
import { extractMember } from "./extract-member.ts";
import type { Platform } from "./platform.ts";
import { readChecksum } from "./read-checksum.ts";
import { type LockedTool, releaseOf, type ToolRelease } from "./tool-lock.ts";
import { supported } from "./tool-versions.ts";

/** What a download needs of the world. `Name` is what may be downloaded: by default the action's own tools. */
export interface Download<Name extends string = ToolName> extends Downloading {
  readonly lock: Readonly<Record<Name, LockedTool>>;
}

interface Downloading {
  readonly httpGet: HttpGet;
  readonly fetchFile: FetchFile;
  /** Aborted when the run is cancelled. */
  readonly signal: AbortSignal;
  readonly retry?: Retry;
  /** For one file; a time limit that a connection of 2 Mbit/s still keeps. */
  readonly timeoutMs?: number;
}

/** A tool that was downloaded and proved to be what its release published. */
export interface Downloaded {
  /** Absolute path of the executable: `<destination>/<name>`. */
  readonly path: string;
  /** SHA-256 of the executable. */
  readonly sha256: string;
  /** SHA-256 of the release file that it came in, and where that digest was published. */
  readonly release: { readonly url: string; readonly sha256: string; readonly from: string };
}

/**
 * Downloads the exact version into the folder `destination`, which must exist. The release file's SHA-256 is compared
 * before anything is unpacked or made executable. Throws OperatorError `tool-missing`, with nothing left in the folder,
 * where it cannot be had or proved.
 */
export const downloadTool = async <Name extends string>(
  name: Name,
  version: string,
  platform: Platform,
  options: Download<Name> & { readonly destination: string },
): Promise<Downloaded> => {
  const release = releaseOf(options.lock[name], version, platform);
  const what = `${name} ${version}`;
  const unproved = await mkdtemp(join(options.destination, ".download-"));
  try {
    const wanted = await expectedDigest(what, name, release, options);
    const file = join(unproved, "release");
    const sha256 = await fetchRelease(what, name, release.url, file, options);
    if (sha256 !== wanted.sha256) throw mismatch(what, release.url, sha256, wanted);
    const executable = join(unproved, "executable");
    if (release.member === undefined) await rename(file, executable);
    else await unpack(what, file, release.member, executable, release.url);
    const digest = await hashFile(executable);
    if (release.pin !== undefined && release.pin.executable !== digest)
      throw mismatch(what, `${release.member} in ${release.url}`, digest, {
        ...wanted,
        sha256: release.pin.executable,
      });
    const path = join(options.destination, name);
    await chmod(executable, 0o755);
    await rename(executable, path);
    return { path, sha256: digest, release: { url: release.url, sha256, from: wanted.from } };
  } finally {
    await rm(unproved, { recursive: true, force: true });
  }
};

interface ExpectedFile {
  readonly sha256: string;
  readonly from: string;
}

const checksumsTimeoutMs = 30_000;
const maxChecksumsBytes = 1024 * 1024;

/** The pinned digest, else the one that the release publishes. */
const expectedDigest = async (
  what: string,
  name: string,
  { pin, checksumsUrl, url }: ToolRelease,
  { httpGet, retry = patient, signal }: Downloading,
): Promise<ExpectedFile> => {
  if (pin !== undefined) return { sha256: pin.sha256, from: "tools.lock.json" };
  const get = () => httpGet(checksumsUrl, { timeoutMs: checksumsTimeoutMs, maxBytes: maxChecksumsBytes });
  const { status, body } = await withRetries(get, retry, signal).catch((thrown) => {
    throw unreachable(what, name, checksumsUrl, thrown, signal);
  });
  if (status !== 200) throw refused(what, name, checksumsUrl, status);
  const sha256 = readChecksum(new TextDecoder().decode(body), basename(new URL(url).pathname));
  if (sha256 === undefined)
    throw new OperatorError(
      "tool-missing",
      `${what} was not downloaded: ${checksumsUrl} has no SHA-256 for ${basename(url)}, so nothing can prove the download.`,
      otherWay(name),
    );
  return { sha256, from: checksumsUrl };
};

const fetchRelease = async (
  what: string,
  name: string,
  url: string,
  file: string,
  { fetchFile, retry = patient, signal, timeoutMs = 10 * 60_000 }: Downloading,
): Promise<string> => {
  const { status, sha256 } = await withRetries(() => fetchFile(url, file, { timeoutMs }), retry, signal).catch(
    (thrown) => {
      throw unreachable(what, name, url, thrown, signal);
    },
  );
  if (status !== 200) throw refused(what, name, url, status);
  return sha256;
};

const unpack = async (what: string, archive: string, member: string, target: string, url: string): Promise<void> => {
  const found = await extractMember(archive, member, target).catch((cause: unknown) => {
    throw new OperatorError("tool-missing", `${what}: ${url} cannot be unpacked: ${cause}.`, "Try another version.", {
      cause,
    });
  });
  if (!found)
    throw new OperatorError("tool-missing", `${what}: ${url} has no file ${member} in it.`, "Try another version.");
};

const isTool = (name: string): name is ToolName => Object.hasOwn(supported, name);

/** What to do where downloads do not work. What only development uses has no input. */
const otherWay = (name: string): string =>
  isTool(name)
    ? `Put ${name} (${supported[name].range}) on PATH and set \`tools: path\`, or set \`${name}-version\` to the version that is on PATH already.`
    : "Try again, or remove what keeps this machine from it.";

const unreachable = (what: string, name: string, url: string, cause: unknown, signal: AbortSignal): unknown => {
  if (signal.aborted)
    return new OperatorError(
      "cancelled",
      `The run was cancelled while ${what} was downloaded.`,
      "Start the run again.",
    );
  const why =
    cause instanceof AggregateError
      ? cause.errors.map(String).join("; ")
      : cause instanceof Error
        ? cause.message
        : String(cause);
  return new OperatorError(
    "tool-missing",
    `${what} could not be downloaded: ${url}: ${why}.`,
    `${otherWay(name)} Behind a proxy, set HTTPS_PROXY (and NODE_EXTRA_CA_CERTS for its certificate).`,
    { cause },
  );
};

const refused = (what: string, name: string, url: string, status: number): OperatorError =>
  new OperatorError(
    "tool-missing",
    `${what} could not be downloaded: ${url} answered ${status}.`,
    status === 404 && isTool(name)
      ? `Check that the version in \`${name}-version\` exists. ${otherWay(name)}`
      : otherWay(name),
  );

const mismatch = (what: string, file: string, actual: string, wanted: ExpectedFile): OperatorError =>
  new OperatorError(
    "tool-missing",
    `${what} was refused: the SHA-256 of ${file} is ${actual}, and ${wanted.from} says ${wanted.sha256}. Nothing of it was run.`,
    "Something on the way (a proxy, a mirror) changed the file, or the release was replaced: find out which before you try again.",
  );
