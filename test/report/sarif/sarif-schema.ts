import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { Log } from "sarif";

const file = resolve(import.meta.dirname, "../../../fixtures/github/sarif-schema-2.1.0.json");
const schema = JSON.parse(readFileSync(file, "utf8"));
// In GitHub's copy this rule stands a level too deep, where it is no schema; in the standard's it stands here.
const { region } = schema.definitions;
region.anyOf = region.properties.anyOf;
delete region.properties.anyOf;

const formats = { uri: /^[a-z][a-z0-9+.-]*:/i, "uri-reference": /^[^\s<>"{}|\\^`]*$/, "date-time": /./ };
const ajv = new Ajv2020({ allErrors: true, strict: false, formats });
const validate = ajv.compile(schema);

/** What the schema of SARIF 2.1.0 has against a text; empty where it is one. */
export const sarifErrors = (text: string): readonly string[] => {
  validate(JSON.parse(text));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
};

/** The one run of a text. */
export const runIn = (text: string): Log["runs"][number] => {
  const [run, ...more] = (JSON.parse(text) as Log).runs;
  if (run === undefined || more.length > 0) throw new Error("there is not one run");
  return run;
};
