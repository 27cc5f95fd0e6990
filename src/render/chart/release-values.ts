import type { Location } from "../../core/finding.ts";
import { valueAt } from "../../kubernetes/manifest.ts";
import { installAt } from "../../stack/places.ts";
import type { SetArgument, Stack } from "../../stack/stack.ts";
import type { YamlFile } from "../../text/yaml-file.ts";

/** A key of the chart's values, e.g. `["grafana", "enabled"]`. */
export type ValuesKey = readonly string[];

/** Where the release sets the first of these values that it sets at all; else install.sh's helm line, which could. */
export const governedAt = (stack: Stack, keys: readonly ValuesKey[]): Location => {
  for (const key of keys) {
    const at = setAt(stack, key);
    if (at !== null) return at;
  }
  return installAt(stack);
};

/** Where the release sets a value: `--set` wins over files and later ones win over earlier ones, as helm has it. Null where it does not. */
export const setAt = (stack: Stack, key: ValuesKey): Location | null =>
  stack.release.sets.findLast((argument) => sets(argument, key))?.at ??
  fileThatSets(stack, key)?.documents[0]?.locate(key) ??
  null;

const fileThatSets = (stack: Stack, key: ValuesKey): YamlFile | undefined =>
  stack.valueFiles.findLast(({ documents }) => valueAt(documents[0]?.value, key) !== undefined);

const sets = (set: SetArgument, key: ValuesKey): boolean =>
  set.flag !== "--set-file" && set.value.split(",").some((part) => part.trim().startsWith(`${key.join(".")}=`));
