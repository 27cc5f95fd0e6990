import type { Span } from "../../core/span.ts";
import { textAt } from "../../kubernetes/json-fields.ts";
import { type Json, type Path, valueAt } from "../../kubernetes/manifest.ts";
import type { UsedExpression } from "../series/used-expression.ts";
import { type DashboardFile, dashboardName } from "./dashboard-file.ts";
import { isRead, type ReadDashboard } from "./dashboard-model.ts";
import { promqlIn, readPromql } from "./dashboard-promql.ts";
import { type DashboardQuery, dashboardPartsOf } from "./dashboard-queries.ts";
import { referencesIn } from "./grafana-variables.ts";

/** The PromQL of a dashboard's panels, annotations and variables; none where the dashboard cannot be read. */
export const dashboardExpressions = (file: DashboardFile): readonly UsedExpression[] => {
  const { model } = file;
  if (!isRead(model)) return [];
  return dashboardPartsOf(model.content, model.root).queries.flatMap((query) => ofQuery(query, file, model));
};

const ofQuery = (query: DashboardQuery, file: DashboardFile, model: ReadDashboard): readonly UsedExpression[] => {
  const { text, start } = promqlIn(query);
  if (text.trim() === "") return [];
  const { expression, written } = readPromql(text);
  const place = query.place();
  const inQuery = (span: Span): Span => {
    const { from, to } = written(span);
    return { from: start + from, to: start + to };
  };
  return [
    {
      kind: query.kind,
      subject: `${holderOf(query, place, model)} of ${dashboardName(file)}`,
      resource: file.object.ref,
      expression,
      rule: null,
      at: (span) => file.json.inString(place, inQuery(span)),
      edits: (changes) => {
        const written = changes.map((change) => ({ path: place, span: inQuery(change), text: change.text }));
        // What stands for a variable is not what it says: a change of that is none of the query.
        const replaced = written.some(({ span, text: by }) =>
          referencesIn(query.text.slice(span.from, span.to)).some(({ name }) => !by.includes(name)),
        );
        return replaced ? [] : file.json.change(written);
      },
    },
  ];
};

/** `panel "Power"`, `variable gpu`: the nearest thing around a query that has a name. */
const holderOf = ({ kind }: DashboardQuery, place: Path, { content, root }: ReadDashboard): string => {
  const inside = place.slice(root.length);
  for (let length = inside.length - 1; length > 0; length -= 1) {
    const holder: Json | undefined = valueAt(content, inside.slice(0, length));
    const name = textAt(holder, ["name"]);
    if (kind === "variable" && name !== null) return `variable ${name}`;
    const title = textAt(holder, ["title"]) ?? (inside[0] === "annotations" ? name : null);
    if (title !== null) return `${inside[0] === "annotations" ? "annotation" : "panel"} "${title}"`;
  }
  return kind === "variable" ? "a variable" : "a panel";
};
