import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { HelmName } from "./attack.ts";

/** Commands on PATH that write down what they were given before they become the real ones. */
export interface WatchedTools {
  /** Goes on PATH. */
  readonly folder: string;
  /** Arguments and environment of every command that was run, one text a command. */
  given(): readonly string[];
}

const watched = ["helm", "kubectl", "kubeconform", "promtool"] as const;

/** Puts the watched commands of one run under `root`. */
export const watchTools = (root: string, tools: string, helm: HelmName): WatchedTools => {
  const [folder, notes] = [join(root, "bin"), join(root, "given")];
  for (const one of [folder, notes]) mkdirSync(one);
  for (const name of watched) {
    const real = join(tools, name === "helm" ? helm : name);
    // /proc tells both as the kernel has them, whatever is in them, and needs no PATH.
    const script = `#!/bin/sh\n/bin/cat /proc/$$/cmdline /proc/$$/environ >'${notes}'/$$ 2>/dev/null\nexec '${real}' "$@"\n`;
    writeFileSync(join(folder, name), script, { mode: 0o755 });
  }
  return {
    folder,
    given: () => readdirSync(notes).map((name) => readFileSync(join(notes, name), "utf8").replaceAll("\0", "\n")),
  };
};
