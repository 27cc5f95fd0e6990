import { type Edit, nameOf } from "../core/finding.ts";
import type { Check } from "./check.ts";
import { concerns, otherRelease } from "./own/release-label.ts";
import { hopProblems, objectProblems } from "./problem/hop-problems.ts";

export const helmReleaseNameMismatch: Check = {
  id: "helm-release-name-mismatch",
  title: "All monitors and rules carry the label of another release than the one that is installed.",
  severity: "error",
  decidedBy: "own",
  reads: ["stack", "resolution"],
  *find(subject) {
    const other = otherRelease(subject);
    const [first, ...others] = other?.objects ?? [];
    if (other === null || first === undefined) return;
    const { name } = subject.stack.release;
    const problems = [
      ...hopProblems(subject, "servicemonitor-not-selected"),
      ...objectProblems(subject, "prometheusrule-not-selected"),
    ].filter(concerns(other));
    const at = name.at ?? first.locate(["metadata", "labels", "release"]);
    yield {
      message: `The release is called ${name.value}, and ${nameOf(first.ref)} and ${others.length} more have the label \`release: ${other.label}\`: Prometheus selects none of them`,
      ...(at === null ? {} : { at }),
      fix: {
        description: `Label them \`release: ${name.value}\` (\`labels\` in a kustomization does it for all), or install the release as ${other.label}`,
        edits: editsOf(problems.map(({ fix }) => fix?.edits ?? [])),
      },
    };
  },
};

/**
 * The edits of all, each once, as one label of a kustomization is that of many objects; none
 * where one of them has none.
 */
const editsOf = (edits: readonly (readonly Edit[])[]): readonly Edit[] =>
  edits.some((own) => own.length === 0)
    ? []
    : [...new Map(edits.flat().map((edit) => [JSON.stringify(edit), edit])).values()];
