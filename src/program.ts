/** The one bundle behind both entries, `main.ts` and `cli.ts`. */
export { step } from "./step.ts";

/** Loaded where it is asked for: the action needs half of it, and later. */
export const startCommand = async (): Promise<void> => (await import("./command.ts")).command();
