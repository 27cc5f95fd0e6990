/** The one bundle behind both entries, `main.ts` and `cli.ts`. */
export { command } from "./command.ts";
export { step } from "./step.ts";
