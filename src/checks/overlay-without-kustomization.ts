import { topOf } from "./absence.ts";
import type { Check } from "./check.ts";

export const overlayWithoutKustomization: Check = {
  id: "overlay-without-kustomization",
  title: "A folder under overlays/ holds manifests but no kustomization, so nothing of it is applied.",
  severity: "error",
  decidedBy: "own",
  reads: ["stack"],
  *find({ stack }) {
    for (const { folder, firstFile } of stack.foldersWithoutKustomization)
      yield {
        message: `${folder} holds manifests but no kustomization.yaml: kubectl apply -k refuses it, and no other kustomization includes it`,
        at: topOf(firstFile),
        fix: { description: `Add ${folder}/kustomization.yaml that lists its manifests under resources`, edits: [] },
      };
  },
};
