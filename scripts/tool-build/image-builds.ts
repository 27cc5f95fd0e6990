import { rm } from "node:fs/promises";
import { join } from "node:path";
import { asOperatorError } from "../../src/core/errors.ts";
import { extractMember } from "../../src/machine/tools/extract-member.ts";
import { type Platform, platformOf } from "../../src/machine/tools/platform.ts";
import { networkVariables, pick } from "../../src/outside/environment.ts";
import type { Completed, Exec } from "../../src/outside/exec.ts";
import { commandImages, commandLock, type LockedImage } from "./command-lock.ts";
import type { CommandName } from "./commands.ts";
import type { OfficialBuilds } from "./official-builds.ts";

const askTimeoutMs = 15_000;
const pullTimeoutMs = 30 * 60_000;

interface Options {
  readonly exec: Exec;
  readonly images?: Readonly<Partial<Record<CommandName, LockedImage>>>;
  readonly platform?: Platform;
}

/**
 * The official builds, and for a command that is only published as an image the program in it. crane, itself an
 * official build, asks for the image by digest and compares the SHA-256 of all that it gets.
 */
export const withImages = (
  official: OfficialBuilds,
  { exec, images = commandImages, platform = platformOf(process.platform, process.arch) }: Options,
): OfficialBuilds => {
  const fromImage = async (
    { image, member }: LockedImage,
    version: string,
    program: string,
    folder: string,
  ): Promise<string | undefined> => {
    if (!(await official("crane", commandLock.crane?.version ?? "", folder, () => {}))) return undefined;
    const crane = (args: readonly string[], timeoutMs: number): Promise<Completed> =>
      exec({ file: join(folder, "crane"), args, env: craneEnvironment(folder), timeoutMs });
    const name = image.replaceAll("{version}", version);
    const asked = await crane(["digest", name], askTimeoutMs);
    const digest = /^sha256:[0-9a-f]{64}$/.exec(asked.stdout.trim())?.[0];
    if (asked.code !== 0 || digest === undefined) return undefined;
    const exact = `${name.replace(/:[^:/]+$/, "")}@${digest}`;
    const tarball = join(folder, "image.tar");
    const pulled = await crane(["export", "--platform", `linux/${platform.arch}`, exact, tarball], pullTimeoutMs);
    if (pulled.code !== 0 || !(await extractMember(tarball, member, program))) return undefined;
    await Promise.all([rm(tarball), rm(join(folder, "crane"))]);
    return exact;
  };
  return async (name, version, folder, tell) => {
    const image = images[name];
    if (image === undefined) return official(name, version, folder, tell);
    if (image.system !== platform.os) return false;
    const from = await fromImage(image, version, join(folder, name), folder).catch((error: unknown) => {
      // What takes too long is given up on; what was cancelled is not tried in another way.
      if (asOperatorError(error)?.reason !== "timeout") throw error;
      return undefined;
    });
    if (from !== undefined) tell(`downloaded ${from}`);
    return from !== undefined;
  };
};

/** Proxies are this machine's; credentials for registries are nobody's business here. */
const craneEnvironment = (folder: string): Record<string, string> => ({
  HOME: folder,
  DOCKER_CONFIG: folder,
  ...pick(process.env, networkVariables),
});
