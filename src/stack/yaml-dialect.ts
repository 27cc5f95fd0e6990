import type { Tags } from "yaml";

/**
 * Which tool reads the file. Both take numbers as YAML 1.1 writes them (`0644` is 420, `1_000` is 1000) and leave `1:20` and dates as text,
 * but kustomize keeps `yes`, `on` and `y` as text while helm takes them as booleans (kubectl 1.35 and helm 3.22 and 4.3 were asked).
 */
export type YamlDialect = "kustomize" | "helm";

/** The scalar rules of a dialect, for `yaml`'s option `customTags` over its schema `yaml-1.1`. */
export const tagsOf =
  (dialect: YamlDialect) =>
  (tags: Tags): Tags => {
    const kept = tags.filter((tag) => typeof tag === "object" && keeps(tag, dialect));
    return dialect === "helm" ? kept : [...kept, "bool", "intOct"];
  };

/** Merge keys are followed by our own walk, which knows positions. */
const dropped = ["binary", "merge", "omap", "pairs", "set", "timestamp"];

const keeps = (tag: { readonly tag: string; readonly format?: string }, dialect: YamlDialect): boolean => {
  const name = tag.tag.replace("tag:yaml.org,2002:", "");
  return !dropped.includes(name) && tag.format !== "TIME" && (dialect === "helm" || name !== "bool");
};
