import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { OperatorError } from "../../src/core/errors.ts";
import { type Command, goCommands } from "./commands.ts";
import { buildRecipe } from "./go-build.ts";
import { commandVersion, type ModulePin, readModulePin } from "./module-pin.ts";
import { readZizmorPin } from "./zizmor.ts";

interface Common {
  readonly name: string;
  /** Folder under `tools/`. */
  readonly module: string;
  /** Without `v`. */
  readonly version: string;
  /** Where the command lies once it is there; the folder's name changes with everything that went into it. */
  readonly path: string;
  readonly versionArgs?: readonly string[];
  /** Its absence is told loudly and does not stop the others. */
  readonly optional: boolean;
}

/** A command that a Go module gives. */
export type GoItem = Common & { readonly kind: "go"; readonly command: Command; readonly pin: ModulePin };

/** A command to provide. */
export type Item = GoItem | (Common & { readonly kind: "zizmor"; readonly requirements: string });

const keyed = (cache: string, name: string, version: string, ...parts: readonly string[]): string => {
  const inputs = [process.platform, process.arch, ...parts].join("\0");
  const digest = createHash("sha256").update(inputs).digest("hex").slice(0, 12);
  return join(cache, "store", `${name}-${version}-${digest}`, name);
};

/** All commands, or those named, with the place of each. Throws OperatorError on an unknown name. */
export const listItems = (root: string, cache: string, only?: readonly string[]): readonly Item[] => {
  const pins = new Map<string, ModulePin>();
  const items: Item[] = goCommands.map((command) => {
    const pin = pins.get(command.module) ?? readModulePin(join(root, "tools", command.module));
    pins.set(command.module, pin);
    const version = commandVersion(command, pin);
    const { name, module, versionArgs } = command;
    const path = keyed(cache, name, version, pin.digest, buildRecipe(command, version, pin));
    return {
      kind: "go",
      name,
      module,
      version,
      path,
      optional: false,
      command,
      pin,
      ...(versionArgs && { versionArgs }),
    };
  });
  const { version, requirements } = readZizmorPin(root);
  const path = keyed(cache, "zizmor", version, readFileSync(requirements, "utf8"));
  const versionArgs = ["--version"];
  items.push({
    kind: "zizmor",
    name: "zizmor",
    module: "zizmor",
    version,
    path,
    versionArgs,
    optional: true,
    requirements,
  });
  return only === undefined ? items : choose(items, only);
};

const choose = (items: readonly Item[], only: readonly string[]): readonly Item[] => {
  const known = items.map((item) => item.name);
  const unknown = only.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    const hint = `Known are: ${known.join(", ")}.`;
    throw new OperatorError("invalid-input", `There is no command called ${unknown.join(", ")}.`, hint);
  }
  return items.filter((item) => only.includes(item.name));
};
