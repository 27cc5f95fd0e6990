import type { Command } from "unbash";
import { assigned } from "./shell-assign.ts";
import { givenByEnv } from "./shell-program.ts";
import type { Scope } from "./shell-scope.ts";
import { type Field, isList, knownValue, type ShellValue, unknownValue } from "./shell-value.ts";

const variable = "HELM_NAMESPACE";

/**
 * `HELM_NAMESPACE` as a call of helm gets it: before the call, by `env`, or exported; undefined where the
 * script says nothing of it.
 */
export const commandNamespace = (command: Command, before: readonly Field[], scope: Scope): ShellValue | undefined => {
  const byEnv = givenByEnv(before, variable);
  if (byEnv !== undefined) return knownValue(byEnv);
  const own = command.prefix.filter((one) => one.type === "Assignment");
  if (own.some(({ name }) => name === variable)) {
    const inner = scope.child();
    for (const one of own) inner.set(one.name, assigned(one, inner));
    return single(inner.get(variable));
  }
  const inherited = scope.get(variable);
  if (inherited === undefined || isList(inherited)) return undefined;
  return scope.isExported(variable) ? inherited : unknownValue(`${variable} is set and not exported`);
};

const single = (value: ReturnType<Scope["get"]>): ShellValue | undefined =>
  value === undefined || isList(value) ? unknownValue(`${variable} is a list`) : value;
