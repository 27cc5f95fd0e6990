import type { JsonObject } from "../../kubernetes/manifest.ts";
import type { ReadDashboard } from "../../signal/dashboards/dashboard-model.ts";
import { panelsOf } from "../../signal/dashboards/dashboard-panels.ts";
import { dashboardPartsOf } from "../../signal/dashboards/dashboard-queries.ts";

/**
 * In what the dashboard that Grafana has differs from that of the file, as a clause; null where it is the same. Grafana
 * brings what it reads up to its own schema, so that titles, panels and queries are compared, not every byte.
 */
export const differenceOf = (file: ReadDashboard, held: JsonObject): string | null => {
  const title = String(held["title"] ?? "").trim();
  if (file.title !== null && title !== file.title.trim()) return `its title is ${JSON.stringify(title)}`;
  if (file.form !== "classic") return null;
  const model: ReadDashboard = { form: "classic", title, uid: null, content: held, root: [] };
  return (
    listsDiffer("panel", titlesOf(file), titlesOf(model)) ?? listsDiffer("query", queriesOf(file), queriesOf(model))
  );
};

const titlesOf = (model: ReadDashboard): readonly string[] =>
  panelsOf({ model })
    .filter(({ body }) => body["type"] !== "row" && typeof body["title"] === "string")
    .map(({ body }) => JSON.stringify(String(body["title"]).trim()));

const queriesOf = ({ content, root }: ReadDashboard): readonly string[] =>
  dashboardPartsOf(content, root)
    .queries.filter(({ kind }) => kind === "panel")
    .map(({ text }) => text.trim());

const listsDiffer = (what: string, wanted: readonly string[], found: readonly string[]): string | null => {
  const left = [...found];
  const missing = wanted.filter((one) => {
    const index = left.indexOf(one);
    if (index !== -1) left.splice(index, 1);
    return index === -1;
  });
  const [lacks] = missing;
  if (lacks !== undefined) return `it lacks the ${what} ${lacks}${more(missing.length)}`;
  const [extra] = left;
  return extra === undefined ? null : `it has the ${what} ${extra}${more(left.length)} that the file has not`;
};

const more = (count: number): string => (count > 1 ? ` and ${count - 1} more` : "");
