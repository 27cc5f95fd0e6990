import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isObject, type Json, type JsonObject, valueAt } from "../../src/kubernetes/manifest.ts";
import type { EmbeddedCluster } from "../cluster/cluster.ts";

/** A pod that kwok plays, as far as a process that stands in for one of its containers has to know it. */
export interface Pod {
  readonly namespace: string;
  readonly name: string;
  readonly ip: string;
  readonly node: string;
  readonly body: JsonObject;
}

/** The pods of a namespace with these labels that run. Throws when the API server does not answer. */
export const podsOf = async (
  { request }: EmbeddedCluster,
  namespace: string,
  labels: Readonly<Record<string, string>>,
): Promise<readonly Pod[]> => {
  const selector = Object.entries(labels).map(([key, value]) => `${key}=${value}`);
  const query = new URLSearchParams({ labelSelector: selector.join(",") });
  const { status, body } = await request("GET", `/api/v1/namespaces/${namespace}/pods?${query}`);
  if (status !== 200) throw new Error(`The pods of ${namespace} cannot be listed: ${status}`);
  return listAt(body as Json, ["items"]).flatMap((pod) => {
    const [name, ip, node] = [
      textAt(pod, ["metadata", "name"]),
      textAt(pod, ["status", "podIP"]),
      textAt(pod, ["spec", "nodeName"]),
    ];
    const running = textAt(pod, ["status", "phase"]) === "Running" && ip !== "";
    return running && isObject(pod) ? [{ namespace, name, ip, node, body: pod }] : [];
  });
};

/** One container of a pod with its volumes as folders, as the kubelet would have made them. */
export interface Container {
  /** Its arguments as the pod has them. */
  readonly args: readonly string[];
  /** Where a path of the container lies in truth; the path itself where no volume holds it. */
  place(path: string): string;
  /** Makes the files what ConfigMaps and Secrets are now; tells whether something differs from before. */
  refresh(): Promise<boolean>;
}

/**
 * Makes the folders of a container under `folder`. Throws where the pod has no such container, or a ConfigMap or Secret
 * that has to be there is not.
 */
export const openContainer = async (
  cluster: EmbeddedCluster,
  pod: Pod,
  name: string,
  folder: string,
): Promise<Container> => {
  const containers = listAt(pod.body, ["spec", "containers"]);
  const container = containers.find((one) => textAt(one, ["name"]) === name);
  if (container === undefined) throw new Error(`The pod ${pod.name} has no container ${name}`);
  const volumes = listAt(pod.body, ["spec", "volumes"]);
  // Of all containers: the operator's own configuration is mounted by the config reloader only.
  const mounts = containers
    .flatMap((one) => listAt(one, ["volumeMounts"]))
    .map((mount) => ({
      path: textAt(mount, ["mountPath"]),
      subPath: textAt(mount, ["subPath"]),
      volume: volumes.find((volume) => textAt(volume, ["name"]) === textAt(mount, ["name"])) ?? null,
    }))
    .sort((a, b) => b.path.length - a.path.length);
  const folderOf = (volume: Json): string => join(folder, textAt(volume, ["name"]));
  const seen = new Map<string, string>();
  const refresh = async (): Promise<boolean> => {
    let changed = false;
    const gone = new Set(seen.keys());
    for (const { volume } of mounts) {
      await mkdir(folderOf(volume), { recursive: true });
      for (const [file, content] of await filesOf(cluster, pod, volume)) {
        const path = join(folderOf(volume), file);
        const text = content.toString("base64");
        gone.delete(path);
        if (seen.get(path) === text) continue;
        changed = true;
        seen.set(path, text);
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, content, { mode: 0o600 });
      }
    }
    for (const path of gone) {
      seen.delete(path);
      await rm(path, { force: true });
    }
    return changed || gone.size > 0;
  };
  await refresh();
  return {
    args: listAt(container, ["args"]).map(String),
    place: (path) => {
      const mount = mounts.find((one) => path === one.path || path.startsWith(`${one.path}/`));
      return mount === undefined ? path : join(folderOf(mount.volume), mount.subPath, path.slice(mount.path.length));
    },
    refresh,
  };
};

type File = readonly [name: string, content: Buffer];

const filesOf = async (cluster: EmbeddedCluster, pod: Pod, volume: Json): Promise<readonly File[]> => {
  const parts = [volume, ...listAt(volume, ["projected", "sources"])];
  return (await Promise.all(parts.map((part) => filesOfPart(cluster, pod, part)))).flat();
};

const filesOfPart = async (cluster: EmbeddedCluster, pod: Pod, part: Json): Promise<readonly File[]> => {
  const [secret, configMap, token] = [
    valueAt(part, ["secret"]),
    valueAt(part, ["configMap"]),
    valueAt(part, ["serviceAccountToken"]),
  ];
  if (isObject(secret)) {
    const name = textAt(secret, ["secretName"]) || textAt(secret, ["name"]);
    const data = await dataOf(cluster, pod, "secrets", name, secret);
    return chosen(
      secret,
      Object.entries(data).map(([key, text]) => [key, Buffer.from(text, "base64")]),
    );
  }
  if (isObject(configMap)) {
    const data = await dataOf(cluster, pod, "configmaps", textAt(configMap, ["name"]), configMap);
    return chosen(
      configMap,
      Object.entries(data).map(([key, text]) => [key, Buffer.from(text)]),
    );
  }
  if (isObject(token)) return [[textAt(token, ["path"]), Buffer.from(await tokenOf(cluster, pod))]];
  return [];
};

/** `items` choose keys and give them paths. */
const chosen = (source: JsonObject, files: readonly File[]): readonly File[] => {
  const items = listAt(source, ["items"]);
  if (items.length === 0) return files;
  return items.flatMap((item) => {
    const file = files.find(([key]) => key === textAt(item, ["key"]));
    return file === undefined ? [] : [[textAt(item, ["path"]), file[1]] as const];
  });
};

const dataOf = async (
  { request }: EmbeddedCluster,
  pod: Pod,
  kind: string,
  name: string,
  source: JsonObject,
): Promise<Readonly<Record<string, string>>> => {
  const { status, body } = await request("GET", `/api/v1/namespaces/${pod.namespace}/${kind}/${name}`);
  if (status === 404 && source["optional"] === true) return {};
  if (status !== 200) throw new Error(`${pod.name} mounts ${kind}/${name}, which cannot be read: ${status}`);
  const data = valueAt(body as Json, ["data"]);
  return isObject(data) ? Object.fromEntries(Object.entries(data).map(([key, value]) => [key, String(value)])) : {};
};

const tokens = new Map<string, string>();

/** A token of the pod's own service account: what Prometheus may discover is decided by its real roles. */
const tokenOf = async ({ request, dir }: EmbeddedCluster, pod: Pod): Promise<string> => {
  const account = textAt(pod.body, ["spec", "serviceAccountName"]);
  const key = `${dir} ${pod.namespace}/${account}`;
  const known = tokens.get(key);
  if (known !== undefined) return known;
  const path = `/api/v1/namespaces/${pod.namespace}/serviceaccounts/${account}/token`;
  const { status, body } = await request("POST", path, {
    apiVersion: "authentication.k8s.io/v1",
    kind: "TokenRequest",
    spec: {},
  });
  if (status !== 201) throw new Error(`There is no token for the service account ${account}: ${status}`);
  const token = textAt(body as Json, ["status", "token"]);
  tokens.set(key, token);
  return token;
};

/** The list at a path, empty where there is none. */
export const listAt = (value: Json | undefined, path: readonly (string | number)[]): readonly Json[] => {
  const found = valueAt(value, path);
  return Array.isArray(found) ? found : [];
};

/** The text at a path, empty where there is none. */
export const textAt = (value: Json | undefined, path: readonly (string | number)[]): string => {
  const found = valueAt(value, path);
  return typeof found === "string" ? found : "";
};
