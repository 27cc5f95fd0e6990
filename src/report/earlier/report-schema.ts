import type { ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import planSchema from "../../../docs/plan.schema.json" with { type: "json" };
import reportSchema from "../../../docs/report.schema.json" with { type: "json" };
import { schemaClause } from "../../text/schema-clause.ts";

/** What keeps a value from being a report.json, as a clause; null where it is one. */
export const reportProblem = (value: unknown): string | null => {
  validate ??= compile();
  return validate(value) ? null : schemaClause(validate.errors?.[0], "docs/report.schema.json");
};

/** Made when it is first needed: it takes longer than most checks. */
let validate: ValidateFunction | undefined;

const compile = (): ValidateFunction => {
  // The plan's is written in draft 7, of which nothing here is another thing in 2020.
  const { $schema: _draft, ...plan } = planSchema;
  return new Ajv2020({ allowUnionTypes: true, formats: { uri: /^https?:\/\// } })
    .addSchema(plan, "plan.schema.json")
    .compile(reportSchema);
};
