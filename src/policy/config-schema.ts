import type { Check } from "../checks/check.ts";
import type { CheckOption } from "../checks/check-option.ts";
import { severities } from "../core/finding.ts";
import type { Json, JsonObject } from "../kubernetes/manifest.ts";
import { capacityProperties } from "./capacity-config.ts";
import { configurableInputs, defaultBaseline } from "./config.ts";
import { guardProperties, guardRules } from "./target-config.ts";

/** YAML of the old kind reads a bare off as false. */
const levels = ["off", ...severities, false];
const duration = {
  pattern: "^(?:(?:\\d+(?:ms|[smhdwy]))+|0)$",
  patternErrorMessage: "it must be a duration such as 5m",
};

/** The JSON Schema of the configuration file, for editors and for reading it: every check with its options. */
export const configSchema = (checks: readonly Check[]): JsonObject => ({
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "Configuration of prometheus-stack-action",
  type: "object",
  additionalProperties: false,
  properties: {
    ...inputProperties(),
    ...capacityProperties,
    checks: {
      description: "Severity of each check, or off, and its options",
      type: "object",
      additionalProperties: false,
      properties: Object.fromEntries(checks.map((check) => [check.id, settingOf(check)])),
    },
    suppressions: {
      description: "Findings to let be where no comment can stand beside them; each with its reason",
      type: "array",
      items: {
        type: "object",
        additionalProperties: false,
        required: ["check", "reason"],
        properties: {
          check: { enum: checks.map(({ id }) => id) },
          file: { type: "string", description: "Path relative to the repository root" },
          resource: { type: "string", description: "Kind namespace/name" },
          reason: { type: "string", minLength: 1 },
        },
      },
    },
    baseline: {
      type: "string",
      description: `Path of the baseline inside the repository; default: ${defaultBaseline}`,
    },
    targets: {
      description: "What differs from one cluster to the next, by the name that the input target gives",
      type: "object",
      additionalProperties: {
        type: "object",
        additionalProperties: false,
        properties: { ...inputProperties(), ...capacityProperties, ...guardProperties },
        ...guardRules,
      },
    },
  },
});

const inputProperties = (): JsonObject =>
  Object.fromEntries(
    Object.entries(configurableInputs).map(([name, kind]): [string, Json] => [
      name,
      kind === "paths" ? { type: "array", items: { type: "string" } } : { type: "string" },
    ]),
  );

const settingOf = ({ title, options = {} }: Check): JsonObject => ({
  description: title,
  anyOf: [
    { enum: levels },
    {
      type: "object",
      additionalProperties: false,
      properties: {
        severity: { enum: levels },
        ...Object.fromEntries(Object.entries(options).map(([name, option]) => [name, optionSchema(option)])),
      },
    },
  ],
});

const optionSchema = (option: CheckOption): JsonObject => {
  const { description } = option;
  if (option.type === "number")
    return { type: "number", description, ...(option.least === undefined ? {} : { minimum: option.least }) };
  if (option.type === "duration") return { type: "string", ...duration, description };
  return {
    type: "array",
    description,
    items: option.allowed === undefined ? { type: "string" } : { enum: [...option.allowed] },
  };
};
