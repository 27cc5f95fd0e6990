import type { ResourceRef } from "../../core/finding.ts";
import { refKey } from "../../kubernetes/resource-ref.ts";
import type { ReleaseName } from "../../stack/release-name.ts";
import type { ObjectDraft } from "../draft.ts";
import type { Owned } from "../obstacles/decisions.ts";
import type { Upgrade } from "../release/upgrade-arguments.ts";
import { foreignOwner } from "./owners.ts";

/** Who else holds objects that would change. */
export interface Owners {
  /** By `refKey`. */
  readonly owners: ReadonlyMap<string, string>;
  /** Those that the input `allow-owned` does not name. */
  readonly refused: readonly Owned[];
  /** What helm is told to take over: only where it is all of it allowed. */
  take(helmMajor: 3 | 4): Upgrade["take"];
}

/** Why helm would not touch an object, in the owner's place. */
const nobodys = "it is there, and of no helm release: helm refuses to take it over";

/** Objects of the release that are there and are no release's: helm refuses to touch them. */
const isUnmarked = ({ layer, live }: ObjectDraft): boolean =>
  layer === "release" &&
  live !== null &&
  !JSON.stringify(live["metadata"] ?? {}).includes('"meta.helm.sh/release-name"');

/** Looks for owners of what would be written or deleted; what stays as it is may be anybody's. */
export const ownersOf = (
  drafts: readonly ObjectDraft[],
  release: ReleaseName,
  isAllowed: (ref: ResourceRef) => boolean,
): Owners => {
  const found = drafts.flatMap((draft) => {
    const { live, layer } = draft;
    if (live === null || draft.action === "unchanged") return [];
    const ours = { release: release.name, namespace: release.namespace, layer };
    const owner = foreignOwner(live, ours) ?? (isUnmarked(draft) ? nobodys : null);
    return owner === null ? [] : [{ draft, owner }];
  });
  const refused = found
    .filter(({ draft }) => !isAllowed(draft.ref))
    .map(({ draft: { ref }, owner }) => ({ ref, owner }));
  const ofRelease = found.some(({ draft }) => draft.layer === "release");
  const forced = drafts.some(({ layer, action, takesOver }) => layer === "release" && action === "update" && takesOver);
  return {
    owners: new Map(found.map(({ draft, owner }) => [refKey(draft.ref), owner])),
    refused,
    take: (helmMajor) => ({ fields: helmMajor === 4 && forced, objects: ofRelease && refused.length === 0 }),
  };
};
