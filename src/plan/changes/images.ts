import { listOf, objectsAt, textAt } from "../../kubernetes/json-fields.ts";
import type { JsonObject, Path } from "../../kubernetes/manifest.ts";
import { templatePath } from "../../kubernetes/pod-template.ts";
import { refOf } from "../../kubernetes/resource-ref.ts";
import type { ObjectDraft } from "../draft.ts";
import type { Plan } from "../plan.ts";
import { operatedKind } from "./operated.ts";

/**
 * The images that would run instead of others, container by container, as the references are written (with the digest
 * where they have one): null where a container comes or goes.
 */
export const imagesOf = (drafts: readonly ObjectDraft[]): Plan["images"] =>
  drafts.flatMap(({ ref, action, live, after, wanted }) => {
    if (action === "unchanged") return [];
    const [before, now] = [imagesIn(live), imagesIn(action === "delete" ? null : (after ?? wanted))];
    const changed = [...new Set([...now.keys(), ...before.keys()])]
      .map((place) => ({ from: before.get(place) ?? null, to: now.get(place) ?? null, in: ref }))
      .filter(({ from, to }) => from !== to);
    return [...new Map(changed.map((one) => [`${one.from}\n${one.to}`, one])).values()];
  });

/** By what names the container in its object. */
const imagesIn = (body: JsonObject | null): ReadonlyMap<string, string> => {
  if (body === null) return new Map();
  const ref = refOf(body);
  const template = templatePath(ref.kind);
  const spec: Path | null = template !== null ? [...template, "spec"] : operatedKind(ref) !== null ? ["spec"] : null;
  if (spec === null) return new Map();
  const containers = ["containers", "initContainers"].flatMap((list) =>
    objectsAt(body, [...spec, list]).flatMap((container) => [
      [`${list}/${textAt(container, ["name"])}`, textAt(container, ["image"])] as const,
      ...imageFlags(container).map(({ flag, image }) => [`${list}/${flag}`, image] as const),
    ]),
  );
  const own = template === null ? [["", textAt(body, ["spec", "image"])] as const, sidecar(body)] : [];
  return new Map(
    [...own, ...containers].flatMap(([place, image]) => (image === null ? [] : [[place, image] as const])),
  );
};

const sidecar = (body: JsonObject): readonly [string, string | null] => [
  "thanos",
  textAt(body, ["spec", "thanos", "image"]),
];

/** An argument by which prometheus-operator is told an image. */
export interface ImageFlag {
  /** E.g. `--prometheus-config-reloader`. */
  readonly flag: string;
  readonly image: string;
}

/**
 * What prometheus-operator is told to put into the pods that it makes:
 * https://prometheus-operator.dev/docs/platform/operator/#operator-cli-flags
 */
export const imageFlags = (container: JsonObject): readonly ImageFlag[] =>
  listOf(container["args"]).flatMap((argument) => {
    const match = /^(--(?:prometheus-config-reloader|[a-z-]{1,60}-base-image))=(\S{1,500})$/.exec(String(argument));
    return match === null ? [] : [{ flag: match[1] ?? "", image: match[2] ?? "" }];
  });
