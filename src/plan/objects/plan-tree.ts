import type { Manifest } from "../../kubernetes/manifest.ts";
import type { Cluster } from "../../outside/cluster.ts";
import { fieldManager, isUnchanged } from "./compare.ts";
import { type Landing, landed } from "./landing.ts";
import type { LiveObjects } from "./live-objects.ts";
import { holdsJust, isThere } from "./settled.ts";
import { type Tried, tryObjects, type WantedObject } from "./try-objects.ts";

/** An object of base or of the overlays. */
export interface TreeManifest extends Manifest {
  readonly layer: "base" | "overlay";
}

/** Objects of base and overlays, as they land. */
export const wantedOfTree = (
  manifests: readonly TreeManifest[],
  landing: Landing,
  isAllowed: (ref: Manifest["ref"]) => boolean,
): readonly WantedObject[] =>
  manifests.map((manifest) => {
    const ref = landed(manifest.ref, landing);
    return { layer: manifest.layer, ref, body: manifest.body, text: manifest.text, manifest, force: isAllowed(ref) };
  });

/** What would become of them by our own server-side apply. What another manager holds is refused, and told. */
export const planTree = (
  wanted: readonly WantedObject[],
  around: { readonly landing: Landing; readonly live: LiveObjects; readonly cluster: Cluster },
): Promise<Tried> =>
  tryObjects(
    wanted,
    {
      manager: fieldManager,
      takesOver: false,
      isSettled: (live, { body }) =>
        isThere(live, body) && holdsJust(live, body, { name: fieldManager, operation: "Apply" }),
      isSame: isUnchanged,
    },
    around,
  );
