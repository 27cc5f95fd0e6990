import { objectsAt, textAt, textsAt } from "../kubernetes/json-fields.ts";
import type { Json, JsonObject } from "../kubernetes/manifest.ts";

/** An exporter as a container runs it. */
export interface ExporterProgram {
  /** Its release, `2.20.0`; null where the image's tag says none. */
  readonly version: string | null;
  /** Values of an argument in their order, of `--name=value`, `--name value` and of a bare `--name` (then ""). */
  values(name: string): readonly string[];
  /** Whether all arguments can be read: none is a variable's, no shell puts them together. */
  readonly plain: boolean;
}

/** Reads a container's image and arguments. */
export const programOf = (container: JsonObject): ExporterProgram => {
  const args = [...textsAt(container, ["command"]).slice(1), ...textsAt(container, ["args"])];
  const values = valuesIn(args);
  const shell = /(?:^|\/)(?:ba|da|a)?sh$/.test(textsAt(container, ["command"])[0] ?? "");
  return {
    version: /^v?(\d+\.\d+\.\d+)(?:[-+].*)?$/.exec(imageOf(container).tag)?.[1] ?? null,
    values: (name) => values.get(name) ?? [],
    plain: !shell && !args.some((arg) => arg.includes("$(") && !/listen-address|host|node|pod|namespace/.test(arg)),
  };
};

/** By the argument's name: of each metric that an exporter may have, several are asked for. */
const valuesIn = (args: readonly string[]): ReadonlyMap<string, readonly string[]> => {
  const values = new Map<string, string[]>();
  for (const [index, arg] of args.entries()) {
    if (!arg.startsWith("-")) continue;
    const [name = "", ...value] = arg.replace(/^--?/, "").split("=");
    const next = args[index + 1] ?? "";
    const given = value.length > 0 ? value.join("=") : next.startsWith("-") ? "" : next;
    const known = values.get(name);
    if (known === undefined) values.set(name, [given]);
    else known.push(given);
  }
  return values;
};

/** The container of a pod, or of its template, that runs an image of this name. */
export const containerWith = (pod: Json | undefined, image: string): JsonObject | undefined =>
  objectsAt(pod, ["spec", "containers"]).find((container) => imageOf(container).name === image);

/** Of `registry:5000/kube-state-metrics/kube-state-metrics:v2.20.0@sha256:…` the last name and the tag. */
const imageOf = (container: JsonObject): { readonly name: string; readonly tag: string } => {
  const [reference = ""] = (textAt(container, ["image"]) ?? "").split("@");
  const [name = "", tag = ""] = reference.slice(reference.lastIndexOf("/") + 1).split(":");
  return { name, tag };
};
