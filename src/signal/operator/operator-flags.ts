import { once } from "../../core/once.ts";
import { listOf } from "../../kubernetes/json-fields.ts";
import { isObject, valueAt } from "../../kubernetes/manifest.ts";
import type { World } from "../../world/world.ts";

/** What the rendered operator is told on its command line, as far as selection hangs on it. */
export interface OperatorFlags {
  /**
   * From its image's tag, without a leading `v`, else the chart's `appVersion`, which is the operator's; null where
   * none is rendered or neither tells it.
   */
  readonly version: string | null;
  /** The namespaces that each flag names; empty where the flag is not given. */
  readonly namespaces: Readonly<Record<NamespaceFlag, readonly string[]>>;
  /**
   * False: a Prometheus without any monitor selector selects nothing, instead of keeping the
   * configuration somebody else wrote.
   */
  readonly leavesConfigurationUnmanaged: boolean;
  /** Whether it makes the Service of the kubelets, which is in no render. */
  readonly makesKubeletService: boolean;
}

/** The flags that narrow what it watches; all but the first name the only namespaces that there are. */
const namespaceFlags = [
  "--deny-namespaces",
  "--namespaces",
  "--prometheus-instance-namespaces",
  "--alertmanager-instance-namespaces",
  "--alertmanager-config-namespaces",
] as const;
type NamespaceFlag = (typeof namespaceFlags)[number];

/**
 * The flags of the operator in the render; the defaults where none is rendered. Its container is recognised by an
 * argument that it cannot do without.
 * https://github.com/prometheus-operator/prometheus-operator/blob/v0.93.1/cmd/operator/main.go
 */
export const operatorFlags = once((world: World): OperatorFlags => {
  const container = world
    .ofKind("Deployment")
    .flatMap(({ body }) => listOf(valueAt(body, ["spec", "template", "spec", "containers"])))
    .filter(isObject)
    .find((one) => listOf(one["args"]).some((arg) => String(arg).startsWith("--prometheus-config-reloader")));
  const args = listOf(container?.["args"]).map(String);
  return {
    version: container === undefined ? null : versionOf(String(container["image"]), world),
    namespaces: Object.fromEntries(
      namespaceFlags.map((flag) => [flag, namesIn(args, flag)]),
    ) as OperatorFlags["namespaces"],
    leavesConfigurationUnmanaged: !args.some((arg) =>
      /^--disable-unmanaged-prometheus-configuration(?:=true)?$/.test(arg),
    ),
    makesKubeletService: args.some((arg) => /^--kubelet-service=./.test(arg)),
  };
});

const versionOf = (image: string, { chart }: World): string | null => {
  const appVersion = chart.name === "kube-prometheus-stack" ? `:${chart.appVersion}` : "";
  return [image, appVersion].map((text) => /:v?(\d+\.\d+\.\d+)/.exec(text)?.[1]).find(Boolean) ?? null;
};

/**
 * What the operator is told that keeps it from seeing objects of this kind in the namespace, as the end of a sentence
 * that begins with it; null where it sees them.
 */
export const whyUnwatched = (flags: OperatorFlags, kind: string, namespace: string): string | null => {
  const flag = hidingFlag(flags, kind, namespace);
  if (flag === null) return null;
  return flag === "--deny-namespaces"
    ? `is told to ignore the namespace ${namespace} (${flag})`
    : `watches only the namespaces ${flags.namespaces[flag].join(", ")} (${flag}), and the object lies in ${namespace}`;
};

const hidingFlag = ({ namespaces }: OperatorFlags, kind: string, namespace: string): NamespaceFlag | null => {
  const own = ownFlags[kind];
  const allowing = own !== undefined && namespaces[own].length > 0 ? own : "--namespaces";
  // Where namespaces are allowed by name, nothing is denied.
  if (namespaces[allowing].length > 0) return namespaces[allowing].includes(namespace) ? null : allowing;
  return namespaces["--deny-namespaces"].includes(namespace) ? "--deny-namespaces" : null;
};

/** Kinds with a flag of their own, which then counts instead of the two for all. */
const ownFlags: Readonly<Record<string, NamespaceFlag>> = {
  Prometheus: "--prometheus-instance-namespaces",
  PrometheusAgent: "--prometheus-instance-namespaces",
  Alertmanager: "--alertmanager-instance-namespaces",
  AlertmanagerConfig: "--alertmanager-config-namespaces",
};

const namesIn = (args: readonly string[], flag: string): readonly string[] =>
  args
    .flatMap((arg, index) => (arg === flag ? [args[index + 1] ?? ""] : [arg]))
    .filter((arg, index) => args[index] === flag || arg.startsWith(`${flag}=`))
    .flatMap((arg) => arg.replace(`${flag}=`, "").split(","))
    .filter((name) => name !== "");
