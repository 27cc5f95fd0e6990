import { createHash } from "node:crypto";
import { numberAt, objectsAt, textAt } from "../../kubernetes/json-fields.ts";
import { isObject, type Json, valueAt } from "../../kubernetes/manifest.ts";
import type { World, WorldObject } from "../../world/world.ts";
import { dataOf, filesIn, type GrafanaPod } from "./grafana-pod.ts";
import { readYaml } from "./grafana-providers.ts";
import { sidecarsOf, takes } from "./sidecar.ts";

/**
 * A data source that Grafana is given in files.
 * https://grafana.com/docs/grafana/latest/administration/provisioning/#data-sources
 */
export interface Datasource {
  readonly name: string;
  readonly uid: string;
  readonly type: string;
  readonly isDefault: boolean;
}

/** One with what its file says beyond that. */
export interface ProvisionedDatasource extends Datasource {
  /** The organization's number; 1 where none is said. */
  readonly org: number;
  /** Empty where it has none. */
  readonly url: string;
  /** False where the browser asks it (`access: direct`), from wherever that is. */
  readonly isProxied: boolean;
  /** The ConfigMap or Secret that holds the file, its key there, and the file in Grafana's pod. */
  readonly object: WorldObject;
  readonly key: string;
  readonly path: string;
}

export interface Datasources {
  readonly list: readonly Datasource[];
  /** Why there may be others than those in the list, as a clause; null where it is complete. */
  readonly others: string | null;
}

const folder = "/etc/grafana/provisioning/datasources";

export const datasourcesOf = (pod: GrafanaPod, world: World): Datasources => {
  const { files, complete } = datasourceFiles(pod, world);
  const list = files.flatMap(datasourcesIn);
  const unread =
    !complete || files.some(({ config }) => config === null) || list.some(({ name, uid }) => /\$/.test(name + uid));
  return { list, others: unread ? "not all of Grafana's data source files can be seen" : keeps(pod) };
};

/** The data sources in the files that can be seen, in the order in which they are read. */
export const provisionedDatasources = (pod: GrafanaPod, world: World): readonly ProvisionedDatasource[] =>
  datasourceFiles(pod, world).files.flatMap(datasourcesIn);

interface ConfigFile extends Pick<ProvisionedDatasource, "object" | "key" | "path"> {
  /** Null where it is no YAML mapping. */
  readonly config: Json;
}

const datasourceFiles = (
  pod: GrafanaPod,
  world: World,
): { readonly files: readonly ConfigFile[]; readonly complete: boolean } => {
  const { files, complete } = filesIn(pod, folder);
  const sidecars = sidecarsOf(pod, "datasources");
  const taken = [...world.ofKind("ConfigMap"), ...world.ofKind("Secret")]
    .filter((object) => sidecars.some((sidecar) => takes(sidecar, object, world)))
    .flatMap((object) =>
      Object.entries(dataOf(object)).map(([key, text]) => ({ object, key, path: `${folder}/${key}`, text })),
    );
  const configs = [...files, ...taken]
    .filter(({ path }) => /\.ya?ml$/.test(path))
    .map(({ object, key, path, text }) => ({ object, key, path, config: readYaml(text) }));
  return { files: configs, complete };
};

const datasourcesIn = ({ config, ...file }: ConfigFile): readonly ProvisionedDatasource[] =>
  objectsAt(config, ["datasources"]).map((one) => ({
    ...read(one),
    org: numberAt(one, ["orgId"]) || 1,
    url: textAt(one, ["url"]) ?? "",
    isProxied: textAt(one, ["access"]) !== "direct",
    ...file,
  }));

const read = (one: Json): Datasource => {
  const name = textAt(one, ["name"]) ?? "";
  return {
    name,
    uid: textAt(one, ["uid"]) ?? uidFromName(name),
    type: textAt(one, ["type"]) ?? "",
    isDefault: valueAt(one, ["isDefault"]) === true,
  };
};

/**
 * Grafana's own choice where a file gives no uid: the one of a data source named `prometheus` is the
 * well-known P1809F7CD0C75ACF3.
 */
const uidFromName = (name: string): string =>
  `P${createHash("sha256").update(name).digest("hex").slice(0, 16).toUpperCase()}`;

/**
 * A Grafana that keeps its database may hold data sources that somebody made by hand; one with an emptyDir
 * forgets them with its pod.
 */
const keeps = ({ containers, mounts }: GrafanaPod): string | null => {
  if (mounts.some(({ path, source }) => path === "/var/lib/grafana" && source === "unseen"))
    return "Grafana keeps its database on a volume, and others may have been made by hand";
  const names = containers.flatMap((container) => objectsAt(container, ["env"])).map((one) => String(one["name"]));
  const external = names.some((name) => /^GF_DATABASE_/.test(name)) || mounts.some(hasDatabaseSection);
  return external ? "Grafana keeps its database elsewhere, and others may have been made by hand" : null;
};

const hasDatabaseSection = ({ source }: GrafanaPod["mounts"][number]): boolean =>
  typeof source !== "string" &&
  Object.entries(isObject(source.body["data"]) ? source.body["data"] : {}).some(
    ([key, value]) => key.endsWith(".ini") && /^[ \t]*\[database\]/m.test(String(value)),
  );
