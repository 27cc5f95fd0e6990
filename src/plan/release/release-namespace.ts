import type { ReleaseName } from "../../stack/release-name.ts";
import type { ObjectDraft } from "../draft.ts";
import { namespaceRef } from "../objects/landing.ts";
import type { LiveObjects } from "../objects/live-objects.ts";
import type { Upgrade } from "./upgrade-arguments.ts";

/**
 * Whether helm has to make the release's namespace: where nothing else does. One that is there, or that base brings, is
 * not written again by helm, which would take a permission on all namespaces and is in no plan.
 */
export const helmMakesNamespace = (
  { createNamespace }: Upgrade["stack"]["release"],
  { namespace }: ReleaseName,
  live: LiveObjects,
  drafts: readonly ObjectDraft[],
): boolean =>
  createNamespace &&
  live(namespaceRef(namespace)) === undefined &&
  !drafts.some(({ layer, ref }) => layer === "base" && ref.kind === "Namespace" && ref.name === namespace);

/** The stack as helm gets it. */
export const withNamespaceMade = (stack: Upgrade["stack"], createNamespace: boolean): Upgrade["stack"] => ({
  ...stack,
  release: { ...stack.release, createNamespace },
});
