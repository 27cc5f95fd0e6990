import lockFile from "../../../tools.lock.json" with { type: "json" };
import type { ToolName } from "../../outside/tools.ts";
import type { Platform } from "./platform.ts";

/** What `npm run pin` recorded about one release file. */
export interface Pin {
  /** SHA-256 of the file that is downloaded, hexadecimal. */
  readonly sha256: string;
  /** SHA-256 of the executable that is in it. */
  readonly executable: string;
  /** The release's checksum file that said so. */
  readonly from: string;
}

/** Where one command comes from. In the templates, `{version}`, `{os}` and `{arch}` are filled in. */
export interface LockedTool {
  /** The version that is downloaded when none is asked for: the ones in the lock file were tested together. */
  readonly version: string;
  /** URL of the release file: a gzipped tar archive where there is a `member`, else the executable itself. */
  readonly download: string;
  /** URL of the checksum file that the release publishes, or of GitHub's own record of the release's files. */
  readonly checksums: string;
  /** Path of the executable in the archive. */
  readonly member?: string | undefined;
  /** What the release calls a system or an architecture, where that is not Go's name for it. */
  readonly names?: Readonly<Record<string, string>> | undefined;
  /** The one system that it is released for; default: all. */
  readonly system?: string | undefined;
  /** Pins by `<version>-<os>-<arch>`. */
  readonly pinned: Readonly<Record<string, Pin>>;
}

export type ToolLock = Readonly<Record<ToolName, LockedTool>>;

/**
 * The action's own tools in `tools.lock.json`, which also names what development downloads
 * (`scripts/tool-build/command-lock.ts`).
 */
export const toolLock: ToolLock = lockFile;

/** One tool's release file for one machine, with every template filled in. */
export interface ToolRelease {
  readonly url: string;
  readonly checksumsUrl: string;
  readonly member: string | undefined;
  readonly pin: Pin | undefined;
}

export const releaseOf = (tool: LockedTool, version: string, platform: Platform): ToolRelease => {
  const [os, arch] = [platform.os, platform.arch].map((name) => tool.names?.[name] ?? name) as [string, string];
  const fill = (template: string): string =>
    template.replaceAll("{version}", version).replaceAll("{os}", os).replaceAll("{arch}", arch);
  return {
    url: fill(tool.download),
    checksumsUrl: fill(tool.checksums),
    member: tool.member === undefined ? undefined : fill(tool.member),
    pin: tool.pinned[pinKey(version, platform)],
  };
};

export const pinKey = (version: string, { os, arch }: Platform): string => `${version}-${os}-${arch}`;
