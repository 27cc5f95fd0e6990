import type { ASTNode, Environment } from "@marcbachmann/cel-js";
import { once } from "../../core/once.ts";
import { compileRe2 } from "../../promql/compile-re2.ts";
import { Typed } from "./cel-value.ts";
import { nodesOf, type RuleSyntax, ruleSyntax } from "./rule-syntax.ts";

/** What an expression gives for a value, or why it gives nothing. */
export type Evaluated =
  | { readonly value: unknown }
  /** The API server fails at it, too, and refuses the object for it. */
  | { readonly fails: string }
  | { readonly unknown: string };

/** An expression that was read once. */
export interface CelExpression {
  readonly syntax: RuleSyntax;
  evaluate(self: unknown): Evaluated;
}

/** Reads an expression; the text says why it cannot be read. */
export type Engine = (text: string) => CelExpression | string;

/**
 * The name that Kubernetes' `matches` goes by here: its patterns are RE2, while the library's own would be
 * JavaScript's, which can be made to take for ever.
 */
const matchesName = "matchesRe2";

const withRe2 = (root: ASTNode): void => {
  for (const node of nodesOf(root)) if (node.op === "rcall" && node.args[0] === "matches") node.args[0] = matchesName;
};

/** The library that evaluates CEL, loaded only where there is a rule to judge: it takes 35 ms. */
export const openEngine = async (): Promise<Engine> => {
  const { Environment, EvaluationError, Optional } = await import("@marcbachmann/cel-js");
  const environment = new Environment({ enableOptionalTypes: true })
    .registerType("Typed", Typed)
    .registerVariable("self", "dyn")
    .registerVariable("oldSelf", "dyn")
    .registerFunction(`string.${matchesName}(string): bool`, (text: string, pattern: string) =>
      compileRe2(pattern).matcher(text).find(),
    );
  const failureOf = (thrown: unknown): Evaluated => {
    if (!(thrown instanceof EvaluationError)) return { unknown: wordsOf(thrown) };
    return thrown.code === "no_such_key" ? { fails: firstLine(thrown.summary) } : { unknown: wordsOf(thrown) };
  };
  const oldSelf = Optional.none();
  return once((text) => {
    const parsed = parse(environment, text);
    if (typeof parsed === "string") return parsed;
    const syntax = ruleSyntax(parsed.ast);
    withRe2(parsed.ast);
    return {
      syntax,
      evaluate(self) {
        try {
          return { value: parsed({ self, oldSelf }) };
        } catch (thrown) {
          return failureOf(thrown);
        }
      },
    };
  });
};

const parse = (environment: Environment, text: string): ReturnType<Environment["parse"]> | string => {
  try {
    return environment.parse(text);
  } catch (thrown) {
    return wordsOf(thrown);
  }
};

const wordsOf = (thrown: unknown): string => firstLine(thrown instanceof Error ? thrown.message : String(thrown));

const firstLine = (text: string): string => text.split("\n", 1)[0] ?? "";
