import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { loadAll } from "js-yaml";
import { stringify } from "yaml";
import { isObject, type JsonObject } from "../../src/kubernetes/manifest.ts";
import { crdSchemas } from "../../src/validate/schemas/crd-schema.ts";
import { schemaFile, schemaLayout } from "../../src/validate/schemas/schema-key.ts";

/** Writes the schemas of a chart's CRDs to a folder; gives it as a location for kubeconform. */
export const crdSchemaFolder = (helm: string, chart: string, folder: string): string => {
  const crds = execFileSync(helm, ["show", "crds", chart], { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  for (const { key, body } of loadAll(crds).flatMap((crd) => crdSchemas(crd as JsonObject))) {
    const file = join(folder, schemaFile(key));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(body));
  }
  return join(folder, schemaLayout);
};

/** Writes the groups of every PrometheusRule in `text` as a rule file of its own, which is what promtool reads. */
export const writeRuleFiles = (text: string, folder: string): void => {
  mkdirSync(folder, { recursive: true });
  const rules = (loadAll(text) as unknown[]).filter(isObject).filter(({ kind }) => kind === "PrometheusRule");
  for (const [n, { spec }] of rules.entries()) {
    const groups = isObject(spec) ? spec["groups"] : [];
    writeFileSync(join(folder, `${n}.yaml`), stringify({ groups }));
  }
};
