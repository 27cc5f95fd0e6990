import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { type Download, downloadTool } from "../src/machine/tools/download.ts";
import { type Platform, platforms } from "../src/machine/tools/platform.ts";
import { type LockedTool, type Pin, pinKey } from "../src/machine/tools/tool-lock.ts";

/** A lock file with whatever commands. */
type Lock<Name extends string> = Readonly<Record<Name, LockedTool>>;

interface Pinning extends Omit<Download, "lock"> {
  /** Folder for the downloads; each is removed as soon as it was hashed. */
  readonly folder: string;
  readonly progress: (line: string) => void;
}

/**
 * The lock file with a pin for each command's version on each supported machine that it is released for. A digest is
 * written down only where the release's own checksum file says it and the downloaded file has it; a pin that is there
 * already must still be what the release publishes. Pins of other versions are dropped. Throws OperatorError where a
 * file cannot be had or does not agree.
 */
export const pinTools = async <Name extends string>(lock: Lock<Name>, pinning: Pinning): Promise<Lock<Name>> => {
  const pinned: Partial<Record<Name, LockedTool>> = {};
  for (const name of Object.keys(lock) as Name[]) {
    const pins: Record<string, Pin> = {};
    for (const platform of platforms) {
      if ((lock[name].system ?? platform.os) !== platform.os) continue;
      const key = pinKey(lock[name].version, platform);
      pins[key] = agreeing(`${name} ${key}`, lock[name].pinned[key], await pinOne(name, platform, lock, pinning));
      pinning.progress(`${name} ${key}: ${pins[key].sha256}`);
    }
    pinned[name] = { ...lock[name], pinned: pins };
  }
  return { ...lock, ...pinned };
};

const pinOne = async <Name extends string>(
  name: Name,
  platform: Platform,
  lock: Lock<Name>,
  pinning: Pinning,
): Promise<Pin> => {
  const { folder, progress: _, ...download } = pinning;
  const destination = await mkdtemp(join(folder, `${name}-`));
  // Without its pins a lock file makes the download ask the release's own checksum file.
  const unpinned = { ...lock, [name]: { ...lock[name], pinned: {} } };
  try {
    const { sha256: executable, release } = await downloadTool(name, lock[name].version, platform, {
      ...download,
      lock: unpinned,
      destination,
    });
    return { sha256: release.sha256, executable, from: release.from };
  } finally {
    await rm(destination, { recursive: true, force: true });
  }
};

/**
 * A published file that changed after it was pinned is the very thing that pins are for: it is never overwritten
 * quietly.
 */
const agreeing = (what: string, before: Pin | undefined, now: Pin): Pin => {
  if (before !== undefined && (before.sha256 !== now.sha256 || before.executable !== now.executable))
    throw new Error(
      `${what} was pinned as ${before.sha256} (executable ${before.executable}), and ${now.from} now says ${now.sha256} (executable ${now.executable}). ` +
        "Find out why the release changed; remove the pin by hand only if that is explained.",
    );
  return now;
};
