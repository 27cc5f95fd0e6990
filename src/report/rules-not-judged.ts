import { compare } from "../core/finding.ts";
import type { Validation } from "../validate/validation.ts";
import type { Report } from "./report.ts";

/** CEL rules of definitions that could not be judged, each with its kind and its number of objects, sorted by kind. */
export const rulesNotJudged = ({ unjudgedRules }: Validation): Report["rulesNotJudged"] => {
  const told = unjudgedRules.map(({ rule, why, resource: { apiVersion, kind, ...name } }) => ({
    kind: `${apiVersion}/${kind}`,
    rule,
    why,
    object: `${name.namespace} ${name.name}`,
  }));
  return [...Map.groupBy(told, ({ kind, rule, why }) => JSON.stringify([kind, rule, why])).values()]
    .flatMap(([first, ...others]) =>
      first === undefined
        ? []
        : [
            {
              kind: first.kind,
              rule: first.rule,
              reason: first.why,
              objects: new Set([first, ...others].map(({ object }) => object)).size,
            },
          ],
    )
    .sort((a, b) => compare(a.kind, b.kind) || compare(a.rule, b.rule));
};
