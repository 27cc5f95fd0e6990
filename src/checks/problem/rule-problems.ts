import { nameOf, type Problem } from "../../core/finding.ts";
import { type Manifest, type Path, valueAt } from "../../kubernetes/manifest.ts";
import type { RuleError, RuleVerdict } from "../../validate/promtool/rule-verdict.ts";

/** What promtool says about one side of the rules, at its line. */
export function* ruleProblems(rules: readonly RuleVerdict[], about: RuleError["about"]): Generator<Problem> {
  for (const { manifest, errors } of rules)
    for (const error of errors)
      if (error.about === about)
        yield {
          message: `${nameOf(manifest.ref)}${ruleName(manifest, error.path)}: ${error.message}${innerPlace(error)}. The operator drops the whole object for one bad rule`,
          at: manifest.locate(error.path),
          resource: manifest.ref,
        };
}

/** `, alert GpuTooHot`, where the path leads into a rule that has a name. */
const ruleName = (manifest: Manifest, path: Path): string => {
  const index = path.indexOf("rules");
  if (index < 0) return "";
  for (const kind of ["alert", "record"]) {
    const name = valueAt(manifest.body, [...path.slice(0, index + 2), kind]);
    if (typeof name === "string") return `, ${kind} ${name}`;
  }
  return "";
};

/** promtool counts inside the expression, which may span lines of the file. */
const innerPlace = ({ inner }: RuleError): string =>
  inner === undefined ? "" : ` (line ${inner.line}, column ${inner.column} of the expression)`;
