import type { Location } from "../../core/finding.ts";
import { valueAt } from "../../kubernetes/manifest.ts";
import type { Render } from "../../render/render.ts";
import { installAt, topOf } from "../../stack/places.ts";
import type { Stack } from "../../stack/stack.ts";

/**
 * Where the stack would hold what it lacks: the list of resources (or generators) of the kustomization in the overlay
 * folder of that name, else of the first overlay, else of the base, else install.sh's helm line.
 */
export const absenceAt = (stack: Stack, overlay: string): Location => {
  const others = stack.kustomizations.filter(({ layer }) => layer === "overlay");
  const candidates = [...stack.overlays, ...others];
  const named = candidates.find(({ folder }) => folder.split("/").at(-1) === overlay);
  const kustomization = named ?? candidates[0] ?? stack.base;
  if (kustomization === null) return installAt(stack);
  const document = kustomization.yaml.documents[0];
  const key = lists.find((name) => valueAt(document?.value, [name]) !== undefined);
  return key === undefined ? topOf(kustomization.file) : (document?.locateKey([key]) ?? topOf(kustomization.file));
};

const lists = ["resources", "configMapGenerator", "secretGenerator", "components"];

/** Why nothing can be called absent: what did not build may hold it. Null where all was rendered. */
export const notAllRendered = ({ render }: { readonly render: Render }): string | null => {
  const failed = render.roots.filter(({ error }) => error !== null).map(({ root }) => root);
  if (render.chart.error !== null) failed.unshift("the chart");
  return failed.length === 0 ? null : `${failed.join(", ")} did not render: what seems absent may be there`;
};
