import { posix } from "node:path";
import { load } from "js-yaml";
import { withoutEndSlash } from "../../core/trim-end.ts";
import { objectsAt, textAt } from "../../kubernetes/json-fields.ts";
import { isObject, type Json, valueAt } from "../../kubernetes/manifest.ts";
import { filesIn, type GrafanaPod, isIn } from "./grafana-pod.ts";

/**
 * A folder that Grafana reads dashboards from.
 * https://grafana.com/docs/grafana/latest/administration/provisioning/#dashboards
 */
export interface Provider {
  readonly name: string;
  readonly path: string;
  /** Grafana's folder for all of them; empty: the root. */
  readonly folder: string;
  readonly foldersFromFilesStructure: boolean;
}

export interface Providers {
  readonly list: readonly Provider[];
  /** False where a file of the configuration cannot be seen: another provider may be in it. */
  readonly complete: boolean;
}

const folder = "/etc/grafana/provisioning/dashboards";

export const providersOf = (pod: GrafanaPod): Providers => {
  const { files, complete } = filesIn(pod, folder);
  const configs = files.filter(({ path }) => /\.ya?ml$/.test(path)).map(({ text }) => readYaml(text));
  const list = configs
    .flatMap((config) => objectsAt(config, ["providers"]))
    .flatMap((one) => {
      const path = valueAt(one, ["options", "path"]) ?? valueAt(one, ["options", "folder"]);
      if (typeof path !== "string" || (one["type"] ?? "file") !== "file") return [];
      return [
        {
          name: textAt(one, ["name"]) ?? "",
          path: withoutEndSlash(posix.normalize(path)),
          folder: textAt(one, ["folderUid"]) ?? textAt(one, ["folder"]) ?? "",
          foldersFromFilesStructure: valueAt(one, ["options", "foldersFromFilesStructure"]) === true,
        },
      ];
    });
  return { list, complete: complete && configs.every((config) => config !== null) && list.length > 0 };
};

/** The provider that reads the files of a folder: it walks down, but not into folders whose name starts with a dot. */
export const providerOf = ({ list }: Providers, directory: string): Provider | undefined =>
  list.find(
    ({ path }) =>
      isIn(directory, path) &&
      !directory
        .slice(path.length)
        .split("/")
        .some((part) => part.startsWith(".")),
  );

/** Grafana's folder for a file there: titles have to be unique in it. */
export const folderFor = (provider: Provider, directory: string): string => {
  if (!provider.foldersFromFilesStructure) return provider.folder;
  return directory === provider.path ? "" : posix.basename(directory);
};

/** The value of a YAML text; null where it is not YAML. */
export const readYaml = (text: string): Json => {
  try {
    const value = load(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
};
