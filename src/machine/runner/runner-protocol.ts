import { randomUUID } from "node:crypto";
import { appendFileSync } from "node:fs";
import type { Environment } from "../../outside/environment.ts";
import { escaped } from "../../report/text/workflow-command.ts";

/**
 * What the runner is asked and told before the first tool runs, as `@actions/core` does it: that takes longer to load
 * than all of this to run, and is there when the outcome is published.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/metadata-syntax#inputs
 */
export const inputFrom =
  (env: Environment) =>
  (name: string): string =>
    env[`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`]?.trim() ?? "";

/** Keeps a value for the post step; without a runner it is kept nowhere. */
export const keepState = (env: Environment, name: string, value: string): void => {
  const file = env["GITHUB_STATE"];
  const delimiter = `ghadelimiter_${randomUUID()}`;
  if (file) appendFileSync(file, `${name}<<${delimiter}\n${value}\n${delimiter}\n`);
};

/** The line that has the runner hide a secret in its log. */
export const maskLine = (secret: string): string => `::add-mask::${escaped(secret)}\n`;
