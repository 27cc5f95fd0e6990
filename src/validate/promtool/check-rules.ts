import { isObject, type Json, type JsonObject, type Manifest, type Path, valueAt } from "../../kubernetes/manifest.ts";
import type { Outside } from "../../outside/outside.ts";
import { runPromtool } from "./promtool.ts";
import { ruleError } from "./rule-error.ts";
import type { RuleFile } from "./rule-file.ts";
import { countRules, featureFlags, groupsOf, isRule, rulesOfGroup } from "./rule-groups.ts";
import type { RuleError, RuleVerdict } from "./rule-verdict.ts";

type Needs = Pick<Outside, "exec" | "scratch" | "tools" | "memory">;

/** A part of a failed object in a file of its own: the message then needs no position, and no error hides another's. */
interface Piece extends RuleFile {
  readonly subject: JsonObject;
  readonly at: Path;
  /** The same part once more, without what hid other errors. */
  readonly again: boolean;
}

/** promtool stops at an empty duration: what else is wrong it tells of the same without that field. */
const withoutEmpty = (value: Json, field: "for" | "interval"): readonly JsonObject[] => {
  if (!isObject(value) || value[field] !== "") return [];
  const { [field]: _, ...rest } = value;
  return [rest];
};

const piecesOf = (manifest: Manifest, prefix: string): readonly Piece[] =>
  groupsOf(manifest).flatMap((group, i) => {
    if (!isObject(group)) return [];
    const at = ["spec", "groups", i];
    const rules = rulesOfGroup(group).flatMap((rule, j) => {
      const make = (one: Json, name: string, again: boolean): Piece => ({
        name: `${prefix}-${i}-${j}${name}.json`,
        content: { groups: [{ name: "group", rules: [one] }] },
        subject: isObject(one) ? one : {},
        at: [...at, "rules", j],
        again,
      });
      return [make(rule, "", false), ...withoutEmpty(rule, "for").map((one) => make(one, "-again", true))];
    });
    const make = (one: JsonObject, name: string, again: boolean): Piece => ({
      name: `${prefix}-${i}${name}.json`,
      content: { groups: [{ ...one, rules: [] }] },
      subject: one,
      at,
      again,
    });
    const groups = [make(group, "", false), ...withoutEmpty(group, "interval").map((one) => make(one, "-again", true))];
    return [...groups, ...rules];
  });

const stringName = (group: Json): string | null => {
  const name = valueAt(group, ["name"]);
  return typeof name === "string" ? name : null;
};

/** The groups' names alone: whether one stands twice is seen only among all of them. */
const namesOf = (manifest: Manifest): JsonObject => ({
  groups: groupsOf(manifest).flatMap((group) => {
    const name = stringName(group);
    return name === null || name === "" ? [] : [{ name, rules: [] }];
  }),
});

const repeatedNames = (manifest: Manifest): readonly RuleError[] => {
  const names = groupsOf(manifest).map(stringName);
  return names.flatMap((name, i) =>
    name !== null && names.indexOf(name) < i
      ? [
          {
            path: ["spec", "groups", i, "name"],
            message: `the group name "${name}" stands twice in one object`,
            about: "field" as const,
          },
        ]
      : [],
  );
};

const miscounted = (seen: number, there: number): readonly RuleError[] =>
  seen === there
    ? []
    : [{ path: ["spec", "groups"], message: `promtool sees ${seen} of ${there} rules`, about: "field" }];

const unlocated = (messages: readonly string[]): readonly RuleError[] =>
  messages
    .map((message) => ruleError(message, {}, ["spec", "groups"]))
    .map((error) => ({ ...error, path: ["spec", "groups"] }));

/**
 * promtool's verdict on every PrometheusRule among `manifests` (the Prometheus objects among them say which PromQL
 * features are on): all in one run, and those that fail once more in pieces, to place each error. Throws OperatorError
 * where promtool cannot be run.
 */
export const checkRules = async (manifests: readonly Manifest[], outside: Needs): Promise<readonly RuleVerdict[]> => {
  const objects = manifests
    .filter(isRule)
    .map((manifest, index) => ({ manifest, name: `${index}.json`, prefix: String(index) }));
  const enabled = featureFlags(manifests);
  const files = objects.map(({ manifest, name }) => ({ name, content: { groups: groupsOf(manifest) } }));
  const whole = await runPromtool(files, enabled, outside);
  const broken = objects.filter(({ name }) => (whole.get(name)?.errors.length ?? 0) > 0);
  const pieces = new Map(broken.map(({ manifest, name, prefix }) => [name, piecesOf(manifest, prefix)]));
  const names = broken.map(({ manifest, prefix }) => ({ name: `${prefix}-names.json`, content: namesOf(manifest) }));
  const parts = await runPromtool([...[...pieces.values()].flat(), ...names], enabled, outside);

  return objects.map(({ manifest, name, prefix }) => {
    const said = whole.get(name) ?? { rules: 0, errors: [] };
    if (said.errors.length === 0)
      return { manifest, rules: said.rules, errors: miscounted(said.rules, countOf(manifest)) };
    const mine = pieces.get(name) ?? [];
    const placed = mine.flatMap((piece) =>
      (parts.get(piece.name)?.errors ?? []).map((message) => ruleError(message, piece.subject, piece.at)),
    );
    const namesFailed = (parts.get(`${prefix}-names.json`)?.errors.length ?? 0) > 0;
    const errors = distinct([...(namesFailed ? repeatedNames(manifest) : []), ...placed]);
    const rules = mine
      .filter(({ again }) => !again)
      .reduce((sum, piece) => sum + (parts.get(piece.name)?.rules ?? 0), 0);
    return { manifest, rules, errors: errors.length > 0 ? errors : unlocated(said.errors) };
  });
};

/** The verdicts of {@link checkRules} where promtool takes every rule. */
export const allTaken = (manifests: readonly Manifest[]): readonly RuleVerdict[] =>
  manifests.filter(isRule).map((manifest) => ({ manifest, rules: countOf(manifest), errors: [] }));

const countOf = (manifest: Manifest): number => countRules(groupsOf(manifest));

const distinct = (errors: readonly RuleError[]): readonly RuleError[] => [
  ...new Map(errors.map((error) => [JSON.stringify(error), error])).values(),
];
