import type { Allowance } from "../../inputs.ts";
import { commandLine, type Flag } from "../../outside/command-line.ts";
import { type Environment, networkVariables, pick } from "../../outside/environment.ts";
import type { Completed } from "../../outside/exec.ts";
import type { Outside } from "../../outside/outside.ts";
import { rememberedCommand } from "../../outside/remembered-command.ts";
import { toolIdentity } from "../../outside/tools.ts";

/** What a build is made of. */
export interface BuildSources {
  /** All that is read for it, by places and digests: what kustomize said of the same it is not asked again. */
  readonly contents: readonly string[];
  /** Called before kustomize runs: what is known needs no files. */
  readonly write?: () => Promise<void>;
}

/** `kubectl kustomize` over one folder; a failed build is a value. */
export type Kustomize = (folder: string, sources: BuildSources, more?: readonly Flag[]) => Promise<Completed>;

/** A build takes some 50 ms; remote bases are cloned by git. */
const localTimeoutMs = 30_000;
const remoteTimeoutMs = 300_000;

/** Discards what a base or a plugin must not reach; port 9 is the discard port, where nothing answers. */
const deadProxy = "http://127.0.0.1:9";

/** How kustomize is called: with nothing to run and nothing to reach beyond what `allow` names. */
export const openKustomize = async (
  allow: readonly Allowance[],
  outside: Pick<Outside, "exec" | "tools" | "scratch" | "env" | "memory">,
): Promise<Kustomize> => {
  const [kubectl, home] = await Promise.all([outside.tools.get("kubectl"), outside.scratch.folder("kustomize/home")]);
  const flags: readonly Flag[] = [
    ...(allow.includes("exec-plugins") ? [["enable-alpha-plugins", true] as const] : []),
    ...(allow.includes("helm-charts")
      ? [["enable-helm", true] as const, ["helm-command", (await outside.tools.get("helm")).path] as const]
      : []),
  ];
  const env = environment(allow, home, outside.env);
  const timeoutMs = allow.length === 0 ? localTimeoutMs : remoteTimeoutMs;
  return (folder, { contents, write }, more = []) => {
    const args = commandLine({ verb: ["kustomize"], flags: [...flags, ...more], positionals: [folder] });
    const build = async () => {
      await write?.();
      return outside.exec({ file: kubectl.path, args, env: { ...env, ...someGarbage }, timeoutMs });
    };
    // What a remote base, a chart or a program gives may be another thing the next time.
    if (allow.length > 0) return build();
    const place = folder.replaceAll(outside.scratch.dir, "");
    return rememberedCommand(
      ["kubectl kustomize/2", toolIdentity(kubectl), place, more.join(), ...contents],
      build,
      outside,
    );
  };
};

/** With this a build of 1,000 files has 125 MiB instead of 170 at 400, in the same CPU time. */
const someGarbage = { GOGC: "200" };

const environment = (allow: readonly Allowance[], home: string, env: Environment): Record<string, string> => {
  if (allow.includes("remote-bases")) {
    // Git finds a private base's credentials as it would by hand.
    const git = Object.keys(env).filter((name) => /^(?:GIT_|SSH_)/.test(name));
    return { HOME: home, ...pick(env, ["PATH", "HOME", ...networkVariables, ...git]) };
  }
  const network = allow.includes("helm-charts") ? pick(env, networkVariables) : noNetwork;
  // Only a plugin needs to find programs; without PATH kustomize finds no git.
  const path = allow.includes("exec-plugins") ? pick(env, ["PATH"]) : { PATH: "" };
  return { HOME: home, ...network, ...path, GIT_ALLOW_PROTOCOL: "none" };
};

const noNetwork: Readonly<Record<string, string>> = {
  HTTP_PROXY: deadProxy,
  HTTPS_PROXY: deadProxy,
  ALL_PROXY: deadProxy,
  NO_PROXY: "",
};
