import semver from "semver";
import { isObject, type Json, type JsonObject, type Path } from "../../kubernetes/manifest.ts";
import { compileRe2 } from "../../promql/compile-re2.ts";
import { operatorSource } from "./operator-release.ts";
import { type Case, given, isLabelName, itemsAt, nothingTaken, pathText, type Refusal, takesUtf8 } from "./refusal.ts";

/** What the operator refuses of the relabeling rules at `path`; the first fault of each rule. */
export const relabelRefusals = (one: Case, path: Path): readonly Refusal[] =>
  itemsAt(one, path).flatMap((at) => {
    const rule = given(one, at);
    if (!isObject(rule)) return [];
    const fault = faults.map((find) => find(readRule(rule), one)).find((found) => found !== null);
    if (fault === undefined || fault === null) return [];
    const consequence =
      fault.breaks === true ? `the operator writes it, and ${nothingTaken}` : "the operator refuses the whole object";
    const why = `${pathText(at)}: ${fault.why}: ${consequence}.`;
    const check = fault.schema === true ? "kubernetes-schema-invalid" : "servicemonitor-invalid-relabeling";
    const breaks = fault.breaks === true ? ({ breaks: true } as const) : {};
    return [{ path: [...at, fault.field], why, check, unseen: false, ...breaks, source: operatorSource.relabeling }];
  });

interface Rule {
  readonly written: JsonObject;
  /** As written, `replace` where there is none. */
  readonly action: string;
  readonly lower: string;
  readonly regex: string;
  readonly target: string;
  /** Undefined where it is not set. */
  readonly replacement: string | undefined;
}

interface Fault {
  readonly field: string;
  readonly why: string;
  /** True where the CRD's schema already refuses it. */
  readonly schema?: boolean;
  /** True where the operator takes it and Prometheus does not. */
  readonly breaks?: boolean;
}

const readRule = (written: JsonObject): Rule => {
  const action = text(written["action"]) || "replace";
  const replacement = written["replacement"];
  return {
    written,
    action,
    lower: action.toLowerCase(),
    regex: text(written["regex"]),
    target: text(written["targetLabel"]),
    replacement: typeof replacement === "string" ? replacement : undefined,
  };
};

/** In the operator's order. */
const faults: readonly ((rule: Rule, one: Case) => Fault | null)[] = [
  ({ action }) =>
    actions.includes(action) || capitalisedActions.includes(action)
      ? null
      : { field: "action", why: `"${action}" is no relabeling action`, schema: true },
  ({ action, lower }, { version }) => {
    const since = newActions[lower];
    return since !== undefined && semver.lt(version, since)
      ? { field: "action", why: `the action ${action} needs Prometheus ${since}, and this one is ${version.version}` }
      : null;
  },
  ({ regex }) => {
    const problem = regexProblem(regex);
    return problem === null ? null : { field: "regex", why: `"${regex}" is no valid regular expression (${problem})` };
  },
  ({ written, lower }) =>
    lower === "hashmod" && !written["modulus"]
      ? { field: "modulus", why: "hashmod needs a modulus other than 0" }
      : null,
  ({ action, lower, target }) =>
    withTarget.includes(lower) && target === ""
      ? { field: "targetLabel", why: `the action ${action} needs a targetLabel` }
      : null,
  ({ action, lower, target }, one) =>
    withTarget.includes(lower) && !isTarget(lower, target, one)
      ? { field: "targetLabel", why: `"${target}" is no valid targetLabel for the action ${action}` }
      : null,
  ({ action, lower, replacement }) =>
    ["lowercase", "uppercase", "keepequal", "dropequal"].includes(lower) &&
    replacement !== undefined &&
    replacement !== "$1"
      ? { field: "replacement", why: `the action ${action} takes no replacement` }
      : null,
  ({ action, lower, replacement }, one) =>
    lower === "labelmap" && replacement !== undefined && !isReplacement(replacement, one)
      ? { field: "replacement", why: `"${replacement}" is no valid replacement for the action ${action}` }
      : null,
  ({ action, lower, regex, written }) => {
    if (lower !== "keepequal" && lower !== "dropequal") return null;
    const extra =
      regex !== "" && regex !== "(.*)" ? "regex" : firstSet(written, ["modulus", "separator", "replacement"]);
    return extra === undefined
      ? null
      : { field: extra, why: `the action ${action} takes only sourceLabels and targetLabel, and no ${extra}` };
  },
  // Prometheus compares whether it is the very same, and the operator what it says: model/relabel/relabel.go there.
  ({ action, lower, regex }) =>
    (lower === "keepequal" || lower === "dropequal") && regex === "(.*)"
      ? { field: "regex", why: `the action ${action} takes no regex, not even the default one`, breaks: true }
      : null,
  ({ action, lower, written }) => {
    if (lower !== "labeldrop" && lower !== "labelkeep") return null;
    const extra = firstSet(written, ["sourceLabels", "targetLabel", "modulus", "separator", "replacement"]);
    return extra === undefined
      ? null
      : { field: extra, why: `the action ${action} takes only a regex, and no ${extra}` };
  },
];

const withTarget = ["replace", "hashmod", "lowercase", "uppercase", "keepequal", "dropequal"];
const actions = [...withTarget, "keep", "drop", "labelmap", "labeldrop", "labelkeep"];
/** The CRD takes each action in these two spellings. */
const capitalisedActions = [
  "Replace",
  "HashMod",
  "Lowercase",
  "Uppercase",
  "KeepEqual",
  "DropEqual",
  "Keep",
  "Drop",
  "LabelMap",
  "LabelDrop",
  "LabelKeep",
];
const newActions: Readonly<Record<string, string>> = {
  lowercase: "2.36.0",
  uppercase: "2.36.0",
  keepequal: "2.41.0",
  dropequal: "2.41.0",
};

/** An operator that knows no UTF-8 takes templates as names of what relabelings write, but for hashmod. */
const isTarget = (action: string, name: string, one: Case): boolean =>
  one.operator.does("takes UTF-8 names") || action === "hashmod" ? isLabelName(name, one) : legacyTemplate.test(name);

const isReplacement = (text: string, one: Case): boolean => {
  const onlyNames =
    one.operator.does("takes UTF-8 names") && !one.operator.does("takes templates as labelmap's replacement");
  return takesUtf8(one) || onlyNames ? isLabelName(text, one) : legacyTemplate.test(text);
};

/** Before Prometheus 3 the replacement of labelmap is made of ASCII words and `$1`, `${name}`. */
const legacyTemplate = /^(?:[a-zA-Z_]|\$(?:\{\w+\}|\w))(?:\w|\$(?:\{\w+\}|\w))*$/;

/** The first of these fields whose value is not Prometheus' default. */
const firstSet = (rule: JsonObject, fields: readonly string[]): string | undefined =>
  fields.find((field) => {
    const value = rule[field];
    if (value === undefined || value === null) return false;
    return Array.isArray(value) ? value.length > 0 : !(defaults[field] ?? []).includes(value);
  });

/** The values that count as not set; an empty separator or replacement is none of them. */
const defaults: Readonly<Record<string, readonly Json[]>> = {
  targetLabel: [""],
  modulus: [0],
  separator: [";"],
  replacement: ["$1"],
};

/** Why RE2 refuses the expression as Prometheus anchors it; null where it takes it. */
const regexProblem = (regex: string): string | null => {
  try {
    compileRe2(`^(?s:${regex})$`);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message.replace(/^error parsing regexp: /, "") : String(error);
  }
};

const text = (value: Json | undefined): string => (typeof value === "string" ? value : "");
