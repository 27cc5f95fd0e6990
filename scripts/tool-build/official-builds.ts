import { asOperatorError } from "../../src/core/errors.ts";
import { createFetchFile } from "../../src/machine/network/fetch-file.ts";
import { createHttpGet } from "../../src/machine/network/http-get.ts";
import { downloadTool } from "../../src/machine/tools/download.ts";
import { type Platform, platformOf } from "../../src/machine/tools/platform.ts";
import { type LockedTool, releaseOf } from "../../src/machine/tools/tool-lock.ts";
import type { HttpGet } from "../../src/outside/outside.ts";
import { type CommandLock, commandLock } from "./command-lock.ts";
import type { CommandName } from "./commands.ts";

/**
 * Puts the verified official build of a command at `<folder>/<name>`; false where there is none or it cannot be had
 * here.
 */
export type OfficialBuilds = (
  name: CommandName,
  version: string,
  folder: string,
  tell: (news: string) => void,
) => Promise<boolean>;

/** Offline, this is all that asking costs: all releases are asked at once. */
const probeTimeoutMs = 3000;
/** For one file; they come at the same time and share the line. */
const timeoutMs = 60 * 60_000;

interface Options {
  readonly signal: AbortSignal;
  readonly lock?: CommandLock;
  readonly httpGet?: HttpGet;
  readonly platform?: Platform;
}

/**
 * The action's own way to its tools, for every command. Whether a release can be had here its checksum file says within
 * seconds: an hour of time limits would follow in a network that lets nothing out.
 */
export const officialBuilds = ({
  signal,
  lock = commandLock,
  httpGet = createHttpGet({ signal }),
  platform = platformOf(process.platform, process.arch),
}: Options): OfficialBuilds => {
  const answers = async (locked: LockedTool, version: string): Promise<boolean> => {
    const { checksumsUrl } = releaseOf(locked, version, platform);
    const answer = await httpGet(checksumsUrl, { timeoutMs: probeTimeoutMs, maxBytes: 1 << 20 }).catch(() => undefined);
    return answer?.status === 200;
  };
  return async (name, version, folder, tell) => {
    const locked = lock[name];
    if (locked === undefined || (locked.system ?? platform.os) !== platform.os) return false;
    if (!(await answers(locked, version))) return false;
    const download = { lock: { [name]: locked }, httpGet, fetchFile: createFetchFile({ signal }), signal, timeoutMs };
    try {
      const options = { ...download, retry: { waitsMs: [] }, destination: folder };
      const { release } = await downloadTool<string>(name, version, platform, options);
      tell(`downloaded ${release.url} (SHA-256 as ${release.from} says)`);
      return true;
    } catch (error) {
      const trouble = asOperatorError(error);
      if (trouble === undefined || trouble.reason === "cancelled") throw error;
      tell(`WARNING: ${trouble.message} It is made from its pinned sources instead`);
      return false;
    }
  };
};
