import { nameOf } from "../core/finding.ts";
import { trimEnd } from "../core/trim-end.ts";
import type { Manifest } from "../kubernetes/manifest.ts";
import { allManifests } from "../render/render.ts";
import { imagesIn } from "../world/workloads.ts";
import type { Check } from "./check.ts";

export const imageRegistryForeign: Check = {
  id: "image-registry-foreign",
  title: "An image comes from a registry that is not allowed.",
  severity: "error",
  decidedBy: "own",
  reads: ["render"],
  options: {
    registries: {
      type: "list",
      description:
        "Registries, with or without a path, that images may come from; without any this check finds nothing",
      default: [],
    },
  },
  *find({ render }, options) {
    const allowed = options.list("registries").map((one) => trimEnd(one, "/"));
    if (allowed.length === 0) return;
    const manifests: readonly Manifest[] = [...allManifests(render), ...render.chart.hooks];
    for (const { ref, body, locate } of manifests)
      for (const image of imagesIn(body)) {
        const full = withRegistry(image);
        if (!allowed.some((one) => full === one || full.startsWith(`${one}/`)))
          yield {
            message: `${nameOf(ref)}: the image ${image} comes from ${full.split("/")[0]}, which is none of ${allowed.join(", ")}`,
            resource: ref,
            at: locate(["spec"]),
          };
      }
  },
};

/**
 * https://github.com/distribution/reference/blob/main/normalize.go: what has neither dot nor colon before its
 * first slash is Docker Hub's.
 */
const withRegistry = (image: string): string => {
  const first = image.split("/")[0] ?? "";
  if (image.includes("/") && (/[.:]/.test(first) || first === "localhost")) return image;
  return image.includes("/") ? `docker.io/${image}` : `docker.io/library/${image}`;
};
