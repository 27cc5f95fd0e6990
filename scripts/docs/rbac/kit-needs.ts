import type { ResourceRef } from "../../../src/core/finding.ts";
import type { ApiResources } from "../../../src/kubectl/api-resources.ts";
import type { NeededPermission } from "../../../src/kubectl/permission.ts";
import type { JsonObject } from "../../../src/kubernetes/manifest.ts";
import { withComingKinds } from "../../../src/plan/access/coming-kinds.ts";
import {
  type Deployment,
  deployingNeeds,
  type NeedyDraft,
  optionalDeployingNeeds,
  tryingNeeds,
} from "../../../src/plan/access/deploying-needs.ts";
import { listingNeeds, optionalNeeds, readingNeeds } from "../../../src/plan/access/reading-needs.ts";
import type { ReleaseName } from "../../../src/stack/release-name.ts";
import type { KitObject } from "./kit-objects.ts";

/** What the kit is made for. */
export interface KitStack {
  readonly objects: readonly KitObject[];
  readonly release: ReleaseName;
}

/**
 * What any plan of this stack asks for: of a first install as of an upgrade. What a role grants it need not have itself
 * where it may `escalate` or `bind` it, for it writes nothing.
 */
export const planNeeds = ({ objects, release }: KitStack): readonly NeededPermission[] => {
  const around = { release, api: apiOf(objects) };
  const drafts = objects.filter(({ layer }) => layer !== "hooks").map((one) => draftOf(one, "create"));
  const refs = drafts.map(({ ref }) => ref);
  const all = [
    ...optionalNeeds,
    ...readingNeeds(refs, around),
    ...listingNeeds(manyOf(objects), around),
    ...tryingNeeds(drafts, around),
  ];
  return all.map(({ unless, ...need }) =>
    unless === undefined ? need : { ...unless, why: "roles are tried without having what they grant" },
  );
};

/** What any deploy of this stack asks for: first install, upgrade and removal, with helm 3 and helm 4. */
export const deployNeeds = ({ objects, release }: KitStack): readonly NeededPermission[] => {
  const api = apiOf(objects);
  const own = objects.filter(({ layer }) => layer !== "hooks");
  const hooks = objects
    .filter(({ layer }) => layer === "hooks")
    .map((one) => ({ ref: refOfKit(one), body: bodyOf(one) }));
  const removable = own.filter(
    ({ layer, kind }) => layer === "release" || (layer === "overlay" && kind !== "Namespace"),
  );
  const base = { release, api, hooks, upgrades: true, createsNamespace: false, waitsIn: [release.namespace] };
  const ways: readonly (readonly NeedyDraft[])[] = [
    own.map((one) => draftOf(one, "create")),
    own.map((one) => draftOf(one, "update")),
    removable.map((one) => draftOf(one, "delete")),
  ];
  // The way back last: what something else asks for anyway is told there.
  const deployments = [false, true].flatMap((goesBack) =>
    ways.flatMap((drafts) =>
      ([3, 4] as const).map((helmMajor): Deployment => ({ ...base, drafts, helmMajor, goesBack })),
    ),
  );
  const refs = own.map(refOfKit);
  return [
    ...optionalNeeds,
    ...readingNeeds(refs, base),
    ...listingNeeds(manyOf(objects), base),
    ...ways.flatMap((drafts) => tryingNeeds(drafts, base)),
    ...deployments.flatMap(deployingNeeds),
    ...optionalDeployingNeeds(base.waitsIn),
  ];
};

const refOfKit = ({ apiVersion, kind, namespace, name }: KitObject): ResourceRef => ({
  ...{ apiVersion, kind, namespace, name },
});

const manyOf = (objects: readonly KitObject[]): readonly ResourceRef[] =>
  objects.filter(({ many }) => many === true).map(refOfKit);

const bodyOf = ({ rules, roleRef }: KitObject): JsonObject => ({
  ...(rules === undefined ? {} : { rules }),
  ...(roleRef === undefined ? {} : { roleRef }),
});

const draftOf = (one: KitObject, action: "create" | "update" | "delete"): NeedyDraft => ({
  layer: one.layer === "hooks" ? "release" : action === "delete" && one.layer === "overlay" ? "prune" : one.layer,
  ref: refOfKit(one),
  action,
  live: action === "create" ? null : {},
  wanted: action === "delete" ? null : bodyOf(one),
  unverified: null,
});

/** Kubernetes' own kinds by their rule of plurals; those of the CRDs as these name them. */
const apiOf = (objects: readonly KitObject[]): ApiResources => {
  const crds = objects.flatMap(({ brings }) => (brings === undefined ? [] : [{ spec: brings }]));
  const custom = withComingKinds(() => undefined, crds);
  return (ref) => custom(ref) ?? builtIn(objects, ref);
};

const builtIn = (objects: readonly KitObject[], { apiVersion, kind }: Pick<ResourceRef, "apiVersion" | "kind">) => {
  const group = apiVersion.includes("/") ? apiVersion.slice(0, apiVersion.indexOf("/")) : "";
  const found = objects.find((one) => one.apiVersion === apiVersion && one.kind === kind);
  const namespaced = kind !== "Namespace" && found?.namespace !== null;
  return { group, resource: `${kind.toLowerCase()}s`, namespaced };
};
