import { listOf, objectAt, objectsAt, textAt } from "../../kubernetes/json-fields.ts";
import { toPointer } from "../../kubernetes/json-pointer.ts";
import { isObject, type Json, type JsonObject, valueAt } from "../../kubernetes/manifest.ts";
import { templatePath } from "../../kubernetes/pod-template.ts";
import { refOf } from "../../kubernetes/resource-ref.ts";
import type { ObjectDraft } from "../draft.ts";
import { imageFlags } from "./images.ts";
import { type OperatedKind, operatedKind } from "./operated.ts";

/** A flag of prometheus-operator whose value changes. */
export interface ChangedFlag {
  readonly flag: string;
  /** JSON pointer of the argument in the operator's workload: in the later one, of a flag that goes in the earlier. */
  readonly pointer: string;
}

/** Those of the workloads that are updated. What no server judged is not told, as with restarts. */
export const changedFlags = (drafts: readonly ObjectDraft[]): readonly ChangedFlag[] =>
  drafts.flatMap(({ action, live, after }) => {
    if (action !== "update" || live === null || after === null) return [];
    const [before, now] = [flagsIn(live), flagsIn(after)];
    return [...new Map([...before, ...now])]
      .filter(([place]) => before.get(place)?.value !== now.get(place)?.value)
      .map(([, { flag, pointer }]) => ({ flag, pointer }));
  });

/** By the container and the flag; the operator's container is known by the images that it is told. */
const flagsIn = (body: JsonObject): ReadonlyMap<string, ChangedFlag & { readonly value: string }> => {
  const template = templatePath(refOf(body).kind);
  if (template === null) return new Map();
  return new Map(
    ["containers", "initContainers"].flatMap((list) =>
      objectsAt(body, [...template, "spec", list]).flatMap((container, at) =>
        imageFlags(container).length === 0
          ? []
          : listOf(container["args"]).map((argument, index) => {
              const [flag = "", ...value] = String(argument).split("=");
              const pointer = toPointer([...template, "spec", list, at, "args", index]);
              return [
                `${list}/${textAt(container, ["name"])}/${flag}`,
                { flag, value: value.join("="), pointer },
              ] as const;
            }),
      ),
    ),
  );
};

/**
 * Pointers of the arguments that the operator writes into the pods of an object that stays; none of one that is paused.
 * Those of the reloader go into all pods. An image for the main container counts where the object names none itself,
 * neither whole nor without its tag: `BuildImagePath`, `CreateConfigReloader` and their callers in
 * https://github.com/prometheus-operator/prometheus-operator/tree/main/pkg
 */
export const flagsFor = (
  { ref, action, live, after, wanted }: ObjectDraft,
  flags: readonly ChangedFlag[],
): readonly string[] => {
  const kind = operatedKind(ref);
  const body = after ?? wanted ?? live;
  if (flags.length === 0 || kind === null || live === null || body === null || action === "delete") return [];
  if (valueAt(body, ["spec", "paused"]) === true) return [];
  const taken = [
    ...reloaderFlags,
    ...(namesImage(objectAt(body, ["spec"])) ? [] : [defaultImages[kind]]),
    ...(kind === "Prometheus" && takesThanos(valueAt(body, ["spec", "thanos"])) ? ["--thanos-default-base-image"] : []),
    ...(kind === "Alertmanager" ? ["--cluster-domain"] : []),
  ];
  return flags.filter(({ flag }) => taken.includes(flag)).map(({ pointer }) => pointer);
};

/** `--localhost` is the host at which the reloader asks for a reload. */
const reloaderFlags: readonly string[] = [
  ...["--prometheus-config-reloader", "--enable-config-reloader-probes", "--localhost"],
  ...["--config-reloader-cpu-request", "--config-reloader-cpu-limit"],
  ...["--config-reloader-memory-request", "--config-reloader-memory-limit"],
];

/** Where the operator takes the main container's image from. */
const defaultImages: Readonly<Record<OperatedKind, string>> = {
  Prometheus: "--prometheus-default-base-image",
  PrometheusAgent: "--prometheus-default-base-image",
  Alertmanager: "--alertmanager-default-base-image",
  ThanosRuler: "--thanos-default-base-image",
};

const namesImage = (spec: JsonObject): boolean =>
  textAt(spec, ["image"]) !== null || textAt(spec, ["baseImage"]) !== null;

/** Prometheus has a sidecar of Thanos where this is there at all. */
const takesThanos = (thanos: Json | undefined): boolean => isObject(thanos) && !namesImage(thanos);
