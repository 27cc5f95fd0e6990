import { nameOf } from "../core/finding.ts";
import { workloadsIn } from "../world/workloads.ts";
import type { Check } from "./check.ts";

export const imageTagFloating: Check = {
  id: "image-tag-floating",
  title: "An image has no tag, or one that moves: nobody knows what runs.",
  severity: "warning",
  decidedBy: "own",
  reads: ["resolution"],
  *find({ resolution }) {
    for (const workload of [...workloadsIn(resolution.world).values()].flat())
      for (const { name, image } of workload.containers) {
        const { object } = workload;
        if (object.manifest === null || !isFloating(image)) continue;
        const at = object.locate(["spec"]);
        yield {
          message: `${nameOf(object.ref)}: the image ${image || "without a name"} of the container ${name} has no fixed version: what runs changes with the next pull, and differs from node to node`,
          resource: object.ref,
          ...(at === null ? {} : { at }),
        };
      }
  },
};

/** A digest is always fixed; of tags, those by which publishers mean "the newest". */
const isFloating = (image: string): boolean => {
  // A text with spaces is no image: somebody fills it in.
  if (image.includes("@sha256:") || /\s/.test(image)) return false;
  const tag = /:([^:/@]+)$/.exec(image)?.[1];
  return tag === undefined || ["latest", "main", "master", "edge", "nightly", "stable", "dev"].includes(tag);
};
