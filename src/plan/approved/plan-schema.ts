import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import schema from "../../../docs/plan.schema.json" with { type: "json" };
import type { Plan } from "../plan.ts";

/** What keeps a value from being a plan, as a clause; null where it is one, and so a `Plan`. */
export const planProblem = (value: unknown): string | null => {
  validate ??= new Ajv({ allowUnionTypes: true }).compile<Plan>(schema);
  if (!validate(value)) return clauseOf(validate.errors?.[0]);
  const { createdAt, expiresAt } = value;
  const nonsense = Object.entries({ createdAt, expiresAt }).find(([, time]) => !isTime(time));
  return nonsense === undefined ? null : `${nonsense[0]} is no time`;
};

/** Made when it is first needed: it takes longer than most checks. */
let validate: ValidateFunction<Plan> | undefined;

/** Keys can be as long as the file, and hold anything. */
const longest = 200;

const clauseOf = (error: ErrorObject | undefined): string => {
  if (error === undefined) return "it does not follow docs/plan.schema.json";
  const { instancePath, message, params } = error;
  const extra: unknown = params["additionalProperty"];
  const where = instancePath === "" ? "it" : shown(instancePath);
  return typeof extra === "string" ? `${where} has the unknown field ${shown(extra)}` : `${where} ${message}`;
};

const shown = (text: string): string => JSON.stringify(text.length > longest ? `${text.slice(0, longest)}…` : text);

/** JavaScript takes 31 February for a day in March. */
const isTime = (text: string): boolean => {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text.slice(0, "2026-02-31T00:00:00".length));
};
