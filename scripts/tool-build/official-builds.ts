import { asOperatorError } from "../../src/core/errors.ts";
import { createFetchFile } from "../../src/machine/network/fetch-file.ts";
import { createHttpGet } from "../../src/machine/network/http-get.ts";
import { downloadTool } from "../../src/machine/tools/download.ts";
import { platformOf } from "../../src/machine/tools/platform.ts";
import { releaseOf, type ToolLock, toolLock } from "../../src/machine/tools/tool-lock.ts";
import type { HttpGet } from "../../src/outside/outside.ts";
import { type ToolName, toolNames } from "../../src/outside/tools.ts";

/** Puts the verified official build of a command at `<folder>/<name>`; false where there is none or it cannot be had here. */
export type OfficialBuilds = (
  name: string,
  version: string,
  folder: string,
  tell: (news: string) => void,
) => Promise<boolean>;

/** Offline, this is all that asking costs. */
const probeTimeoutMs = 3000;

interface Options {
  readonly signal: AbortSignal;
  readonly lock?: ToolLock;
  readonly httpGet?: HttpGet;
}

/** The action's own way to its tools, tried until it fails once: an hour of time limits would follow in a network that lets nothing out. */
export const officialBuilds = ({
  signal,
  lock = toolLock,
  httpGet = createHttpGet({ signal }),
}: Options): OfficialBuilds => {
  const platform = platformOf(process.platform, process.arch);
  let reachable: Promise<boolean> | undefined;
  const probe = async (): Promise<boolean> => {
    const { checksumsUrl } = releaseOf(lock.kubeconform, lock.kubeconform.version, platform);
    const answer = await httpGet(checksumsUrl, { timeoutMs: probeTimeoutMs, maxBytes: 1 << 20 }).catch(() => undefined);
    return answer?.status === 200;
  };
  return async (name, version, folder, tell) => {
    if (!isToolName(name)) return false;
    reachable ??= probe();
    if (!(await reachable)) return false;
    const download = { lock, httpGet, fetchFile: createFetchFile({ signal }), signal, retry: { waitsMs: [] } };
    try {
      const { release } = await downloadTool(name, version, platform, { ...download, destination: folder });
      tell(`downloaded ${release.url}`);
      return true;
    } catch (error) {
      const trouble = asOperatorError(error);
      if (trouble === undefined || trouble.reason === "cancelled") throw error;
      reachable = Promise.resolve(false);
      tell(`WARNING: ${trouble.message} It is built from its pinned Go module instead`);
      return false;
    }
  };
};

const isToolName = (name: string): name is ToolName => toolNames.some((known) => known === name);
