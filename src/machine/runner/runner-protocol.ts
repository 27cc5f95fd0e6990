import { randomUUID } from "node:crypto";
import { appendFileSync } from "node:fs";
import type { Environment } from "../../outside/environment.ts";
import { escaped } from "../../report/text/workflow-command.ts";

/**
 * What the runner is asked and told in every run, as `@actions/core` does it: that brings an HTTP client, takes longer
 * to load than all of this to run, and is there for a run that fails.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/metadata-syntax#inputs
 */
export const inputFrom =
  (env: Environment) =>
  (name: string): string =>
    env[`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`]?.trim() ?? "";

/** Keeps a value for the post step; without a runner it is kept nowhere. */
export const keepState = (env: Environment, name: string, value: string): void =>
  append(env["GITHUB_STATE"], keyValue(name, value));

/** Sets an output of the step; without a runner nobody reads it. */
export const setOutput = (env: Environment, name: string, value: string): void =>
  append(env["GITHUB_OUTPUT"], keyValue(name, value));

/** Adds to the job's summary; without a runner there is none. */
export const addToSummary = (env: Environment, text: string): void => append(env["GITHUB_STEP_SUMMARY"], text);

const append = (file: string | undefined, text: string): void => {
  if (file) appendFileSync(file, text);
};

/** No value can hold a delimiter that nobody can guess. */
const keyValue = (name: string, value: string): string => {
  const delimiter = `ghadelimiter_${randomUUID()}`;
  return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
};

/** The line that has the runner hide a secret in its log. */
export const maskLine = (secret: string): string => `::add-mask::${escaped(secret)}\n`;
