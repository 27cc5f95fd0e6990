import { withoutEndSlash } from "../../core/trim-end.ts";
import { objectsAt } from "../../kubernetes/json-fields.ts";
import { isObject, type Json, type JsonObject, valueAt } from "../../kubernetes/manifest.ts";
import { namespaceOf, objectIn } from "../../world/namespaces.ts";
import type { World, WorldObject } from "../../world/world.ts";

/** A Grafana that the stack runs: its pod, as the Deployment or StatefulSet describes it. */
export interface GrafanaPod {
  readonly object: WorldObject;
  readonly namespace: string;
  /** Init containers too: the chart can run a sidecar as one. */
  readonly containers: readonly JsonObject[];
  readonly mounts: readonly Mount[];
  /** The tag of Grafana's image, e.g. `13.2.0`; null where it says none. */
  readonly version: string | null;
}

/** A ConfigMap or Secret of the world, or what cannot be seen, at a place in Grafana's file system. */
export interface Mount {
  readonly path: string;
  /** The one key that is mounted, as a file. */
  readonly subPath: string | null;
  /**
   * `shared`: an emptyDir, which sidecars fill; `unseen`: a claim, a host path, an object that is not in the render.
   */
  readonly source: WorldObject | "shared" | "unseen";
}

/** A file that Grafana sees. */
export interface MountedFile {
  readonly path: string;
  readonly text: string;
  readonly object: WorldObject;
  readonly key: string;
}

export const grafanaPods = (world: World): readonly GrafanaPod[] =>
  [...world.ofKind("Deployment"), ...world.ofKind("StatefulSet")].flatMap((object) => {
    const spec = valueAt(object.body, ["spec", "template", "spec"]);
    const main = objectsAt(spec, ["containers"]).find(isGrafana);
    if (main === undefined) return [];
    const namespace = namespaceOf(object, world);
    const claims = objectsAt(object.body, ["spec", "volumeClaimTemplates"]);
    const volumes = new Map(objectsAt(spec, ["volumes"]).map((volume) => [volume["name"], volume]));
    for (const claim of claims) volumes.set(valueAt(claim, ["metadata", "name"]), { persistentVolumeClaim: {} });
    const mounts = objectsAt(main, ["volumeMounts"]).map((mount) => ({
      path: withoutEndSlash(String(mount["mountPath"])),
      subPath: typeof mount["subPath"] === "string" ? mount["subPath"] : null,
      source: sourceOf(volumes.get(mount["name"]), namespace, world),
    }));
    const containers = [...objectsAt(spec, ["initContainers"]), ...objectsAt(spec, ["containers"])];
    return [{ object, namespace, containers, mounts, version: tagOf(String(main["image"])) }];
  });

/**
 * The files that Grafana sees in a folder, and whether that is all of them: what sidecars
 * write there is not among them.
 */
export const filesIn = (
  pod: GrafanaPod,
  folder: string,
): { readonly files: readonly MountedFile[]; readonly complete: boolean } => {
  const here = pod.mounts.filter(({ path }) => isIn(path, folder) || isIn(folder, path));
  const files = here
    .flatMap(({ path, subPath, source }) => {
      if (typeof source === "string") return [];
      return Object.entries(dataOf(source)).flatMap(([key, text]) =>
        subPath === null || subPath === key
          ? [{ path: subPath === null ? `${path}/${key}` : path, text, object: source, key }]
          : [],
      );
    })
    .filter(({ path }) => isIn(path, folder));
  return { files, complete: here.every(({ source }) => source !== "unseen") };
};

/** True where `path` is `folder` or lies in it. */
export const isIn = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);

/** The texts of a ConfigMap or Secret by key, decoded as the pod would see them. */
export const dataOf = ({ ref, body }: WorldObject): Readonly<Record<string, string>> => {
  const entries = (field: string, decode: (text: string) => string) =>
    Object.entries(asObject(body[field])).flatMap(([key, value]) =>
      typeof value === "string" ? [[key, decode(value)] as const] : [],
    );
  const plain = (text: string): string => text;
  return Object.fromEntries([
    ...entries("data", ref.kind === "Secret" ? fromBase64 : plain),
    ...entries("binaryData", fromBase64),
    ...entries("stringData", plain),
  ]);
};

const fromBase64 = (text: string): string => Buffer.from(text, "base64").toString("utf8");

/** Grafana's own image, which brings no plugins beside the core; by its name, which a mirror keeps. */
export const isOfficialImage = ({ image }: JsonObject): boolean =>
  /(?:^|\/)grafana\/grafana(?:-oss|-enterprise)?(?:[:@]|$)/.test(String(image));

/**
 * By the image: a mirror changes its folder, rarely its name. The chart calls the container after
 * its value `nameOverride`.
 */
const isGrafana = ({ name, image }: JsonObject): boolean =>
  name === "grafana" || /(?:^|\/)grafana(?:-oss|-enterprise)?(?:[:@]|$)/.test(String(image));

const tagOf = (image: string): string | null => /:([^/:@]+)(?:@|$)/.exec(image)?.[1] ?? null;

const sourceOf = (volume: JsonObject | undefined, namespace: string, world: World): Mount["source"] => {
  if (volume?.["emptyDir"] !== undefined) return "shared";
  const configMap = valueAt(volume, ["configMap", "name"]);
  if (typeof configMap === "string") return objectIn(world, "ConfigMap", namespace, configMap) ?? "unseen";
  const secret = valueAt(volume, ["secret", "secretName"]);
  return (typeof secret === "string" ? objectIn(world, "Secret", namespace, secret) : undefined) ?? "unseen";
};

const asObject = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});
