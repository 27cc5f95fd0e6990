import { isObject, type Json, type JsonObject, type Path } from "../../kubernetes/manifest.ts";
import type { DashboardFile } from "./dashboard-file.ts";
import { isRead } from "./dashboard-model.ts";

/** A panel of a dashboard, rows among them. */
export interface Panel {
  readonly body: JsonObject;
  /** Where it stands in the JSON. */
  readonly path: Path;
  /** E.g. `panel "Power"`; by its number where it has no title. */
  readonly name: string;
}

/**
 * The panels of a classic dashboard in the order of the text, those inside rows after their row. V2 keeps its
 * panels elsewhere: none then.
 */
export const panelsOf = ({ model }: Pick<DashboardFile, "model">): readonly Panel[] => {
  if (!isRead(model) || model.form === "v2" || model.form === "v2-resource") return [];
  const { content, root } = model;
  const rows = listOf(content["rows"]).flatMap((row, index) => panelsIn(row, [...root, "rows", index]));
  return [...panelsIn(content, root), ...rows];
};

/** Rows hold panels, and panels hold none: two levels are all. */
const panelsIn = (holder: JsonObject, at: Path, depth = 0): readonly Panel[] =>
  listOf(holder["panels"]).flatMap((body, index) => {
    const path = [...at, "panels", index];
    const title = body["title"];
    const name = `panel ${typeof title === "string" && title.trim() !== "" ? JSON.stringify(title) : index + 1}`;
    return [{ body, path, name }, ...(depth < 2 ? panelsIn(body, path, depth + 1) : [])];
  });

const listOf = (value: Json | undefined): readonly JsonObject[] =>
  Array.isArray(value) ? value.map((item) => (isObject(item) ? item : {})) : [];
