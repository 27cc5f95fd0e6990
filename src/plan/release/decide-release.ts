import { isAtOrBelow } from "../../kubernetes/json-pointer.ts";
import { refKey } from "../../kubernetes/resource-ref.ts";
import { sameJson } from "../../kubernetes/same-json.ts";
import { withoutPointers } from "../../kubernetes/without-pointers.ts";
import type { Chart } from "../../outside/chart.ts";
import { fieldDiff } from "../changes/field-diff.ts";
import { noiseOf } from "../changes/noise.ts";
import type { ObjectDraft } from "../draft.ts";
import type { PlannedRelease } from "../plan.ts";
import type { Revision } from "./helm-release.ts";
import type { ReleaseObjects } from "./plan-release.ts";

/** Pointers of an object whose value differs with every render; by `refKey`. */
export type UnstableFields = ReadonlyMap<string, readonly string[]>;

interface Question {
  readonly drafts: readonly ObjectDraft[];
  readonly revision: Revision | null;
  readonly last: ReleaseObjects | null;
  readonly next: ReleaseObjects;
  readonly chart: Pick<Chart, "name" | "version">;
  readonly unstable: UnstableFields;
}

/** `name-version`, as helm writes it. */
export const chartName = ({ name, version }: Pick<Chart, "name" | "version">): string => `${name}-${version}`;

/**
 * Whether helm has to be run, and the drafts as they are then. What differs with every render alone is no reason: of
 * the real chart Grafana's `checksum/secret` would bring a new revision and a restart with every deploy. Where there is
 * another reason, it changes all the same, and stays in the drafts.
 */
export const decideRelease = (
  question: Question,
): { readonly action: PlannedRelease["action"]; readonly drafts: readonly ObjectDraft[] } => {
  const { drafts, revision, last, next, chart, unstable } = question;
  const isNoise = (draft: ObjectDraft): boolean => isNoiseAlone(draft, unstable.get(refKey(draft.ref)) ?? []);
  if (revision === null || revision.status === "uninstalled") return { action: "install", drafts };
  const changes =
    revision.status !== "deployed" ||
    revision.chart !== chartName(chart) ||
    drafts.some((draft) => draft.action !== "unchanged" && !isNoise(draft)) ||
    !sameHooks(last, next, unstable);
  if (changes) return { action: "upgrade", drafts };
  return { action: "none", drafts: drafts.map((draft) => ({ ...draft, action: "unchanged" })) };
};

const isNoiseAlone = (draft: ObjectDraft, unstable: readonly string[]): boolean =>
  draft.action === "update" &&
  draft.live !== null &&
  draft.after !== null &&
  fieldDiff(draft.live, draft.after).every(({ pointer }) => {
    const noise = noiseOf(draft, pointer, unstable);
    // A checksum is noise as long as what it is of differs with every render, too.
    return noise === "managed-fields" || unstable.some((one) => isAtOrBelow(pointer, one));
  });

const sameHooks = (last: ReleaseObjects | null, next: ReleaseObjects, unstable: UnstableFields): boolean => {
  const before = new Map((last?.hooks ?? []).map((hook) => [refKey(hook.ref), hook.body]));
  return (
    before.size === new Map(next.hooks.map((hook) => [refKey(hook.ref), hook])).size &&
    next.hooks.every(({ ref, body }) => {
      const pointers = unstable.get(refKey(ref)) ?? [];
      const there = before.get(refKey(ref));
      return there !== undefined && sameJson(withoutPointers(there, pointers), withoutPointers(body, pointers));
    })
  );
};
