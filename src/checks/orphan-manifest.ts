import { isObject, type Json, valueAt } from "../manifest.ts";
import type { Stack } from "../stack/stack.ts";
import type { YamlDocument } from "../stack/yaml-file.ts";
import type { Check } from "./check.ts";

export const orphanManifest: Check = {
  id: "orphan-manifest",
  title:
    "A manifest or dashboard lies in base/ or overlays/, but no kustomization refers to it, so it is never applied.",
  severity: "warning",
  decidedBy: "own",
  reads: ["stack"],
  *find({ stack }) {
    const referred = new Set(stack.kustomizations.flatMap(({ references }) => references.map(({ path }) => path)));
    for (const { file } of stack.kustomizations) referred.add(file);
    for (const { file, documents } of stack.files) {
      const document = documents.find(isApplicable);
      if (document === undefined || referred.has(file) || isExcused(stack, file)) continue;
      const kustomization = nearestKustomization(stack, file);
      yield {
        message: `No kustomization refers to ${file}: it is never applied`,
        at: document.locate(isObject(document.value) && "kind" in document.value ? ["kind"] : []),
        fix: {
          description:
            kustomization === undefined
              ? "List it in a kustomization, or delete it"
              : `List it in ${kustomization} (a manifest under resources, a dashboard under configMapGenerator), or delete it`,
          edits: [],
        },
      };
    }
  },
};

/** Kubernetes objects and Grafana dashboards; any other YAML (values, rule tests, a linter's settings) may lie there for its own reasons. */
const isApplicable = ({ value }: YamlDocument): boolean =>
  isObject(value) &&
  ((isText(value["apiVersion"]) && isText(value["kind"]) && !isKustomization(value)) || isDashboard(value));

const isText = (value: Json | undefined): boolean => typeof value === "string";
const isKustomization = (value: Json): boolean =>
  String(valueAt(value, ["apiVersion"])).startsWith("kustomize.config.k8s.io/");
const isDashboard = (value: Json): boolean =>
  isText(valueAt(value, ["title"])) && Array.isArray(valueAt(value, ["panels"]) ?? valueAt(value, ["rows"]));

/** Where a folder has no kustomization, or one that cannot be read, that is the finding, not each file in it. */
const isExcused = (stack: Stack, file: string): boolean =>
  stack.foldersWithoutKustomization.some(({ folder }) => file.startsWith(`${folder}/`)) ||
  stack.kustomizations.some(({ folder, yaml }) => yaml.errors.length > 0 && file.startsWith(`${folder}/`));

const nearestKustomization = (stack: Stack, file: string): string | undefined =>
  stack.kustomizations
    .filter(({ folder }) => file.startsWith(`${folder}/`))
    .sort((a, b) => b.folder.length - a.folder.length)[0]?.file;
