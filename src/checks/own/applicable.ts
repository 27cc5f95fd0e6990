import { isObject, type Json, valueAt } from "../../kubernetes/manifest.ts";
import type { YamlFile } from "../../text/yaml-file.ts";

/**
 * The first document of a file that is meant for a cluster: a Kubernetes object or a Grafana dashboard. Any other YAML
 * (values, tests of rules, a linter's settings) may lie in the tree for reasons of its own.
 */
export const applicableIn = ({ documents }: YamlFile): YamlFile["documents"][number] | undefined =>
  documents.find(({ value }) => isManifest(value) || isDashboard(value));

const isText = (value: Json | undefined): boolean => typeof value === "string";

const isManifest = (value: Json): boolean =>
  isObject(value) &&
  isText(value["apiVersion"]) &&
  isText(value["kind"]) &&
  !String(value["apiVersion"]).startsWith("kustomize.config.k8s.io/");

const isDashboard = (value: Json): boolean =>
  isText(valueAt(value, ["title"])) && Array.isArray(valueAt(value, ["panels"]) ?? valueAt(value, ["rows"]));
