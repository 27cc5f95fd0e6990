import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Command, type CommandName, type GoCommandName, goCommands } from "./commands.ts";
import { buildRecipe } from "./go-build.ts";
import { commandVersion, type ModulePin, readModulePin } from "./module-pin.ts";
import { readZizmorPin } from "./zizmor.ts";

interface Common {
  readonly name: CommandName;
  /** Folder under `tools/`. */
  readonly module: string;
  /** Without `v`. */
  readonly version: string;
  /** Where the command lies once it is there; the folder's name changes with everything that went into it. */
  readonly path: string;
  readonly versionArgs: readonly string[];
  /** Its absence is told loudly and does not stop the others. */
  readonly optional: boolean;
}

/** A command that a Go module gives. */
export type GoItem = Common & {
  readonly kind: "go";
  readonly command: Command<GoCommandName>;
  readonly pin: ModulePin;
};

/** A command to provide. */
export type Item = GoItem | (Common & { readonly kind: "zizmor"; readonly requirements: string });

/**
 * The commands of these names in the order of making, with the place of each. Throws OperatorError where what pins one
 * is missing.
 */
export const listItems = (root: string, cache: string, names: readonly CommandName[]): readonly Item[] => {
  const pins = new Map<string, ModulePin>();
  const pinOf = (module: string): ModulePin => {
    const pin = pins.get(module) ?? readModulePin(join(root, "tools", module));
    pins.set(module, pin);
    return pin;
  };
  const items: Item[] = goCommands
    .filter(({ name }) => names.includes(name))
    .map((command) => goItem(cache, command, pinOf(command.module)));
  return names.includes("zizmor") ? [...items, zizmorItem(root, cache)] : items;
};

const goItem = (cache: string, command: Command<GoCommandName>, pin: ModulePin): GoItem => {
  const version = commandVersion(command, pin);
  const { name, module, versionArgs } = command;
  const path = keyed(cache, name, version, pin.digest, buildRecipe(command, version, pin));
  return { kind: "go", name, module, version, path, versionArgs, optional: false, command, pin };
};

const zizmorItem = (root: string, cache: string): Item => {
  const { version, requirements } = readZizmorPin(root);
  const path = keyed(cache, "zizmor", version, readFileSync(requirements, "utf8"));
  const about = { name: "zizmor", module: "zizmor", version, path, versionArgs: ["--version"] } as const;
  return { kind: "zizmor", ...about, optional: true, requirements };
};

const keyed = (cache: string, name: string, version: string, ...parts: readonly string[]): string => {
  const inputs = [process.platform, process.arch, ...parts].join("\0");
  const digest = createHash("sha256").update(inputs).digest("hex").slice(0, 12);
  return join(cache, "store", `${name}-${version}-${digest}`, name);
};
