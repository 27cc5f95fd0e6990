import type { ResourceRef } from "../core/finding.ts";
import type { ObjectDraft } from "./draft.ts";
import type { Plan } from "./plan.ts";
import type { Revision } from "./release/helm-release.ts";
import type { Upgrade } from "./release/upgrade-arguments.ts";

/** A plan, and what it takes to carry it out: with secrets, so that it never leaves the run that made it. */
export interface Planned {
  readonly plan: Plan;
  readonly drafts: readonly ObjectDraft[];
  /** What helm is asked for; null where the release stays as it is. */
  readonly upgrade: Upgrade | null;
  /** The revision that was there. */
  readonly revision: Revision | null;
  /**
   * Which turn of the lock the deploy would be: where it is another one later, somebody deployed in between. Null where
   * somebody had the lock while this was planned.
   */
  readonly turn: number | null;
  /** What of the last deploy's objects stays. */
  readonly stale: readonly ResourceRef[];
}

/** Whether anything would be written at all. */
export const changesAnything = ({ release, objects }: Pick<Plan, "release" | "objects">): boolean =>
  release.action !== "none" || objects.some(({ action }) => action !== "unchanged");
