import { checks } from "../../src/checks/index.ts";
import { configSchema } from "../../src/policy/config-schema.ts";

/** The text of docs/config.schema.json, for editors. */
export const configSchemaText = (): string => `${JSON.stringify(configSchema(checks), null, 2)}\n`;
