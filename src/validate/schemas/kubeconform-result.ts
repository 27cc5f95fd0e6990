import { isObject, type JsonObject } from "../../kubernetes/manifest.ts";

/** What kubeconform says of one text. `unusable`: the schema given to it could not be used. */
export interface KubeconformVerdict {
  readonly status: "valid" | "invalid" | "unusable";
  /** kubeconform's own words; empty where valid. */
  readonly message: string;
}

/** One entry of kubeconform's report. `empty`: it saw no object there. */
export interface KubeconformResult {
  readonly file: string;
  readonly status: KubeconformVerdict["status"] | "empty";
  readonly message: string;
  /** apiVersion, kind and name of what it read. */
  readonly key: string;
}

const statuses: Readonly<Record<string, KubeconformResult["status"]>> = {
  statusValid: "valid",
  statusInvalid: "invalid",
  // Broken YAML and duplicate keys; a schema that is missing is told as skipped.
  statusError: "invalid",
  statusSkipped: "unusable",
};

/** The entries of a report, in its own order, which is none. */
export const resultsIn = (resources: readonly unknown[]): readonly KubeconformResult[] =>
  resources.filter(isObject).map((result: JsonObject) => ({
    file: String(result["filename"]),
    status: statuses[String(result["status"])] ?? "empty",
    message: String(result["msg"]),
    key: keyOf({
      apiVersion: String(result["version"]),
      kind: String(result["kind"]),
      name: String(result["name"]),
    }),
  }));

/** What tells an object from others in a report. */
export interface Named {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
}

const keyOf = ({ apiVersion, kind, name }: Named): string => [apiVersion, kind, name].join("\n");

/**
 * The verdicts on objects that lay in one file, in their order; null where the report leaves a doubt whose they are: it
 * has more entries than there are objects, or fewer, or complains of one, or says different things of one name.
 */
export const verdictsTogether = (
  objects: readonly Named[],
  results: readonly KubeconformResult[],
): readonly KubeconformVerdict[] | null => {
  if (results.length !== objects.length) return null;
  const said = Map.groupBy(results, ({ key }) => key);
  const named = Map.groupBy(objects, keyOf);
  const verdicts: KubeconformVerdict[] = [];
  for (const object of objects) {
    const key = keyOf(object);
    const mine = said.get(key) ?? [];
    const [first] = mine;
    if (first === undefined || first.status === "invalid" || first.status === "empty") return null;
    if (mine.length !== named.get(key)?.length || mine.some(({ status }) => status !== first.status)) return null;
    verdicts.push({ status: first.status, message: "" });
  }
  return verdicts;
};
