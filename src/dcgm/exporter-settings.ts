import { objectsAt, textOrEmpty, textsAt } from "../kubernetes/json-fields.ts";
import type { JsonObject } from "../kubernetes/manifest.ts";
import { exporterVersion } from "./version.ts";

/** How one dcgm-exporter container is set up, as far as its manifest says it. */
export interface ExporterSettings {
  /** Its version by the image's tag; null where the tag has none (`latest`, a digest). */
  readonly version: string | null;
  /** Path of the counter list in the container. */
  readonly collectors: string;
  /** `namespace:name` of a ConfigMap that the exporter reads itself; null where it reads the file. */
  readonly configMap: string | null;
  /**
   * True where a configuration file (4.8.3 and later) or a variable's source outside the manifest may say otherwise.
   */
  readonly hidden: boolean;
  readonly kubernetes: boolean;
  readonly podLabels: boolean;
  readonly podUid: boolean;
  readonly oldNamespace: boolean;
  readonly hostname: boolean;
  readonly hpcJobs: boolean;
  /** Dynamic resource allocation: claims and devices as labels. */
  readonly dra: boolean;
  /** How often it asks DCGM, in milliseconds; null where its flag is no number. */
  readonly collectMs: number | null;
}

/**
 * Reads a container's flags and variables; flags win, as in the exporter.
 * https://github.com/NVIDIA/dcgm-exporter/blob/4.5.3-4.8.2/pkg/cmd/app.go
 */
export const exporterSettingsOf = (container: JsonObject): ExporterSettings => {
  const args = [...textsAt(container, ["command"]), ...textsAt(container, ["args"])];
  const variables = objectsAt(container, ["env"]);
  const value = (variable: string, ...flags: readonly string[]): string | null =>
    flagValue(args, flags) ?? variableValue(variables, variable);
  const on = (variable: string, ...flags: readonly string[]): boolean => {
    const flag = switchValue(args, flags);
    return flag ?? isTrue(variableValue(variables, variable) ?? "");
  };
  const configMap = value("DCGM_EXPORTER_CONFIGMAP_DATA", "-m", "--configmap-data");
  return {
    version: versionOf(textOrEmpty(container, ["image"])),
    collectors: value("DCGM_EXPORTER_COLLECTORS", "-f", "--collectors") ?? "/etc/dcgm-exporter/default-counters.csv",
    configMap: configMap === "none" ? null : configMap,
    hidden:
      value("DCGM_EXPORTER_CONFIG_FILE", "--config-file") !== null ||
      objectsAt(container, ["envFrom"]).length > 0 ||
      variables.some((variable) => textOrEmpty(variable, ["name"]).startsWith("DCGM_") && "valueFrom" in variable),
    kubernetes: on("DCGM_EXPORTER_KUBERNETES", "-k", "--kubernetes"),
    podLabels: on("DCGM_EXPORTER_KUBERNETES_ENABLE_POD_LABELS", "--kubernetes-enable-pod-labels"),
    podUid: on("DCGM_EXPORTER_KUBERNETES_ENABLE_POD_UID", "--kubernetes-enable-pod-uid"),
    oldNamespace: on("DCGM_EXPORTER_USE_OLD_NAMESPACE", "-o", "--use-old-namespace"),
    hostname: !on("DCGM_EXPORTER_NO_HOSTNAME", "-n", "--no-hostname"),
    hpcJobs: (value("DCGM_HPC_JOB_MAPPING_DIR", "--hpc-job-mapping-dir") ?? "") !== "",
    dra: on("KUBERNETES_ENABLE_DRA", "--kubernetes-enable-dra"),
    collectMs: wholeNumber(value("DCGM_EXPORTER_INTERVAL", "-c", "--collect-interval") ?? "30000"),
  };
};

const wholeNumber = (text: string): number | null => (/^\d{1,9}$/.test(text) ? Number(text) : null);

const versionOf = (image: string): string | null => {
  const tag = /:([^/:@]+)(?:@|$)/.exec(image)?.[1];
  return tag === undefined ? null : exporterVersion(tag);
};

/** Go's flag forms: `-f x`, `-f=x`, and two dashes for one. */
const flagValue = (args: readonly string[], flags: readonly string[]): string | null => {
  for (const [index, arg] of args.entries()) {
    const [name = "", ...rest] = arg.split("=");
    if (flags.includes(name)) return rest.length > 0 ? rest.join("=") : (args[index + 1] ?? null);
  }
  return null;
};

const switchValue = (args: readonly string[], flags: readonly string[]): boolean | null => {
  const found = args.find((arg) => flags.includes(arg.split("=")[0] ?? ""));
  if (found === undefined) return null;
  const value = found.split("=")[1];
  return value === undefined || isTrue(value);
};

const variableValue = (variables: readonly JsonObject[], name: string): string | null =>
  // The last of two variables with one name is the one that the container gets.
  (variables.findLast((variable) => variable["name"] === name && typeof variable["value"] === "string")?.["value"] as
    | string
    | null) ?? null;

/** Go's strconv.ParseBool. */
const isTrue = (text: string): boolean => ["1", "t", "T", "true", "TRUE", "True"].includes(text);
