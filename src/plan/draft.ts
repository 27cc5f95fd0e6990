import type { ResourceRef } from "../core/finding.ts";
import type { JsonObject, Manifest } from "../kubernetes/manifest.ts";
import type { PlanAction, PlanLayer } from "./plan.ts";

/** One object as it is and as it would be. It holds secrets: it never leaves the run. */
export interface ObjectDraft {
  readonly layer: PlanLayer;
  /** With the namespace that it lands in. */
  readonly ref: ResourceRef;
  readonly action: PlanAction;
  /** Why no server-side dry run could be had; null where there was one, or none was needed. */
  readonly unverified: string | null;
  /** What lies in the cluster, with managedFields; null where nothing does. */
  readonly live: JsonObject | null;
  /** What is asked for: as rendered, of the release with the marks that helm adds; null for a delete. */
  readonly wanted: JsonObject | null;
  /** What it would become by the server's answer; null for a delete, and where there was no dry run. */
  readonly after: JsonObject | null;
  /**
   * Whether fields that others hold are taken over: as the input `allow-owned` says of this object, and of the release
   * where only a rollback of ours that was cut off holds them.
   */
  readonly takesOver: boolean;
  /** What is applied; null for the release's objects, which helm applies, and for a delete. */
  readonly manifest: Manifest | null;
  /**
   * A JSON merge patch that is sent before helm runs: what somebody changed in one of the release's objects and helm
   * would leave so, see src/plan/release/client-side.ts. Only where there is something.
   */
  readonly mend?: JsonObject;
}
