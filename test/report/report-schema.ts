import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";

const read = (name: string): string => readFileSync(resolve(import.meta.dirname, "../../docs", name), "utf8");
const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, formats: { uri: /^https?:\/\// } });
// It is written in draft 7, of which nothing here is another thing in 2020.
const { $schema: _draft, ...planSchema } = JSON.parse(read("plan.schema.json"));
const validate = ajv.addSchema(planSchema, "plan.schema.json").compile(JSON.parse(read("report.schema.json")));

/** What docs/report.schema.json has against a parsed report.json; empty when it is one. */
export const schemaErrors = (report: unknown): readonly string[] => {
  validate(report);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
};
