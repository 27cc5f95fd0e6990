import { isObject, type Json, valueAt } from "../../kubernetes/manifest.ts";
import type { World } from "../../world/world.ts";

/** What the rendered operator is told on its command line, as far as selection hangs on it. */
export interface OperatorFlags {
  /** From its image, without a leading `v`; null where none is rendered or the image has no such tag. */
  readonly version: string | null;
  /** The only namespaces it watches; null: all. */
  readonly namespaces: readonly string[] | null;
  readonly deniedNamespaces: readonly string[];
  /** False: a Prometheus without any monitor selector selects nothing, instead of keeping the configuration somebody else wrote. */
  readonly leavesConfigurationUnmanaged: boolean;
}

/**
 * The flags of the operator in the render; the defaults where none is rendered. It is known by an argument that it cannot do without.
 * https://github.com/prometheus-operator/prometheus-operator/blob/v0.93.1/cmd/operator/main.go
 */
export const operatorFlags = (world: World): OperatorFlags => {
  const known = cache.get(world);
  if (known !== undefined) return known;
  const fresh = readFlags(world);
  cache.set(world, fresh);
  return fresh;
};

/** Every object asks, and finding the operator means looking at every Deployment. */
const cache = new WeakMap<World, OperatorFlags>();

const readFlags = (world: World): OperatorFlags => {
  const container = world
    .ofKind("Deployment")
    .flatMap(({ body }) => listOf(valueAt(body, ["spec", "template", "spec", "containers"])))
    .filter(isObject)
    .find((one) => listOf(one["args"]).some((arg) => String(arg).startsWith("--prometheus-config-reloader")));
  const args = listOf(container?.["args"]).map(String);
  const namespaces = namesIn(args, "--namespaces");
  return {
    version: /:v?(\d+\.\d+\.\d+)/.exec(String(container?.["image"]))?.[1] ?? null,
    namespaces: namespaces.length === 0 ? null : namespaces,
    deniedNamespaces: namesIn(args, "--deny-namespaces"),
    leavesConfigurationUnmanaged: !args.some((arg) =>
      /^--disable-unmanaged-prometheus-configuration(?:=true)?$/.test(arg),
    ),
  };
};

/** Whether the operator sees objects of the namespace at all. */
export const operatorWatches = (flags: OperatorFlags, namespace: string): boolean =>
  (flags.namespaces?.includes(namespace) ?? true) && !flags.deniedNamespaces.includes(namespace);

const namesIn = (args: readonly string[], flag: string): readonly string[] =>
  args
    .flatMap((arg, index) => (arg === flag ? [args[index + 1] ?? ""] : [arg]))
    .filter((arg, index) => args[index] === flag || arg.startsWith(`${flag}=`))
    .flatMap((arg) => arg.replace(`${flag}=`, "").split(","))
    .filter((name) => name !== "");

const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);
