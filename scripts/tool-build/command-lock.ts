import type { LockedTool } from "../../src/machine/tools/tool-lock.ts";
import lockFile from "../../tools.lock.json" with { type: "json" };
import type { CommandName } from "./commands.ts";

/** Where a release of each command can be downloaded. */
export type CommandLock = Readonly<Partial<Record<CommandName, LockedTool>>>;

/** Where a command is published that has no release but an image. In the template, `{version}` is filled in. */
export interface LockedImage {
  readonly version: string;
  readonly image: string;
  /** Path of the program in it. */
  readonly member: string;
  readonly system: string;
}

const { operator, "operator-0.85": operator085, "operator-0.76": operator076, ...released } = lockFile;

/**
 * All releases of `tools.lock.json`: the action's own tools and what development uses beside them. kube-apiserver, its
 * controllers and its scheduler are released for Linux only, etcd for macOS in a format that nothing here reads.
 */
export const commandLock: CommandLock = released;

/**
 * What is published as an image only. The releases of prometheus-operator have manifests: its release.yaml uploads
 * bundle.yaml, its publish.yaml pushes images.
 */
export const commandImages = {
  operator,
  "operator-0.85": operator085,
  "operator-0.76": operator076,
} as const satisfies Readonly<Partial<Record<CommandName, LockedImage>>>;
