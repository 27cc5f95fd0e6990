import { gunzipSync } from "node:zlib";
import { accessFailure } from "../../kubectl/kubectl-failure.ts";
import { labelsAt, numberAt, objectsAt, textAt, textOrEmpty } from "../../kubernetes/json-fields.ts";
import { isObject, type Json, type JsonObject } from "../../kubernetes/manifest.ts";
import { commandLine } from "../../outside/command-line.ts";
import type { ReleaseName } from "../../stack/release-name.ts";
import {
  type BaseContent,
  type HelmOnCluster,
  hooksText,
  type Revision,
  readContent,
  readRevision,
} from "./helm-release.ts";
import { recordResource } from "./release-record.ts";

/** A release as it is: its newest revision, and what helm compares the next one with. */
export interface DeployedRelease {
  readonly revision: Revision | null;
  /** Null where the next one is an install. */
  readonly content: BaseContent | null;
  /** Of the newest revision, where that failed or was ended and helm goes on from an older one; else null. */
  readonly ended: BaseContent | null;
}

/**
 * Reads a release by one request from where helm keeps it, instead of two helms that each ask for it again; by helm
 * itself where it keeps it elsewhere, or otherwise than here. Throws as `readRevision` does.
 */
export const readRelease = async (release: ReleaseName, on: HelmOnCluster): Promise<DeployedRelease> => {
  const found = await readRecords(release, on);
  const newest = found?.at(-1);
  if (found?.length === 0) return { revision: null, content: null, ended: null };
  const base = found?.findLast(({ status }) => status === "deployed") ?? newest;
  const [last, now] = [base, newest].map((one) => (one === undefined ? null : bodyOf(one)));
  if (newest === undefined || base === undefined || !last || !now) return askHelm(release, on);
  const metadata = ["chart", "metadata"] as const;
  const revision: Revision = {
    ...release,
    revision: newest.number,
    status: newest.status,
    updated: textOrEmpty(now, ["info", "last_deployed"]),
    chart: `${textOrEmpty(now, [...metadata, "name"])}-${textOrEmpty(now, [...metadata, "version"])}`,
    base: base.number,
  };
  if (isInstall(revision)) return { revision, content: null, ended: null };
  const { major } = on.helm;
  return { revision, content: contentOf(last, major), ended: newest === base ? null : contentOf(now, major) };
};

const askHelm = async (release: ReleaseName, on: HelmOnCluster): Promise<DeployedRelease> => {
  const revision = await readRevision(release, on);
  if (isInstall(revision)) return { revision, content: null, ended: null };
  const isEnded = revision.base !== revision.revision;
  return {
    revision,
    content: await readContent(revision, on),
    ended: isEnded ? await readContent({ ...revision, base: revision.revision }, on) : null,
  };
};

/** An uninstalled release is installed anew. */
const isInstall = (revision: Revision | null): revision is null =>
  revision === null || revision.status === "uninstalled";

const contentOf = (body: JsonObject, helmMajor: 3 | 4): BaseContent => ({
  manifest: textOrEmpty(body, ["manifest"]),
  hooks: hooksText(body),
  serverSide: helmMajor === 4 && textAt(body, ["apply_method"]) === "ssa",
});

/** One revision, by the labels of the object that holds it. */
interface KeptRevision {
  readonly number: number;
  readonly status: string;
  /** As helm encodes it, without what the API adds. */
  readonly data: string;
}

/** All revisions, oldest first; null where helm has to be asked. */
const readRecords = async (
  { name, namespace }: ReleaseName,
  { cluster }: HelmOnCluster,
): Promise<readonly KeptRevision[] | null> => {
  const resource = recordResource(cluster.env["HELM_DRIVER"] ?? "");
  if (resource === null) return null;
  const selector = encodeURIComponent(`name=${name},owner=helm`);
  const path = `/api/v1/namespaces/${encodeURIComponent(namespace)}/${resource}?labelSelector=${selector}`;
  const done = await cluster.kubectl(commandLine({ verb: ["get"], flags: [["raw", path]] }));
  if (done.code !== 0) {
    const access = accessFailure(done.stderr, cluster);
    if (access !== null) throw access;
    return null;
  }
  const records = objectsAt(JSON.parse(done.stdout) as Json, ["items"]).map((item): KeptRevision => {
    const data = textOrEmpty(item, ["data", "release"]);
    const { version = "", status = "" } = labelsAt(item, ["metadata", "labels"]);
    return { number: Number(version), status, data: resource === "secrets" ? fromBase64(data) : data };
  });
  const isWhole = records.every(({ number, status }) => Number.isSafeInteger(number) && number > 0 && status !== "");
  return isWhole ? records.toSorted((a, b) => a.number - b.number) : null;
};

const fromBase64 = (text: string): string => Buffer.from(text, "base64").toString();

/** Of a release that a Secret can hold; helm's own limit of a chart's files is far below. */
const longest = 64 * 1024 * 1024;

/**
 * `encodeRelease` in helm's pkg/storage/driver: base64 of gzip of JSON. Null where it is none, or of another revision.
 */
const bodyOf = ({ number, status, data }: KeptRevision): JsonObject | null => {
  try {
    const body = JSON.parse(gunzipSync(Buffer.from(data, "base64"), { maxOutputLength: longest }).toString()) as Json;
    if (!isObject(body)) return null;
    return numberAt(body, ["version"]) === number && textOrEmpty(body, ["info", "status"]) === status ? body : null;
  } catch {
    return null;
  }
};
