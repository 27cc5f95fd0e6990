import { allDone } from "../core/all-done.ts";
import type { ResourceRef } from "../core/finding.ts";
import { type ApiResources, readApiResources } from "../kubectl/api-resources.ts";
import { withoutValues } from "../kubectl/cluster-error.ts";
import { textOrEmpty } from "../kubernetes/json-fields.ts";
import type { JsonObject, Manifest } from "../kubernetes/manifest.ts";
import { objectKey, refKey, uniqueRefs } from "../kubernetes/resource-ref.ts";
import type { Completed } from "../outside/exec.ts";
import { copyValues } from "../render/chart/copy-values.ts";
import { allManifests, type Render } from "../render/render.ts";
import { type ReleaseName, releaseNameOf } from "../stack/release-name.ts";
import { type ClusterOnly, clusterOnlyIn, nothingOfCluster } from "./hidden/cluster-only.ts";
import type { Landing } from "./objects/landing.ts";
import { immortalNamespaces, landed, namespaceRef } from "./objects/landing.ts";
import { listLive } from "./objects/list-live.ts";
import { type LiveObjects, readLive } from "./objects/live-objects.ts";
import { type CrdPlan, crdRef, planCrds } from "./objects/plan-crds.ts";
import type { TreeManifest } from "./objects/plan-tree.ts";
import type { PlanRequest } from "./plan-request.ts";
import { besideDryRun } from "./release/beside-dry-run.ts";
import { dryReleaseIn, type HelmOnCluster, type Revision } from "./release/helm-release.ts";
import { type ReleaseObjects, refsOfRelease, releaseObjects, renderedObjects } from "./release/plan-release.ts";
import { readRelease } from "./release/read-release.ts";
import { dryUpgradeArguments, type Upgrade } from "./release/upgrade-arguments.ts";

/** What there is before anything is decided. */
export interface Survey {
  readonly landing: Landing;
  readonly crds: CrdPlan;
  readonly revision: Revision | null;
  /** Of the revision that helm compares with; null on an install. */
  readonly last: ReleaseObjects | null;
  /** Whether helm applies the release server-side; else it patches, see src/plan/release/client-side.ts. */
  readonly serverSide: boolean;
  /** What only a revision that failed, or was ended, has brought: helm does not know of it any more. */
  readonly leftBehind: readonly ResourceRef[];
  /** Of the revision to be. */
  readonly next: ReleaseObjects;
  /** Why the release could not be rendered with the cluster, in helm's words; null where it was. */
  readonly offline: string | null;
  readonly clusterOnly: ClusterOnly;
  /** helm's whole answer; null where there was none. */
  readonly answer: string | null;
  readonly live: LiveObjects;
}

const dryLimitMs = 120_000;

/**
 * Reads all that a plan is made of; changes nothing. What takes long runs beside the rest: helm's dry run, its history,
 * and the objects that the render without the cluster names already. Throws OperatorError `unauthorized`,
 * `cluster-unreachable` or `apply-failed`.
 */
export const survey = async (request: PlanRequest, upgrade: Upgrade): Promise<Survey> => {
  const { stack, render, cluster, helm } = request;
  const release = releaseNameOf(stack.release);
  const on: HelmOnCluster = { helm, cluster };
  const resources = readApiResources(cluster, refsIn(render));
  const early = resources.then(async (api) => {
    const landing = landingOf(api, request, release);
    const offline = renderedObjects(render.chart, release, landing);
    const refs = refsOfRender(request, offline, landing);
    return { landing, offline, refs, live: await listLive(refs, { api, cluster }) };
  });
  const [[{ revision, content: last, ended }, dry], { landing, offline, refs, live }, crds] = await allDone([
    besideDryRun(
      () => readRelease(release, on),
      () => dryUpgrade(upgrade, request),
    ),
    early,
    // By the kinds that the cluster's answer has brought into kubectl's cache: two kubectl would both ask.
    resources.then(() => planCrds(crdTextsOf(request), cluster)),
  ]);
  const lastObjects = last === null ? null : releaseObjects(last, release, landing);
  const answer = dry.code === 0 ? dryReleaseIn(dry.stdout) : null;
  const next = answer === null ? offline : releaseObjects(answer, release, landing);
  const known = new Set(refs.map(refKey));
  const endedObjects = ended === null ? null : releaseObjects(ended, release, landing);
  const missing = withNamespaces(refsOfRelease(next, lastObjects, endedObjects)).filter(
    (ref) => !known.has(refKey(ref)) && landing.api(ref) !== undefined,
  );
  const rest = await readLive(missing, cluster);
  return {
    landing: withChangedKinds(landing, crds),
    crds,
    revision,
    last: lastObjects,
    serverSide: last === null ? helm.major === 4 : last.serverSide,
    leftBehind: onlyIn(endedObjects, [lastObjects, next]),
    next,
    offline: answer === null ? withoutValues(dry.stderr) : null,
    clusterOnly: answer === null ? nothingOfCluster : clusterOnlyIn(offline, next),
    answer: answer === null ? null : dry.stdout,
    live: (ref) => live(ref) ?? rest(ref),
  };
};

/** Objects that are read of the cluster before anything is known of the release there: of kinds that it knows. */
/** Of all that is rendered, hooks too, as it is written. */
export const refsIn = (render: Render): readonly ResourceRef[] =>
  [...allManifests(render), ...render.chart.hooks].map(({ ref }) => ref);

const refsOfRender = (request: PlanRequest, { objects }: ReleaseObjects, landing: Landing): readonly ResourceRef[] =>
  withNamespaces([...treeOf(request).map(({ ref }) => landed(ref, landing)), ...objects.map(({ ref }) => ref)]).filter(
    (ref) => landing.api(ref) !== undefined,
  );

/** The same, and the chart's CustomResourceDefinitions. */
export const knownRefs = (request: PlanRequest, release: ReleaseName, api: ApiResources): readonly ResourceRef[] => {
  const landing = landingOf(api, request, release);
  const crds = crdTextsOf(request).map(crdRef);
  return [...crds, ...refsOfRender(request, renderedObjects(request.render.chart, release, landing), landing)];
};

const crdTextsOf = ({ render, inputs }: PlanRequest): readonly string[] =>
  render.chart.crdsSwitchedOff || inputs.crds === "skip" ? [] : render.chart.crds;

const dryUpgrade = async (upgrade: Upgrade, { helm, cluster, outside, stack }: PlanRequest): Promise<Completed> => {
  const values = await copyValues(stack, outside.scratch);
  return helm.run(dryUpgradeArguments(upgrade, values, cluster.helmFlags), {
    env: cluster.env,
    cwd: values.folder,
    timeoutMs: dryLimitMs,
    repeatable: true,
  });
};

/** Objects of base and overlays, in the order in which they are applied: a namespace before what lies in it. */
export const treeOf = ({ render }: Pick<PlanRequest, "render">): readonly TreeManifest[] => {
  const all = render.roots.flatMap(({ layer, manifests }) => manifests.map((manifest) => ({ ...manifest, layer })));
  return (["base", "overlay"] as const).flatMap((layer) => {
    const own = all.filter((one) => one.layer === layer);
    return [...own.filter(isNamespace), ...own.filter((one) => !isNamespace(one))];
  });
};

const isNamespace = ({ ref }: Manifest): boolean => ref.kind === "Namespace" && ref.apiVersion === "v1";

/** Each of these objects, and the namespace that it lies in. */
const withNamespaces = (refs: readonly ResourceRef[]): readonly ResourceRef[] => {
  const namespaces = refs.flatMap(({ namespace }) =>
    namespace === null || immortalNamespaces.has(namespace) ? [] : [namespaceRef(namespace)],
  );
  return uniqueRefs([...namespaces, ...refs]);
};

const landingOf = (api: ApiResources, request: PlanRequest, release: ReleaseName): Landing => {
  const { stack, render, cluster } = request;
  const tree = treeOf(request);
  const made = [
    ...tree.filter(isNamespace).map(({ ref }) => ref.name),
    ...render.chart.manifests.filter(isNamespace).map(({ ref }) => ref.name),
    ...(stack.release.createNamespace ? [release.namespace] : []),
  ];
  const crds = [...tree, ...render.chart.manifests].filter(({ ref }) => ref.kind === "CustomResourceDefinition");
  return {
    api,
    defaultNamespace: cluster.defaultNamespace,
    madeNamespaces: new Set(made),
    madeKinds: new Set(crds.flatMap(({ body }) => kindOfCrd(body))),
    changedKinds: new Set(),
  };
};

const withChangedKinds = (landing: Landing, { drafts }: CrdPlan): Landing => {
  const of = (action: string) =>
    drafts.filter((draft) => draft.action === action).flatMap(({ wanted }) => kindOfCrd(wanted ?? {}));
  return {
    ...landing,
    madeKinds: new Set([...landing.madeKinds, ...of("create")]),
    changedKinds: new Set([...landing.changedKinds, ...of("update")]),
  };
};

const kindOfCrd = (crd: JsonObject): readonly string[] => [
  `${textOrEmpty(crd, ["spec", "group"])}/${textOrEmpty(crd, ["spec", "names", "kind"])}`,
];

const onlyIn = (release: ReleaseObjects | null, others: readonly (ReleaseObjects | null)[]): readonly ResourceRef[] => {
  const known = new Set(refsOfRelease(...others).map(objectKey));
  return refsOfRelease(release).filter((ref) => !known.has(objectKey(ref)));
};
