/**
 * The one bundle behind both entries, `main.ts` and `cli.ts`: they load it only when Node knows
 * where to keep it compiled.
 */
export { command } from "./command.ts";
export { step } from "./step.ts";
