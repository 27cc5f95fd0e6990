import { request } from "node:https";
import { objectAt, textAt } from "../../src/kubernetes/json-fields.ts";
import { type Json, type JsonObject, valueAt } from "../../src/kubernetes/manifest.ts";
import type { EmbeddedCluster } from "../cluster/cluster.ts";

/** A kind as the API server serves it, e.g. `/apis/apps/v1` and `deployments`. */
export interface Served {
  readonly path: string;
  readonly resource: string;
  readonly namespaced: boolean;
  readonly verbs: readonly string[];
}

export interface WriteRequest {
  readonly method: string;
  readonly path: string;
  readonly type: string;
  readonly body: JsonObject | null;
}

const patches = {
  merge: "application/merge-patch+json",
  strategic: "application/strategic-merge-patch+json",
  apply: "application/apply-patch+yaml",
} as const;

/** An object and its subresources as they are; all are there. */
export interface Written {
  readonly served: Served;
  readonly object: JsonObject;
  readonly subresources: ReadonlyMap<string, JsonObject>;
}

/** All ways to write an object and its subresources, to make another one, and to delete all of its kind. */
export const writesOf = ({ served, object, subresources }: Written): readonly WriteRequest[] => {
  const namespace = textAt(object, ["metadata", "namespace"]);
  const name = textAt(object, ["metadata", "name"]) ?? "";
  const all = `${served.path}${served.namespaced ? `/namespaces/${namespace}` : ""}/${served.resource}`;
  const own = `${all}/${encodeURIComponent(name)}`;
  const json = "application/json";
  const other = madeNew(object);
  return [
    { method: "POST", path: all, type: json, body: other },
    { method: "PATCH", path: `${all}/${textAt(other, ["metadata", "name"])}`, type: patches.apply, body: other },
    ...changes(own, object, served),
    ...[...subresources].flatMap(([sub, body]) => changes(`${own}/${sub}`, body, served)),
    { method: "DELETE", path: own, type: json, body: null },
    ...(served.verbs.includes("deletecollection") ? [{ method: "DELETE", path: all, type: json, body: null }] : []),
  ];
};

/** A strategic merge patch is only of Kubernetes' own kinds. */
const changes = (path: string, object: JsonObject, served: Served): readonly WriteRequest[] => {
  const labelled = withoutFields(object, ["managedFields"]);
  const label: JsonObject = { metadata: { labels: { "written-by": "nobody" } } };
  // The API server cannot apply the scale of a custom resource: it ends with 500.
  const isScale = object["kind"] === "Scale" && served.path.includes("monitoring.coreos.com");
  const strategic = served.path.includes("monitoring.coreos.com") ? [] : [patches.strategic];
  const [{ apiVersion = null, kind = null, metadata = null }] = [withoutFields(object, [...ofServer])];
  return [
    { method: "PUT", path, type: "application/json", body: labelled },
    ...[patches.merge, ...strategic].map((type) => ({ method: "PATCH", path, type, body: label })),
    ...(isScale ? [] : [{ method: "PATCH", path, type: patches.apply, body: { apiVersion, kind, metadata } }]),
  ];
};

const ofServer = ["managedFields", "uid", "resourceVersion", "creationTimestamp", "generation"] as const;

const withoutFields = (object: JsonObject, fields: readonly string[]): JsonObject => {
  const metadata = Object.entries(objectAt(object, ["metadata"])).filter(([field]) => !fields.includes(field));
  return { ...object, metadata: { ...Object.fromEntries(metadata), labels: { "written-by": "nobody" } } };
};

/** Another object of the kind, without what the server gave the first: a Service's address, a Job's selector. */
const madeNew = (object: JsonObject): JsonObject => {
  const { status: _status, ...rest } = withoutFields(object, [...ofServer]);
  const metadata = objectAt(rest, ["metadata"]);
  const plural = textAt(rest, ["spec", "names", "plural"]);
  if (plural !== null) {
    const spec = { ...objectAt(rest, ["spec"]), group: "nobody.example" };
    return { ...rest, metadata: { ...metadata, name: `${plural}.nobody.example` }, spec };
  }
  const named = { ...rest, metadata: { ...metadata, name: "made-by-nobody" } };
  if (!("spec" in rest)) return named;
  const { clusterIP: _one, clusterIPs: _all, ...spec } = objectAt(rest, ["spec"]);
  if (rest["kind"] !== "Job") return { ...named, spec };
  const { selector: _selector, ...job } = spec;
  return { ...named, spec: { ...job, template: { spec: valueAt(job, ["template", "spec"]) ?? null } } };
};

export interface WriteAnswer {
  readonly status: number;
  readonly message: string;
}

/** Sends requests as one account, over one connection. */
export const writer =
  ({ server }: Pick<EmbeddedCluster, "server">, token: string) =>
  ({ method, path, type, body }: WriteRequest, dryRun = false): Promise<WriteAnswer> =>
    new Promise((done, fail) => {
      const query = [
        ...(dryRun ? ["dryRun=All"] : []),
        ...(type === patches.apply ? ["fieldManager=nobody", "force=true"] : []),
      ];
      const headers = { authorization: `Bearer ${token}`, "content-type": type };
      const sent = request(
        new URL(`${path}?${query.join("&")}`, server),
        { method, headers, rejectUnauthorized: false },
        (response) => {
          const chunks: Buffer[] = [];
          response.on("data", (chunk: Buffer) => chunks.push(chunk));
          response.on("end", () => {
            const text = Buffer.concat(chunks).toString("utf8");
            done({ status: response.statusCode ?? 0, message: messageIn(text) });
          });
        },
      );
      sent.on("error", fail);
      sent.end(body === null ? undefined : JSON.stringify(body));
    });

const messageIn = (text: string): string => {
  try {
    return textAt(JSON.parse(text) as Json, ["message"]) ?? "";
  } catch {
    return text;
  }
};
