import type { ResourceRef } from "../../core/finding.ts";
import type { ApiResources } from "../../kubectl/api-resources.ts";
import { groupOf } from "../../kubernetes/resource-ref.ts";
import type { LiveObjects } from "./live-objects.ts";

/** Where objects land: which kinds and namespaces the cluster has, and which come with this very plan. */
export interface Landing {
  readonly api: ApiResources;
  /** Where an object lands that names no namespace and needs one. */
  readonly defaultNamespace: string;
  /** Namespaces, and the kinds of CRDs (`group/Kind`), that the plan makes. */
  readonly madeNamespaces: ReadonlySet<string>;
  readonly madeKinds: ReadonlySet<string>;
  /** Kinds (`group/Kind`) whose CRD changes with this plan: what the server says of their objects may be outdated. */
  readonly changedKinds: ReadonlySet<string>;
}

/** `monitoring.coreos.com/Prometheus`; of the first group `/Service`. */
export const groupKind = (ref: Pick<ResourceRef, "apiVersion" | "kind">): string => `${groupOf(ref)}/${ref.kind}`;

/** The object with the namespace that it lands in; unknown kinds are taken for namespaced ones if they name one. */
export const landed = (ref: ResourceRef, { api, defaultNamespace }: Landing, fallback?: string): ResourceRef => {
  const known = api(ref);
  if (known === undefined) return { ...ref, namespace: ref.namespace ?? fallback ?? null };
  return { ...ref, namespace: known.namespaced ? (ref.namespace ?? fallback ?? defaultNamespace) : null };
};

export const namespaceRef = (name: string): ResourceRef => ({
  apiVersion: "v1",
  kind: "Namespace",
  namespace: null,
  name,
});

/**
 * Namespaces that are in every cluster and that it lets nobody delete: kube-apiserver's NamespaceLifecycle. They are
 * not asked for.
 */
export const immortalNamespaces: ReadonlySet<string> = new Set(["default", "kube-system", "kube-public"]);

/** Why the server cannot be asked about an object now; `never` where the plan itself does not bring what is missing. */
export interface Missing {
  readonly why: string;
  readonly never: boolean;
}

/** What is missing for an object to be tried; null where nothing is. */
export const missingFor = (ref: ResourceRef, landing: Landing, live: LiveObjects): Missing | null => {
  const { api, madeKinds, madeNamespaces } = landing;
  if (api(ref) === undefined) {
    const comes = madeKinds.has(groupKind(ref));
    return {
      why: comes
        ? `the CustomResourceDefinition of ${ref.kind} comes with this plan`
        : // As kubectl says it, which is what the error for people is made of.
          `no matches for kind "${ref.kind}" in version "${ref.apiVersion}"`,
      never: !comes,
    };
  }
  if (
    ref.namespace === null ||
    immortalNamespaces.has(ref.namespace) ||
    live(namespaceRef(ref.namespace)) !== undefined
  )
    return null;
  const comes = madeNamespaces.has(ref.namespace);
  return {
    why: comes
      ? `the namespace ${ref.namespace} comes with this plan`
      : `the namespace ${ref.namespace} is not there, and nothing of this plan makes it`,
    never: !comes,
  };
};
