import type { Inputs } from "../inputs.ts";
import type { Outside } from "../outside/outside.ts";
import type { Config } from "../policy/config.ts";
import type { Stack } from "../stack/stack.ts";
import type { Comparison } from "./comparison.ts";
import { concerned } from "./concerned.ts";
import type { OpenedChange } from "./open-change.ts";
import { watchPaths } from "./touched-paths.ts";

interface Loaded {
  readonly inputs: Inputs;
  readonly outside: Pick<Outside, "workspace" | "github" | "log">;
  readonly stack: Stack;
  readonly opened: OpenedChange | null;
  readonly config: Config;
}

/**
 * For the input `changed-only`: what is said of a change that touches nothing which a check reads; null where it may,
 * and where nobody tells what it touches, which the log says.
 */
export const tellUnaffected = async (loaded: Loaded): Promise<Comparison | null> => {
  const { inputs, outside, stack, opened, config } = loaded;
  const change = opened?.change ?? null;
  const byClone = change !== null && "base" in change ? change : null;
  const changed = byClone?.files.keys() ?? (await outside.github.changedFiles())?.keys();
  if (changed === undefined) {
    const why = change !== null && "why" in change ? `${change.why}. ${change.wayOut}` : "the event brings no change.";
    outside.log.info(`Everything is judged, for nobody tells what is changed: ${why}`);
    return null;
  }
  const files = [...changed];
  const touched = (await opened?.touched()) ?? (await watchPaths(outside.workspace).touched());
  const policyFiles = [config.file, config.baseline].filter((file) => file !== null);
  const own = concerned(files, { inputs, stack, policyFiles, touched, root: outside.workspace.root });
  if (own.length > 0) {
    outside.log.info(
      `The change concerns the stack: ${own.length} of its ${files.length} files may be read, e.g. ${own[0]}.`,
    );
    return null;
  }
  const note = `Nothing was judged: none of the ${files.length} changed files is read by a check.`;
  return { base: byClone?.base ?? null, note, affected: false, mended: [] };
};
