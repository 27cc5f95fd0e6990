import { Ajv, type ValidateFunction } from "ajv";
import schema from "../../../docs/plan.schema.json" with { type: "json" };
import { schemaClause } from "../../text/schema-clause.ts";
import type { Plan } from "../plan.ts";

/** What keeps a value from being a plan, as a clause; null where it is one, and so a `Plan`. */
export const planProblem = (value: unknown): string | null => {
  validate ??= new Ajv({ allowUnionTypes: true }).compile<Plan>(schema);
  if (!validate(value)) return schemaClause(validate.errors?.[0], "docs/plan.schema.json");
  const { createdAt, expiresAt } = value;
  const nonsense = Object.entries({ createdAt, expiresAt }).find(([, time]) => !isTime(time));
  return nonsense === undefined ? null : `${nonsense[0]} is no time`;
};

/** Made when it is first needed: it takes longer than most checks. */
let validate: ValidateFunction<Plan> | undefined;

/** JavaScript takes 31 February for a day in March. */
const isTime = (text: string): boolean => {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text.slice(0, "2026-02-31T00:00:00".length));
};
