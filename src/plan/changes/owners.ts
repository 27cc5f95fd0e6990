import type { ResourceRef } from "../../core/finding.ts";
import { textAt } from "../../kubernetes/json-fields.ts";
import type { JsonObject } from "../../kubernetes/manifest.ts";
import { groupOf, refOf } from "../../kubernetes/resource-ref.ts";
import type { PlanLayer } from "../plan.ts";

/** The release that we deploy, and the part of the deploy that an object belongs to. */
export interface Ours {
  readonly release: string;
  readonly namespace: string;
  readonly layer: PlanLayer;
}

/**
 * Who else holds a live object, e.g. `Argo CD application monitoring`; null where nobody does. Objects of the release
 * layer may be our release's; those of the tree may be no release's at all.
 */
export const foreignOwner = (live: JsonObject, ours: Ours): string | null =>
  argoApplication(live) ?? fluxOwner(live) ?? helmRelease(live, ours);

/**
 * https://argo-cd.readthedocs.io/en/stable/user-guide/resource_tracking/: an annotation with the application and the
 * object, or the label of those who track by label and use it so as not to share `app.kubernetes.io/instance` with
 * charts, which therefore says nothing. An annotation that names another object was copied with it, and Argo CD itself
 * takes the object for nobody's.
 */
const argoApplication = (live: JsonObject): string | null => {
  const id = annotation(live, "argocd.argoproj.io/tracking-id");
  const tracked = id === null || isOfAnother(id, refOf(live)) ? null : (id.split(":")[0] ?? null);
  const application = tracked || label(live, "argocd.argoproj.io/instance");
  return application ? `Argo CD application ${application}` : null;
};

/** An object without a namespace is tracked with that of its application's destination. */
const isOfAnother = (id: string, ref: ResourceRef): boolean => {
  const parts = /^[^:]+:([^/:]*)\/([^/:]+):([^/]*)\/(.+)$/.exec(id);
  if (parts === null) return false;
  const { kind, namespace, name } = ref;
  const [, ofGroup, ofKind, ofNamespace, ofName] = parts;
  const elsewhere = namespace !== null && ofNamespace !== "" && ofNamespace !== namespace;
  return ofGroup !== groupOf(ref) || ofKind !== kind || ofName !== name || elsewhere;
};

/**
 * Labels that Flux's controllers put on all that they apply:
 * https://fluxcd.io/flux/components/kustomize/kustomizations/ and https://github.com/fluxcd/helm-controller/pull/238
 */
const fluxOwner = (live: JsonObject): string | null => {
  const owner = (group: string): string | null => {
    const name = label(live, `${group}/name`);
    const namespace = label(live, `${group}/namespace`);
    return name === null ? null : namespace === null ? name : `${namespace}/${name}`;
  };
  const kustomization = owner("kustomize.toolkit.fluxcd.io");
  if (kustomization !== null) return `Flux Kustomization ${kustomization}`;
  const release = owner("helm.toolkit.fluxcd.io");
  return release === null ? null : `Flux HelmRelease ${release}`;
};

/**
 * The annotations by which helm knows its own:
 * https://helm.sh/docs/topics/charts/ and `checkOwnership` in helm's pkg/action/validate.go
 */
const helmRelease = (live: JsonObject, { release, namespace, layer }: Ours): string | null => {
  const name = annotation(live, "meta.helm.sh/release-name");
  if (name === null) return null;
  const of = annotation(live, "meta.helm.sh/release-namespace") ?? "";
  if (layer === "release" && name === release && of === namespace) return null;
  return `helm release ${of === "" ? "" : `${of}/`}${name}`;
};

const annotation = (live: JsonObject, key: string): string | null => textAt(live, ["metadata", "annotations", key]);
const label = (live: JsonObject, key: string): string | null => textAt(live, ["metadata", "labels", key]);
