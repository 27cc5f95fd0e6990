import { OperatorError } from "../../core/errors.ts";

/** A machine as Go's releases name it. */
export interface Platform {
  readonly os: "linux" | "darwin";
  readonly arch: "amd64" | "arm64";
}

/** Every machine that the action supports. */
export const platforms: readonly Platform[] = (["linux", "darwin"] as const).flatMap((os) =>
  (["amd64", "arm64"] as const).map((arch) => ({ os, arch })),
);

/**
 * The machine from Node's `process.platform` and `process.arch`. Throws OperatorError `tool-missing` on any
 * other, Windows among them.
 */
export const platformOf = (platform: string, arch: string): Platform => {
  const os = platform === "linux" || platform === "darwin" ? platform : undefined;
  const goArch = { x64: "amd64", arm64: "arm64" } as const;
  const found = arch === "x64" || arch === "arm64" ? goArch[arch] : undefined;
  if (os !== undefined && found !== undefined) return { os, arch: found };
  const what = platform === "win32" ? "Windows" : `${platform} on ${arch}`;
  throw new OperatorError(
    "tool-missing",
    `${what} is not supported: this action runs on Linux and macOS, on x64 and arm64.`,
    "Run the job on ubuntu-latest, or another Linux or macOS runner.",
  );
};
