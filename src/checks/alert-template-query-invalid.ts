import { type Chance, canYield } from "../promql/can-yield.ts";
import { type Expression, readExpression } from "../promql/parse-expression.ts";
import type { MetricSelector } from "../promql/syntax.ts";
import type { Resolution } from "../signal/resolve-signals.ts";
import { type GpuLabels, gpuLabels } from "../signal/series/gpu-labels.ts";
import { selectorVerdict } from "../signal/series/selector-labels.ts";
import type { Check } from "./check.ts";
import { ownAlerts, ruleProblem } from "./own/own-rules.ts";
import { isFilledIn, templateQueries } from "./template-queries.ts";

export const alertTemplateQueryInvalid: Check = {
  id: "alert-template-query-invalid",
  title: "A query in a template of an alert fails, or finds nothing.",
  severity: "warning",
  decidedBy: "own",
  reads: ["resolution"],
  *find({ resolution }) {
    const judge = { ...resolution, gpu: gpuLabels(resolution.world) };
    for (const alert of ownAlerts(resolution))
      for (const field of ["labels", "annotations"] as const)
        for (const [name, text] of Object.entries(alert[field]))
          for (const query of new Set(templateQueries(text))) {
            const expression = readExpression(query, isFilledIn);
            const why = failure(expression) ?? nothing(expression, judge);
            if (why !== null)
              yield ruleProblem(alert, resolution, `its ${words[field]} ${name} queries \`${query}\`, ${why}`, [
                field,
                name,
              ]);
          }
  },
};

type Judge = Pick<Resolution, "known" | "world"> & { readonly gpu: GpuLabels };

const words = { labels: "label", annotations: "annotation" } as const;

/** promtool reads templates and runs no query of them. */
const failure = ({ complete, type }: Expression): string | null => {
  if (!complete)
    return "which cannot be read as PromQL to its end: the query fails, and people read `<error expanding template: …>` instead of all of it";
  return type === "matrix" || type === "string"
    ? `which gives a ${type}, and a template takes a vector or a scalar: people read \`<error expanding template: …>\` instead of all of it`
    : null;
};

/** What is certain alone, and what no other finding tells. */
const nothing = (expression: Expression, judge: Judge): string | null => {
  const { chance, because } = canYield(expression.root, (selector) => verdictOn(selector, judge).chance);
  if (chance !== "no") return null;
  const why = because.map((selector) => verdictOn(selector, judge).why).find((reason) => reason !== null);
  return why === undefined
    ? null
    : `which has no result, because ${why}: what the template prints of it is missing, and \`first\` of nothing makes an error of all of it`;
};

interface Verdict {
  readonly chance: Chance;
  /** Why there is no series, where the query is to blame for it. */
  readonly why: string | null;
}

const verdictOn = (selector: MetricSelector, { known, gpu, world }: Judge): Verdict => {
  if (known.exists(selector) === "no") {
    const facts = selector.metric === null ? null : known.factsOf(selector.metric);
    return { chance: "no", why: facts?.byExpression ? facts.why : null };
  }
  const verdict = selectorVerdict(selector, known, gpu, world);
  return {
    chance: verdict.chance,
    why: verdict.chance === "no" && verdict.byExpression !== false ? verdict.why : null,
  };
};
