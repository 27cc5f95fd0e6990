import type { NeededPermission } from "../../../src/kubectl/permission.ts";

/**
 * Rules of a role as YAML, each under what it is for. Names are `*` where any will do. What an earlier rule grants is
 * not said again.
 */
export const rulesText = (wanted: readonly NeededPermission[]): string => {
  const needs = uncovered(wanted.map((need) => (need.name === "*" ? { ...need, name: null } : need)));
  const whys = [...new Set(needs.map(({ why }) => why))];
  return whys
    .map((why) => `  # ${sentence(why)}\n${rulesOf(needs.filter((need) => need.why === why)).join("")}`)
    .join("");
};

const keyOf = ({ verb, group, resource }: NeededPermission): string => [verb, group, resource].join(" ");

const uncovered = (needs: readonly NeededPermission[]): readonly NeededPermission[] => {
  const whole = new Set(needs.filter(({ name }) => name === null).map(keyOf));
  const open = needs.filter((need) => need.name === null || !whole.has(keyOf(need)));
  const first = new Map<string, NeededPermission>();
  for (const need of open) {
    const key = `${keyOf(need)} ${need.name ?? ""}`;
    if (!first.has(key)) first.set(key, need);
  }
  return [...first.values()];
};

const rulesOf = (needs: readonly NeededPermission[]): readonly string[] => {
  const perResource = [...Map.groupBy(needs, ({ group, resource }) => `${group} ${resource}`).values()].flatMap(
    (same) => {
      const byVerb = Map.groupBy(same, ({ verb }) => verb);
      const rules = [...byVerb].map(([verb, ofVerb]) => ({
        verb,
        names: ofVerb.flatMap(({ name }) => name ?? []).sort(),
      }));
      const [{ group, resource }] = same as [NeededPermission];
      return [...Map.groupBy(rules, ({ names }) => names.join(" ")).values()].map((equal) => ({
        group,
        resource,
        names: equal[0]?.names ?? [],
        verbs: equal.map(({ verb }) => verb),
      }));
    },
  );
  const merged = Map.groupBy(perResource, ({ group, names, verbs, resource }) =>
    resource.startsWith("/") ? `/ ${verbs}` : [group, names.join(), verbs.join()].join(" "),
  );
  return [...merged.values()].map((same) => {
    const { group, names, verbs, resource } = same[0] as (typeof same)[number];
    const resources = same.map((one) => one.resource);
    if (resource.startsWith("/")) return `  - nonResourceURLs:${list(resources)}\n    verbs:${list(verbs)}\n`;
    const named = names.length === 0 ? "" : `    resourceNames:${list(names)}\n`;
    return `  - apiGroups:${list([group])}\n    resources:${list(resources)}\n${named}    verbs:${list(verbs)}\n`;
  });
};

/** What stands behind the colon: in one line where it fits, else a line each. */
const list = (items: readonly string[]): string => {
  const line = `[${items.map(quoted).join(", ")}]`;
  return line.length <= 90 ? ` ${line}` : `\n${items.map((item) => `      - ${quoted(item)}`).join("\n")}`;
};

const quoted = (text: string): string => (/^[a-z][\w./-]*$/.test(text) ? text : JSON.stringify(text));

const sentence = (clause: string): string => `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`;
