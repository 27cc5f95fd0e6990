import { topOf } from "../stack/places.ts";
import type { Check } from "./check.ts";
import { applicableIn } from "./own/applicable.ts";

export const overlayWithoutKustomization: Check = {
  id: "overlay-without-kustomization",
  title: "An overlay or the base holds manifests but no kustomization, so nothing of it is applied.",
  severity: "error",
  decidedBy: "own",
  reads: ["stack"],
  *find({ stack }) {
    for (const { folder } of stack.foldersWithoutKustomization) {
      const first = stack.files.find((one) => one.file.startsWith(`${folder}/`) && applicableIn(one) !== undefined);
      if (first === undefined) continue;
      yield {
        message: `${folder} holds manifests but no kustomization.yaml: kubectl apply -k refuses it, and no other kustomization includes it`,
        at: topOf(first.file),
        fix: { description: `Add ${folder}/kustomization.yaml that lists its manifests under resources`, edits: [] },
      };
    }
  },
};
