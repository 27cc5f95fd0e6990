import { join } from "node:path";
import { OperatorError } from "../../core/errors.ts";
import type { Exec } from "../../outside/exec.ts";
import type { HttpGet, Log } from "../../outside/outside.ts";
import type { Tool, Toolbox, ToolName } from "../../outside/tools.ts";
import { createFetchFile, type FetchFile } from "../network/fetch-file.ts";
import type { Retry } from "../network/retry.ts";
import { findOnPath } from "../process/find-on-path.ts";
import { downloadTool } from "./download.ts";
import { type Platform, platformOf } from "./platform.ts";
import { probeTool } from "./probe-tool.ts";
import { findCached, installCached } from "./tool-cache.ts";
import { pinKey, releaseOf, type ToolLock, toolLock } from "./tool-lock.ts";
import { fits, supported } from "./tool-versions.ts";

export interface ToolboxOptions {
  /** The exact versions that are asked for, without a leading `v`. */
  readonly versions: Readonly<Record<ToolName, string | undefined>>;
  /** `path`: what PATH offers or nothing. */
  readonly mode: "auto" | "path";
  readonly exec: Exec;
  readonly httpGet: HttpGet;
  readonly log: Log;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Root of the tree under check: no tool is taken from it. */
  readonly workspace: string;
  /** A folder that outlives the run. */
  readonly cacheDir: string;
  /** Aborted when the run is cancelled. */
  readonly signal: AbortSignal;
  readonly fetchFile?: FetchFile;
  /** Where tools come from; default: `tools.lock.json` of this release. */
  readonly lock?: ToolLock;
  readonly retry?: Retry;
  readonly platform?: Platform;
}

/**
 * Tools from PATH where their version fits, else from the cache, else downloaded; each is looked for
 * when it is first asked for.
 */
export const createToolbox = (options: ToolboxOptions): Toolbox => {
  const asked = new Map<ToolName, Promise<Tool>>();
  const got: Tool[] = [];
  const find = async (name: ToolName): Promise<Tool> => {
    const tool = await getReady(name, options);
    got.push(tool);
    options.log.info(`${tool.name} ${tool.version} from ${sourceText[tool.source]}: ${tool.path}`);
    return tool;
  };
  return {
    get(name) {
      const tool = asked.get(name) ?? find(name);
      asked.set(name, tool);
      return tool;
    },
    used: () => got.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  };
};

const sourceText: Readonly<Record<Tool["source"], string>> = {
  path: "PATH (trusted as it is)",
  cache: "the tool cache (SHA-256 verified)",
  download: "its release (SHA-256 verified)",
  built: "pinned Go modules",
};

const getReady = async (name: ToolName, options: ToolboxOptions): Promise<Tool> => {
  const platform = options.platform ?? platformOf(process.platform, process.arch);
  const asked = options.versions[name];
  if (asked !== undefined && !fits(name, asked, undefined))
    throw new OperatorError(
      "invalid-input",
      `Input ${name}-version is ${asked}: this action works with ${name} ${supported[name].range}.`,
      `Set ${name}-version to a version of that range, or leave it out.`,
    );
  const onPath = await lookOnPath(name, options);
  if ("tool" in onPath) return onPath.tool;
  if (options.mode === "path") throw notOnPath(name, asked, onPath.why);
  options.log.debug(`${name}: ${onPath.why}`);
  return await fromCacheOrRelease(name, asked ?? (options.lock ?? toolLock)[name].version, platform, options);
};

const lookOnPath = async (
  name: ToolName,
  options: ToolboxOptions,
): Promise<{ readonly tool: Tool } | { readonly why: string }> => {
  const path = await findOnPath(name, options.env["PATH"], options.workspace);
  if (path === undefined) return { why: `PATH has no ${name} outside of the workspace` };
  const { version, sha256 } = await probeTool(name, path, options);
  if (version === undefined) return { why: `${path} does not tell its version` };
  if (!fits(name, version, options.versions[name])) return { why: `${path} is version ${version}` };
  return { tool: { name, version, path, source: "path", sha256 } };
};

const notOnPath = (name: ToolName, asked: string | undefined, why: string): OperatorError =>
  new OperatorError(
    "tool-missing",
    `${name} ${asked ?? supported[name].range} is needed; ${why}, and with \`tools: path\` nothing is downloaded.`,
    asked === undefined
      ? `Put ${name} ${supported[name].range} on PATH, or set \`tools: auto\`.`
      : `Put ${name} ${asked} on PATH, or set \`${name}-version\` to the version that is there, or set \`tools: auto\`.`,
  );

const fromCacheOrRelease = async (
  name: ToolName,
  version: string,
  platform: Platform,
  options: ToolboxOptions,
): Promise<Tool> => {
  const { lock = toolLock, cacheDir, log, signal, retry } = options;
  const folder = join(cacheDir, "downloaded", name, pinKey(version, platform));
  const release = releaseOf(lock[name], version, platform);
  const pinned = release.pin?.executable;
  const cached = await findCached(folder, name, pinned);
  if (typeof cached === "object") return { name, version, ...cached, source: "cache" };
  if (cached === "changed")
    log.info(`${folder} is not what was put there: it is not used, ${name} is downloaded again`);
  log.info(`Downloading ${name} ${version}: ${release.url}`);
  const fetchFile = options.fetchFile ?? createFetchFile({ signal });
  const download = { lock, httpGet: options.httpGet, fetchFile, signal, ...(retry === undefined ? {} : { retry }) };
  const installed = await installCached(folder, name, (destination) =>
    downloadTool(name, version, platform, { ...download, destination }),
  );
  return { name, version, ...installed, source: "download" };
};
