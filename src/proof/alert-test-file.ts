import { objectsAt } from "../kubernetes/json-fields.ts";
import { isObject, type Json, type JsonObject, type Path } from "../kubernetes/manifest.ts";
import type { Stack } from "../stack/stack.ts";
import type { YamlDocument, YamlFile } from "../text/yaml-file.ts";

/**
 * A file of unit tests in promtool's form.
 * https://prometheus.io/docs/prometheus/latest/configuration/unit_testing_rules/
 */
export interface TestFile {
  readonly yaml: YamlFile;
  readonly document: YamlDocument;
  readonly root: JsonObject;
}

/** A part of a test file that can be run by itself: a test group without its cases, or one case with its group. */
export interface TestPiece {
  /** The alert that it asks for; null for a group and for a case about an expression. */
  readonly alert: string | null;
  /** E.g. `alert GPUTemperatureHigh at 10m`. */
  readonly name: string;
  readonly path: Path;
  /** The value in its line that is told. */
  readonly place: Path;
  readonly content: JsonObject;
}

/**
 * The tree's test files. Other tools' tests have such names, too (helm-unittest's): a file counts by what is in it.
 * Files that are no YAML are told elsewhere.
 */
export const testFiles = ({ files }: Stack): readonly TestFile[] =>
  files.flatMap((yaml) => {
    const [document] = yaml.documents;
    const root = document?.value;
    if (!/[._]test\.ya?ml$/.test(yaml.file) || yaml.errors.length > 0 || document === undefined) return [];
    return isObject(root) && isPromtools(root) ? [{ yaml, document, root }] : [];
  });

const isPromtools = (root: JsonObject): boolean =>
  !("apiVersion" in root) &&
  ("rule_files" in root ||
    objectsAt(root, ["tests"]).some((test) =>
      ["input_series", "alert_rule_test", "promql_expr_test"].some((key) => key in test),
    ));

/** Every case, after its group. */
export const piecesOf = ({ root }: TestFile): readonly TestPiece[] =>
  objectsAt(root, ["tests"]).flatMap((group, g): readonly TestPiece[] => {
    const { alert_rule_test: _alerts, promql_expr_test: _expressions, ...bare } = group;
    const only = (more: JsonObject): JsonObject => ({ ...root, tests: [{ ...bare, ...more }] });
    const title = typeof group["name"] === "string" ? `test "${group["name"]}"` : `test group ${g + 1}`;
    const alerts = objectsAt(group, ["alert_rule_test"]).map((one, c) => ({
      alert: textOf(one["alertname"]),
      name: `alert ${textOf(one["alertname"])} at ${textOf(one["eval_time"])} (${title})`,
      path: ["tests", g, "alert_rule_test", c],
      place: ["tests", g, "alert_rule_test", c, "alertname"],
      content: only({ alert_rule_test: [one] }),
    }));
    const expressions = objectsAt(group, ["promql_expr_test"]).map((one, c) => ({
      alert: null,
      name: `${textOf(one["expr"])} at ${textOf(one["eval_time"])} (${title})`,
      path: ["tests", g, "promql_expr_test", c],
      place: ["tests", g, "promql_expr_test", c, "expr"],
      content: only({ promql_expr_test: [one] }),
    }));
    return [
      { alert: null, name: title, path: ["tests", g], place: ["tests", g], content: only({}) },
      ...alerts,
      ...expressions,
    ];
  });

const textOf = (value: Json | undefined): string => (value === undefined || value === null ? "?" : String(value));
