import type { LockedTool } from "../../src/machine/tools/tool-lock.ts";
import lockFile from "../../tools.lock.json" with { type: "json" };
import type { CommandName } from "./commands.ts";

/** Where a release of each command can be downloaded. */
export type CommandLock = Readonly<Partial<Record<CommandName, LockedTool>>>;

/**
 * All of `tools.lock.json`: the action's own tools and what development uses beside them. It has no prometheus-operator, whose releases have images and
 * manifests only (its release.yaml and publish.yaml): that is always built. kube-apiserver and etcd have no release for macOS that is one program in a tar archive.
 */
export const commandLock: CommandLock = lockFile;
