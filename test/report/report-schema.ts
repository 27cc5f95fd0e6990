import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";

const schema = JSON.parse(readFileSync(resolve(import.meta.dirname, "../../docs/report.schema.json"), "utf8"));
const validate = new Ajv2020({ allErrors: true, formats: { uri: /^https?:\/\// } }).compile(schema);

/** What docs/report.schema.json has against a parsed report.json; empty when it is one. */
export const schemaErrors = (report: unknown): readonly string[] => {
  validate(report);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
};
