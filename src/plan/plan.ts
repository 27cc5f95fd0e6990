import type { FailureReason } from "../core/errors.ts";
import type { ResourceRef } from "../core/finding.ts";

/** The part of a deploy that an object belongs to, in the order in which they are carried out. */
export const planLayers = ["crds", "base", "release", "overlay", "prune"] as const;
export type PlanLayer = (typeof planLayers)[number];

export const planActions = ["create", "update", "delete", "unchanged"] as const;
export type PlanAction = (typeof planActions)[number];

/** Why a difference says nothing of what the people changed. */
export const noiseKinds = ["checksum", "unstable", "chart-label", "managed-fields"] as const;
export type NoiseKind = (typeof noiseKinds)[number];

/** A field that would change. */
export interface FieldChange {
  /** JSON pointer (RFC 6901) into the object. */
  readonly pointer: string;
  /** JSON of the value, secrets hidden; null where there is none, where it may not be shown, and on a list of names. */
  readonly before: string | null;
  readonly after: string | null;
  /** Digest of both values, as `digest.ts` makes it; null where the value is secret and there is no `plan-key`. */
  readonly digest: string | null;
  /** Null: the people's own change. */
  readonly noise: NoiseKind | null;
}

/** What would happen to one object. */
export interface PlannedObject {
  readonly layer: PlanLayer;
  /** With the namespace that it lands in. */
  readonly ref: ResourceRef;
  readonly action: PlanAction;
  /** Why no server-side dry run could be had, e.g. its namespace is not there yet; null where there was one. */
  readonly unverified: string | null;
  /** What lies in the cluster now; null where nothing does. */
  readonly live: {
    readonly uid: string;
    readonly generation: number;
    /** Of those fields that the stack sets, without status; null where secret and there is no `plan-key`. */
    readonly digest: string | null;
  } | null;
  /** Digest of what is asked for, without what differs with every render; null as above, and for a delete. */
  readonly wanted: string | null;
  readonly changes: readonly FieldChange[];
  /** Who else holds the object, e.g. `Argo CD application monitoring`; null where nobody does. */
  readonly owner: string | null;
}

/** Data or a capability that would be gone. */
export interface Loss {
  readonly ref: ResourceRef;
  /** A clause, e.g. `retention shrinks from 30d to 10d`. */
  readonly what: string;
  /** Whether the input `allow-data-loss` names the object. */
  readonly allowed: boolean;
}

/** Why a deploy of this plan would be refused, before any write. */
export interface Obstacle {
  readonly reason: FailureReason;
  readonly message: string;
  readonly hint: string;
}

/** A route of Alertmanager that a delivery drill would post an alert for. */
export interface PlannedDrillRoute {
  /** E.g. `Alertmanager monitoring/prometheus-stack-kube-prom-alertmanager`. */
  readonly alertmanager: string;
  /** Its matchers from the first route on, e.g. `{}/{severity="critical"}`. */
  readonly route: string;
  readonly receiver: string;
  /** Kinds of the receiver's integrations; none where it notifies nobody, and then nothing is posted. */
  readonly integrations: readonly string[];
  /** Alerts that take the route, or may take it. */
  readonly alerts: readonly string[];
}

/** Who would be told by the delivery drill, as the files have it. */
export interface PlannedDrill {
  readonly routes: readonly PlannedDrillRoute[];
  /** Clauses: why further routes may be there that no file tells of. */
  readonly unseen: readonly string[];
}

/** Who planned: what the runner says of it; null where it says nothing, e.g. on a terminal. */
export interface PlanSource {
  readonly repository: string | null;
  readonly ref: string | null;
  readonly sha: string | null;
  readonly event: string | null;
  readonly runId: string | null;
  readonly runAttempt: string | null;
  readonly workflow: string | null;
}

/** What the helm release would become. */
export interface PlannedRelease {
  readonly name: string;
  readonly namespace: string;
  /** `none`: nothing of it changes, and helm is not run. */
  readonly action: "install" | "upgrade" | "none";
  /** Of the revision in the cluster; null where there is none. */
  readonly from: { readonly revision: number; readonly status: string; readonly chart: string } | null;
  /** `name-version` of the chart to be. */
  readonly chart: string;
  /** Hooks that would run. */
  readonly hooks: readonly ResourceRef[];
  /** Digest of what these are, without what differs with every render; null where none run. */
  readonly hooksDigest: string | null;
  /** Digest of the values, keyed; null without `plan-key`. */
  readonly values: string | null;
  /** Predicted bytes of the Secret that helm keeps the release in, of 1,048,576; null where not known. */
  readonly storedBytes: number | null;
  /** What is done to a release that an ended run left pending; null where nothing has to be. */
  readonly recovery: string | null;
}

/**
 * Everything that a deploy would do, decided before the first write. What `plan.json` holds: no secret is in it, and
 * nobody but the run that made it has more.
 */
export interface Plan {
  readonly planVersion: 1;
  readonly source: PlanSource;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly target: {
    /** The input `target`. */
    readonly name: string | null;
    readonly server: string;
    /** uid of the namespace kube-system; empty where it may not be read. */
    readonly clusterUid: string;
    readonly kubernetesVersion: string;
  };
  /** Every input that bears on the result and is no secret, by name, as the step or the configuration gives it. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly digests: {
    /** SHA-256 of the configuration file that counts; null where there is none. */
    readonly config: string | null;
    /** SHA-256 of the chart, as the report names it. */
    readonly chart: string;
  };
  /** Versions of helm and kubectl. */
  readonly tools: Readonly<Record<string, string>>;
  readonly release: PlannedRelease;
  /** By layer, in the order in which they are carried out. */
  readonly objects: readonly PlannedObject[];
  readonly images: readonly { readonly from: string | null; readonly to: string | null; readonly in: ResourceRef }[];
  /**
   * Workloads whose pods would be replaced, and by which fields of the pod template (JSON pointers); of the operator's
   * resources also by which arguments of the operator, in its workload.
   */
  readonly restarts: readonly { readonly ref: ResourceRef; readonly because: readonly string[] }[];
  readonly losses: readonly Loss[];
  /** Objects of an earlier deploy that the tree has no more, and that stay because `prune` is off. */
  readonly stale: readonly ResourceRef[];
  readonly obstacles: readonly Obstacle[];
  /** Null: no drill is asked for. */
  readonly drill: PlannedDrill | null;
  /** Sentences that whoever approves should read. */
  readonly notes: readonly string[];
}
