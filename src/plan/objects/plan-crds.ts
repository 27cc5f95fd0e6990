import { isDeepStrictEqual } from "node:util";
import { load } from "js-yaml";
import semver from "semver";
import type { ResourceRef } from "../../core/finding.ts";
import { isObject, type Json, type JsonObject, valueAt } from "../../kubernetes/manifest.ts";
import { refOf } from "../../kubernetes/resource-ref.ts";
import type { Cluster } from "../../outside/cluster.ts";
import type { ObjectDraft } from "../draft.ts";
import { readLive } from "./live-objects.ts";

/** What would become of the chart's CustomResourceDefinitions. */
export interface CrdPlan {
  readonly drafts: readonly ObjectDraft[];
  /** Those that are newer in the cluster than in the chart: they stay as they are. */
  readonly newer: readonly { readonly ref: ResourceRef; readonly live: string; readonly chart: string }[];
}

/**
 * Compares the chart's CRDs with the cluster's, by one kubectl: helm installs CRDs once and never upgrades them. One
 * that is newer there is let be, for a field that it has and the chart's has not would vanish from live objects. There
 * is no dry run: an apply of the real chart's 4.4 MB takes 2.5 s, and they are applied whole. Throws OperatorError
 * `unauthorized`, `cluster-unreachable` or `apply-failed`.
 */
export const planCrds = async (texts: readonly string[], cluster: Cluster): Promise<CrdPlan> => {
  const crds = texts.map((text) => ({ text, body: crdIn(text) }));
  const live = await readLive(
    crds.map(({ body }) => refOf(body)),
    cluster,
  );
  const newer: CrdPlan["newer"][number][] = [];
  const drafts = crds.map(({ text, body }): ObjectDraft => {
    const ref = refOf(body);
    const there = live(ref) ?? null;
    const isNewer = there !== null && isOlder(body, there);
    if (isNewer) newer.push({ ref, live: operatorVersion(there) ?? "", chart: operatorVersion(body) ?? "" });
    const action = there === null ? "create" : isNewer || isCurrent(body, there) ? "unchanged" : "update";
    return {
      layer: "crds",
      ref,
      action,
      unverified: null,
      live: there,
      wanted: isNewer ? there : body,
      after: null,
      takesOver: true,
      manifest: { ref, body, text, origin: noOrigin, locate: nowhere },
    };
  });
  return { drafts, newer };
};

const noOrigin = { from: "chart", template: "crds", hooks: [] } as const;
const nowhere = () => ({ file: "", line: 1, column: 1 });

/** Throws TypeError where the text holds no object. */
export const crdRef = (text: string): ResourceRef => refOf(crdIn(text));

const crdIn = (text: string): JsonObject => {
  const body = load(text) as Json;
  if (!isObject(body)) throw new TypeError("A CRD of the chart is not an object");
  return body;
};

/** Which release of prometheus-operator a CRD is of: its own generator writes this annotation. */
export const operatorVersion = (crd: JsonObject): string | null => {
  const found = valueAt(crd, ["metadata", "annotations", "operator.prometheus.io/version"]);
  return typeof found === "string" ? found : null;
};

const isOlder = (chart: JsonObject, live: JsonObject): boolean => {
  const [mine, theirs] = [operatorVersion(chart), operatorVersion(live)].map((one) => semver.parse(one));
  return mine != null && theirs != null && semver.lt(mine, theirs);
};

/**
 * Equal in all that the chart says; the server adds only what its defaults add. Too strict a
 * comparison costs an apply, no more.
 */
const isCurrent = (body: JsonObject, live: JsonObject): boolean =>
  isDeepStrictEqual(withCrdDefaults(body["spec"]), withCrdDefaults(live["spec"])) &&
  (["labels", "annotations"] as const).every((field) =>
    contains(valueAt(live, ["metadata", field]), valueAt(body, ["metadata", field])),
  );

const contains = (live: Json | undefined, wanted: Json | undefined): boolean =>
  !isObject(wanted) || Object.entries(wanted).every(([name, value]) => isObject(live) && live[name] === value);

/**
 * https://kubernetes.io/docs/reference/kubernetes-api/extend-resources/custom-resource-definition-v1/:
 * the fields with a default.
 */
const withCrdDefaults = (spec: Json | undefined): Json => {
  if (!isObject(spec)) return null;
  const names = isObject(spec["names"]) ? spec["names"] : {};
  const kind = typeof names["kind"] === "string" ? names["kind"] : "";
  return {
    conversion: { strategy: "None" },
    ...spec,
    names: { listKind: `${kind}List`, singular: kind.toLowerCase(), ...names },
  };
};
