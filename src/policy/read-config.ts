import { Ajv, type ErrorObject } from "ajv";
import type { Check } from "../checks/check.ts";
import type { OptionValue } from "../checks/check-option.ts";
import { OperatorError } from "../core/errors.ts";
import { type Severity, severities } from "../core/finding.ts";
import { nearest } from "../core/nearest.ts";
import { once } from "../core/once.ts";
import { isObject, type Json, type JsonObject, type Path, valueAt } from "../kubernetes/manifest.ts";
import { unknownSize } from "../signal/capacity/cluster-size.ts";
import { parseYaml } from "../text/parse-yaml.ts";
import type { YamlDocument } from "../text/yaml-file.ts";
import { capacityIn } from "./capacity-config.ts";
import { type CheckSetting, type Config, configurableInputs, defaultBaseline, noConfig } from "./config.ts";
import { configSchema } from "./config-schema.ts";
import { ofTheWorkflow, workflows } from "./input-kind.ts";
import { refusalsIn } from "./refusals.ts";
import { guardProperties, targetsIn } from "./target-config.ts";

/**
 * Reads the configuration; `target` chooses one of its targets. Throws one OperatorError `invalid-input` that tells
 * every mistake with its line, and the nearest name for a key that nobody knows.
 */
export const readConfig = (
  text: string,
  file: string,
  target: string | undefined,
  checks: readonly Check[],
): Config => {
  const { documents, errors } = parseYaml(text, file);
  const [document] = documents;
  const syntax = errors.map(({ message, at }) => `${at.file}:${at.line}:${at.column}: ${message}`);
  if (syntax.length > 0 || documents.length > 1)
    throw refused(file, syntax.length > 0 ? syntax : [`${file}: it has more than one document`]);
  const value = document?.value ?? null;
  if (document === undefined || value === null) return chosen({ ...noConfig, file }, {}, target, file);
  const malformed = problemsOf(value, document, checks);
  const problems = malformed.length > 0 || !isObject(value) ? malformed : refusalsIn(value, document);
  if (problems.length > 0 || !isObject(value)) throw refused(file, problems);
  return chosen(configOf(value, document, file), value, target, file);
};

const refused = (file: string, problems: readonly string[]): OperatorError =>
  new OperatorError(
    "invalid-input",
    `${file} is not a valid configuration:\n${problems.map((problem) => `  - ${problem}`).join("\n")}`,
    "docs/configuration.md describes every key; with the JSON Schema beside it an editor tells them while you type.",
  );

const problemsOf = (value: Json, document: YamlDocument, checks: readonly Check[]): readonly string[] => {
  const validate = validatorOf(checks);
  if (validate(value)) return [];
  const told = (validate.errors ?? []).filter(isTelling).map((error) => {
    const { file, line, column } = placeOf(error, document);
    return `${file}:${line}:${column}: ${messageOf(error)}`;
  });
  return [...new Set(told)];
};

/** To compile the schema takes 40 ms, and a tree that is watched is read after each change. */
const validatorOf = once((checks: readonly Check[]) =>
  new Ajv({ allErrors: true, strict: false, verbose: true }).compile(configSchema(checks)),
);

/** Of the two forms of a setting (a word, or a mapping) the error of the one that was not meant says nothing. */
const isTelling = ({ keyword, parentSchema, schemaPath, data }: ErrorObject): boolean => {
  if (keyword === "anyOf" || keyword === "if") return false;
  if (!schemaPath.includes("/anyOf/")) return true;
  const wantsMapping =
    (parentSchema as JsonObject | undefined)?.["type"] === "object" || schemaPath.includes("/anyOf/1/");
  return wantsMapping ? !(keyword === "type" && schemaPath.endsWith("/anyOf/1/type")) : !isObject(data as Json);
};

const pathOf = ({ instancePath }: ErrorObject): Path =>
  instancePath
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));

const placeOf = (error: ErrorObject, document: YamlDocument) => {
  const extra = error.keyword === "additionalProperties" ? String(error.params["additionalProperty"]) : null;
  return extra === null ? document.locate(pathOf(error)) : document.locateKey([...pathOf(error), extra]);
};

const messageOf = (error: ErrorObject): string => {
  const { keyword, params, parentSchema, data } = error;
  const where = pathOf(error).join(".");
  if (keyword === "additionalProperties") {
    const key = String(params["additionalProperty"]);
    const known = Object.keys((parentSchema?.["properties"] ?? {}) as object);
    if (where === "" && key in guardProperties) return `${key} is a target's: write it under targets.<name>`;
    if (ofTheWorkflow.has(key) && where !== "checks") return `${where === "" ? "" : `${where}: `}${key} ${workflows}`;
    const meant = nearest(key, known);
    const what =
      where === "checks" ? `there is no check ${key}` : `${where === "" ? "" : `${where}: `}unknown key ${key}`;
    return meant === undefined ? what : `${what}; did you mean ${meant}?`;
  }
  if (keyword === "enum") {
    const allowed = (params["allowedValues"] as readonly unknown[]).map(String);
    const meant = nearest(String(data), allowed);
    const list = allowed.length > 12 ? (meant === undefined ? "a known name" : `e.g. ${meant}`) : allowed.join(", ");
    return `${where} is ${JSON.stringify(data)}: it must be one of ${list}`;
  }
  if (keyword === "required") return `${where}: ${String(params["missingProperty"])} is missing`;
  if (keyword === "dependencies")
    return `${where}: ${String(params["property"])} guards a target that is gated: add gated: true`;
  if (keyword === "pattern") return `${where} is ${JSON.stringify(data)}: ${parentSchema?.["patternErrorMessage"]}`;
  return `${where} ${error.message ?? "is not valid"}`;
};

const configOf = (value: JsonObject, document: YamlDocument, file: string): Config => ({
  file,
  checks: new Map(
    Object.entries((value["checks"] ?? {}) as JsonObject).map(([id, setting]) => [id, settingOf(setting ?? null)]),
  ),
  suppressions: ((value["suppressions"] ?? []) as readonly JsonObject[]).map((one, index) => ({
    check: String(one["check"]),
    reason: String(one["reason"]),
    ...(one["file"] === undefined ? {} : { file: String(one["file"]) }),
    ...(one["resource"] === undefined ? {} : { resource: String(one["resource"]) }),
    line: document.locate(["suppressions", index]).line,
  })),
  baseline: typeof value["baseline"] === "string" ? value["baseline"] : defaultBaseline,
  inputs: inputsIn(value),
  clusterSize: capacityIn(value, unknownSize),
  target: null,
  targets: targetsIn(value),
  notRead: null,
});

const settingOf = (setting: Json): CheckSetting => {
  if (!isObject(setting)) return { severity: levelOf(setting), options: {} };
  const { severity, ...options } = setting;
  return {
    ...(severity === undefined ? {} : { severity: levelOf(severity) }),
    options: options as Readonly<Record<string, OptionValue>>,
  };
};

const levelOf = (value: Json): Severity | "off" => severities.find((one) => one === value) ?? "off";

const inputsIn = (value: JsonObject): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.keys(configurableInputs).flatMap((name) => {
      const given = value[name];
      if (given === undefined || given === null) return [];
      return [[name, Array.isArray(given) ? given.map(String).join("\n") : String(given)]];
    }),
  );

const chosen = (config: Config, value: JsonObject, target: string | undefined, file: string): Config => {
  if (target === undefined) return config;
  const targets = config.targets.map(({ name }) => name);
  const own = valueAt(value, ["targets", target]);
  const guard = config.targets.find(({ name }) => name === target);
  if (!isObject(own) || guard === undefined)
    throw new OperatorError(
      "invalid-input",
      `Input target is "${target}", and ${file} has no such target.`,
      targets.length === 0 ? "Describe it there under targets." : `It has: ${targets.join(", ")}.`,
    );
  const clusterSize = capacityIn(own, config.clusterSize);
  return { ...config, inputs: { ...config.inputs, ...inputsIn(own) }, clusterSize, target: guard };
};
