import type { Location } from "../../core/finding.ts";
import { listOf } from "../../kubernetes/json-fields.ts";
import { isObject, type Path, valueAt } from "../../kubernetes/manifest.ts";
import { valuesOfTree, writtenKey } from "../../render/chart/value-sources.ts";
import type { ProvisionedDatasource } from "../../signal/grafana/grafana-datasources.ts";
import type { Stack } from "../../stack/stack.ts";
import type { YamlDocument } from "../../text/yaml-file.ts";

/** Where a data source of Grafana's files, and in it one of its fields, is written; else the object that holds it. */
export const datasourceAt = (
  stack: Pick<Stack, "valueFiles" | "umbrella">,
  source: ProvisionedDatasource,
  field: string,
): Location | null => writtenInValues(stack, source, field) ?? source.object.locate(["data", source.key]);

/**
 * Where the values write it, under `grafana.additionalDataSources` or `grafana.datasources`; null where they do not, as
 * with the chart's own.
 */
export const writtenInValues = (
  stack: Pick<Stack, "valueFiles" | "umbrella">,
  { name }: Pick<ProvisionedDatasource, "name">,
  field: string,
): Location | null => {
  const written = valuesOfTree(stack)
    .toReversed()
    .flatMap(({ documents }) => documents)
    .flatMap((document) => listsIn(document, stack).map((path) => ({ document, path })))
    .flatMap(({ document, path }) => {
      const index = listOf(valueAt(document.value, path)).findIndex((one) => valueAt(one, ["name"]) === name);
      return index === -1 ? [] : [document.locate([...path, index, field])];
    });
  return written[0] ?? null;
};

const listsIn = ({ value }: YamlDocument, stack: Pick<Stack, "umbrella">): readonly Path[] => {
  const grafana = writtenKey(stack, ["grafana"]);
  const files = valueAt(value, [...grafana, "datasources"]);
  return [
    [...grafana, "additionalDataSources"],
    ...Object.keys(isObject(files) ? files : {}).map((file) => [...grafana, "datasources", file, "datasources"]),
  ];
};
