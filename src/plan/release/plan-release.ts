import type { ResourceRef } from "../../core/finding.ts";
import { isObject, type JsonObject, type Manifest, valueAt } from "../../kubernetes/manifest.ts";
import { objectKey, refKey, refOf, uniqueRefs } from "../../kubernetes/resource-ref.ts";
import type { Cluster } from "../../outside/cluster.ts";
import type { Scratch } from "../../outside/outside.ts";
import { splitHelmOutput } from "../../render/chart/split-helm-output.ts";
import { readObjects } from "../../render/read-objects.ts";
import type { ReleaseName } from "../../stack/release-name.ts";
import type { ObjectDraft } from "../draft.ts";
import { isSameEssence } from "../objects/compare.ts";
import { type Landing, landed } from "../objects/landing.ts";
import type { LiveObjects } from "../objects/live-objects.ts";
import { holdsJust, isThere } from "../objects/settled.ts";
import { type Tried, tryObjects, type WantedObject } from "../objects/try-objects.ts";
import { type ClientSide, clientSide } from "./client-side.ts";
import { type ReleaseContent, withHelmMarks } from "./helm-release.ts";
import { helmManager } from "./patch-command.ts";

/** What a release holds: objects as they land, and hooks. */
export interface ReleaseObjects {
  readonly objects: readonly { readonly ref: ResourceRef; readonly body: JsonObject }[];
  readonly hooks: readonly { readonly ref: ResourceRef; readonly body: JsonObject }[];
}

/** Reads what helm prints. Throws UnreadableYaml. */
export const releaseObjects = (content: ReleaseContent, release: ReleaseName, landing: Landing): ReleaseObjects => ({
  objects: bodiesIn(content.manifest).map((body) => ({ ref: landed(refOf(body), landing, release.namespace), body })),
  hooks: bodiesIn(content.hooks).map((body) => ({ ref: landed(refOf(body), landing, release.namespace), body })),
});

/** The same of what was rendered without the cluster, where it could not be rendered with it. */
export const renderedObjects = (
  { manifests, hooks }: { readonly manifests: readonly Manifest[]; readonly hooks: readonly Manifest[] },
  release: ReleaseName,
  landing: Landing,
): ReleaseObjects => ({
  objects: manifests.map(({ ref, body }) => ({ ref: landed(ref, landing, release.namespace), body })),
  hooks: hooks.map(({ ref, body }) => ({ ref: landed(ref, landing, release.namespace), body })),
});

const bodiesIn = (output: string): readonly JsonObject[] =>
  splitHelmOutput(output).flatMap(({ source, text }) => readObjects(text, source).map(({ body }) => body));

interface PlanReleaseAround {
  readonly release: ReleaseName;
  readonly landing: Landing;
  readonly live: LiveObjects;
  readonly cluster: Cluster;
  readonly scratch: Pick<Scratch, "write">;
  /** Whether helm applies server-side, as `BaseContent` of the last revision says. */
  readonly serverSide: boolean;
  /** Whether the input `allow-owned` names the object. */
  readonly isAllowed: (ref: ResourceRef) => boolean;
}

/**
 * What would become of the release's objects, those among them that helm would delete. helm 4 applies server-side what
 * it installed itself; all else is patched client-side.
 */
export const planRelease = async (
  next: ReleaseObjects,
  last: ReleaseObjects | null,
  around: PlanReleaseAround,
): Promise<Tried> => {
  const { release, live, serverSide } = around;
  // As helm pairs them (`isMatchingInfo` in its pkg/kube/resource.go): another version is the same object.
  const lastBodies = new Map((last?.objects ?? []).map(({ ref, body }) => [objectKey(ref), body]));
  const wanted = next.objects.map(({ ref, body }): WantedObject => {
    const marked = withHelmMarks(body, ref, release);
    const force = around.isAllowed(ref);
    return { layer: "release", ref, body: marked, text: JSON.stringify(marked), manifest: null, force };
  });
  const patchOf = (there: JsonObject, { ref, body }: WantedObject): ClientSide => {
    const before = lastBodies.get(objectKey(ref));
    return clientSide(ref, there, before && withHelmMarks(before, ref, release), body);
  };
  const tried = await tryObjects(
    wanted,
    {
      manager: helmManager,
      takesOver: !serverSide,
      isSettled: (there, one) =>
        serverSide
          ? isThere(there, one.body) && holdsJust(there, one.body, { name: helmManager, operation: "Apply" })
          : Object.keys(patchOf(there, one).patch).length === 0,
      isSame: isSameEssence,
      ...(serverSide ? {} : { patchOf, scratch: around.scratch }),
    },
    around,
  );
  const bodies = new Map(wanted.map((one) => [refKey(one.ref), one]));
  const drafts = tried.drafts.map((draft) => {
    const one = bodies.get(refKey(draft.ref));
    if (serverSide || draft.action !== "update" || draft.live === null || one === undefined) return draft;
    const { mend } = patchOf(draft.live, one);
    return Object.keys(mend).length === 0 ? draft : { ...draft, mend };
  });
  return { ...tried, drafts: [...drafts, ...deletes(next, last, live)] };
};

/** helm removes what the last revision had and this one has not, unless the object says that it stays. */
const deletes = (next: ReleaseObjects, last: ReleaseObjects | null, live: LiveObjects): readonly ObjectDraft[] => {
  const kept = new Set(next.objects.map(({ ref }) => objectKey(ref)));
  return (last?.objects ?? []).flatMap(({ ref }): readonly ObjectDraft[] => {
    const there = live(ref);
    if (there === undefined || kept.has(objectKey(ref)) || isKept(there)) return [];
    const base = { layer: "release", ref, action: "delete", unverified: null, live: there } as const;
    return [{ ...base, wanted: null, after: null, takesOver: false, manifest: null }];
  });
};

/** https://helm.sh/docs/howto/charts_tips_and_tricks/#tell-helm-not-to-uninstall-a-resource */
const isKept = (body: JsonObject): boolean => {
  const annotations = valueAt(body, ["metadata", "annotations"]);
  return isObject(annotations) && annotations["helm.sh/resource-policy"] === "keep";
};

/** Everything that has to be read of the cluster for a release. */
export const refsOfRelease = (...releases: readonly (ReleaseObjects | null)[]): readonly ResourceRef[] =>
  uniqueRefs(releases.flatMap((release) => release?.objects.map(({ ref }) => ref) ?? []));
