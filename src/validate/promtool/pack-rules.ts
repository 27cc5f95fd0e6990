import { valueAt } from "../../kubernetes/manifest.ts";
import { type RuleFile, type RuleFileVerdict, ruleFileText, type WrittenRules } from "./rule-file.ts";
import { countRules, groupsIn } from "./rule-groups.ts";

/** Rule files that promtool gets as one: what it takes together it takes one by one, in less time. */
export interface Pack extends WrittenRules {
  readonly of: readonly (RuleFile & WrittenRules)[];
}

/** Characters of a pack, which promtool holds as a tree. The real chart's rules are one of 157 kB. */
const mostText = 256 * 1024;

/** Packs in the order of the files. No group's name stands twice in one: that is wrong in a file, and right in two. */
export const packed = (files: Pack["of"]): readonly Pack[] => {
  const packs: { readonly of: (RuleFile & WrittenRules)[]; readonly names: Set<unknown>; length: number }[] = [];
  for (const file of files) {
    const names = groupsIn(file.content).map((group) => valueAt(group, ["name"]));
    let pack = packs.at(-1);
    if (
      pack === undefined ||
      pack.length + file.text.length > mostText ||
      names.some((name) => pack?.names.has(name))
    ) {
      pack = { of: [], names: new Set(), length: 0 };
      packs.push(pack);
    }
    pack.of.push(file);
    for (const name of names) pack.names.add(name);
    pack.length += file.text.length;
  }
  return packs.map(({ of }, index) => packOf(of, index));
};

const packOf = (of: Pack["of"], index: number): Pack => {
  const [first] = of;
  if (first !== undefined && of.length === 1) return { name: first.name, text: first.text, of };
  const groups = of.flatMap(({ content }) => groupsIn(content));
  return { name: `pack-${index}.json`, text: ruleFileText({ groups }), of };
};

/** Whether promtool took all rules of the pack. */
export const isTaken = ({ name, of }: Pack, said: ReadonlyMap<string, RuleFileVerdict>): boolean => {
  const verdict = said.get(name);
  return verdict?.errors.length === 0 && verdict.rules === countRules(of.flatMap(({ content }) => groupsIn(content)));
};
