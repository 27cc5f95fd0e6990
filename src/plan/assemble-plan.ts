import type { ResourceRef } from "../core/finding.ts";
import { refKey } from "../kubernetes/resource-ref.ts";
import { withoutPointers } from "../kubernetes/without-pointers.ts";
import { hideTexts } from "../secrets/hide-texts.ts";
import type { ReleaseName } from "../stack/release-name.ts";
import { imagesOf } from "./changes/images.ts";
import { restartsOf } from "./changes/restarts.ts";
import type { ObjectDraft } from "./draft.ts";
import { withoutClusterKeys } from "./hidden/cluster-only.ts";
import { type Digester, digester } from "./hidden/digest.ts";
import { present } from "./hidden/present.ts";
import { secretsOfBodies } from "./hidden/redact.ts";
import type { Loss, Obstacle, Plan, PlannedObject, PlannedRelease } from "./plan.ts";
import type { PlanRequest } from "./plan-request.ts";
import { chartName, type UnstableFields } from "./release/decide-release.ts";
import { upgradeHooks } from "./release/upgrade-hooks.ts";
import { planSource } from "./source.ts";
import type { Survey } from "./survey.ts";

/** What was decided of a plan. */
export interface Decided {
  readonly drafts: readonly ObjectDraft[];
  readonly action: PlannedRelease["action"];
  readonly unstable: UnstableFields;
  /** By `refKey`. */
  readonly owners: ReadonlyMap<string, string>;
  readonly losses: readonly Loss[];
  readonly obstacles: readonly Obstacle[];
  readonly stale: readonly ResourceRef[];
  readonly recovery: string | null;
  /** As `storedBytes` of helm's answer. */
  readonly releaseBytes: number | null;
  readonly notes: readonly string[];
}

/** The plan as a value: digests in the place of values, and no secret in a text. */
export const assemblePlan = (request: PlanRequest, release: ReleaseName, seen: Survey, decided: Decided): Plan => {
  const { inputs, cluster, helm, render, outside } = request;
  const { drafts, action } = decided;
  const bodies = drafts.flatMap(({ live, after, wanted }) => [live, after, wanted]).filter((body) => body !== null);
  const hide = request.hiderWith([...secretsOfBodies(bodies), ...seen.clusterOnly.texts]);
  const digests = digester({ key: inputs.planKey, hide });
  const now = Date.now();
  const writes = action === "none" ? drafts.filter(({ layer }) => layer !== "release") : drafts;
  const { stack } = request;
  const values = [
    stack.valueFiles.map(({ text }) => text),
    stack.release.sets.map(setText),
    Object.values(stack.setFiles),
  ];
  const hooks = action === "none" ? [] : upgradeHooks(seen.next);
  const { places, keys } = seen.clusterOnly;
  const plan: Plan = {
    planVersion: 1,
    source: planSource(outside.env),
    createdAt: new Date(now).toISOString(),
    expiresAt: new Date(now + inputs.planExpiryMs).toISOString(),
    target: {
      name: inputs.target ?? null,
      server: cluster.server,
      clusterUid: cluster.uid,
      kubernetesVersion: cluster.version,
    },
    inputs: inputs.bearing,
    digests: { config: request.configDigest, chart: render.chart.chart.digest },
    tools: { helm: helm.version, kubectl: request.kubectlVersion },
    release: {
      ...release,
      action,
      from: revisionOf(seen),
      chart: chartName(render.chart.chart),
      hooks: hooks.map(({ ref }) => ref),
      hooksDigest: hooksDigest(hooks, decided.unstable, digests),
      values: digests.ofSecret(values, "values"),
      storedBytes: decided.releaseBytes,
      recovery: decided.recovery,
    },
    objects: drafts.map((draft): PlannedObject => {
      const key = refKey(draft.ref);
      const unstable = decided.unstable.get(key) ?? [];
      const [clusterOnly, clusterKeys] = [places.get(key) ?? [], keys.get(key) ?? []];
      const owner = decided.owners.get(key) ?? null;
      return present(draft, { hide, digests, unstable, clusterOnly, clusterKeys, owner });
    }),
    images: imagesOf(writes),
    restarts: restartsOf(writes, drafts).map(({ ref, because }) => ({
      ref,
      because: because.map((pointer) => withoutClusterKeys(pointer, keys.get(refKey(ref)) ?? [])),
    })),
    losses: decided.losses,
    stale: decided.stale,
    obstacles: decided.obstacles,
    drill: request.drill,
    notes: decided.notes,
  };
  return hideTexts(plan, hide) as Plan;
};

const revisionOf = ({ revision }: Survey): PlannedRelease["from"] =>
  revision === null ? null : { revision: revision.revision, status: revision.status, chart: revision.chart };

const setText = (set: PlanRequest["stack"]["release"]["sets"][number]): readonly string[] =>
  set.flag === "--set-file" ? [set.flag, set.key, set.file] : [set.flag, set.value];

/** A hook is run as it is, whatever becomes of the objects. Without a key nothing is told of what Secrets hold. */
const hooksDigest = (
  hooks: Survey["next"]["hooks"],
  unstable: UnstableFields,
  { of, ofSecret }: Digester,
): string | null => {
  if (hooks.length === 0) return null;
  const bodies = (secret: boolean) =>
    hooks
      .filter(({ ref }) => (ref.kind === "Secret") === secret)
      .map(({ ref, body }) => withoutPointers(body, unstable.get(refKey(ref)) ?? []));
  return of([bodies(false), ofSecret(bodies(true), "hooks")], "hooks");
};
