import { execFileSync } from "node:child_process";
import { compare } from "semver";

/** A clone of a public repository, whose releases are its tags `v<version>`. */
export interface Clone {
  /** Versions of its releases from the first that counts on, without candidates, the oldest first. */
  readonly versions: readonly string[];
  /** Files of a release below one of the paths, as a pattern of git. */
  files(version: string, ...below: readonly string[]): readonly string[];
  text(version: string, file: string): string;
}

const room = 64 * 1024 * 1024;

/** Opens a clone; throws where the folder is none, or has no release that counts. */
export const openClone = (folder: string, since: string): Clone => {
  const git = (...args: readonly string[]): string =>
    execFileSync("git", ["-C", folder, ...args], { encoding: "utf8", maxBuffer: room });
  const versions = git("tag")
    .split("\n")
    .flatMap((tag) => /^v(\d+\.\d+\.\d+)$/.exec(tag)?.[1] ?? [])
    .filter((version) => compare(version, since) >= 0)
    .sort(compare);
  if (versions.length === 0) throw new Error(`${folder} has no tag v${since} or later`);
  return {
    versions,
    files: (version, ...below) =>
      git("ls-tree", "-r", "--name-only", `v${version}`, "--", ...below)
        .split("\n")
        .filter((file) => file !== ""),
    text: (version, file) => git("show", `v${version}:${file}`),
  };
};
