/** A command that development and tests use, built from a pinned Go module where its release cannot be downloaded. */
export interface Command<Name extends string = string> {
  readonly name: Name;
  /** Folder under `tools/` whose go.mod pins it. */
  readonly module: string;
  /** Go package of the command. */
  readonly pkg: string;
  /** Module in go.mod whose version is the command's version. */
  readonly versionOf: string;
  /** Arguments that make it print its version. */
  readonly versionArgs: readonly string[];
  /** Go build tags. */
  readonly tags?: readonly string[];
}

const kubernetes = <Name extends string>(name: Name, versionArgs = ["--version"]): Command<Name> => ({
  name,
  module: "kubernetes",
  pkg: `k8s.io/kubernetes/cmd/${name}`,
  versionOf: "k8s.io/kubernetes",
  versionArgs,
});

const prometheus = <Name extends string>(name: Name): Command<Name> => ({
  name,
  module: "prometheus",
  pkg: `github.com/prometheus/prometheus/cmd/${name}`,
  versionOf: "github.com/prometheus/prometheus",
  versionArgs: ["--version"],
  // Without them the client libraries of some twenty clouds are compiled:
  // https://github.com/prometheus/prometheus#service-discovery-plugins
  tags: ["remove_all_sd", "enable_kubernetes_sd"],
});

const alertmanager = <Name extends string>(name: Name): Command<Name> => ({
  name,
  module: "alertmanager",
  pkg: `github.com/prometheus/alertmanager/cmd/${name}`,
  versionOf: "github.com/prometheus/alertmanager",
  versionArgs: ["--version"],
});

const command = <Name extends string>(
  name: Name,
  versionOf: string,
  place: string,
  versionArgs: readonly string[],
): Command<Name> => ({ name, module: name, pkg: `${versionOf}${place}`, versionOf, versionArgs });

/** prometheus-operator of one release; the chart's is called `operator` alone. */
const operator = <Name extends string>(name: Name): Command<Name> => ({
  name,
  module: name,
  pkg: "github.com/prometheus-operator/prometheus-operator/cmd/operator",
  versionOf: "github.com/prometheus-operator/prometheus-operator",
  versionArgs: ["--version"],
});

const helmVersion = ["version", "--template", "{{.Version}}"];

/**
 * In the order of making: the smallest first, which says how quick the machine is, then what a check needs, what a
 * cluster needs, and the rest.
 */
const commands = [
  command("kubeconform", "github.com/yannh/kubeconform", "/cmd/kubeconform", ["-v"]),
  command("helm", "helm.sh/helm/v4", "/cmd/helm", helmVersion),
  kubernetes("kubectl", ["version", "--client"]),
  prometheus("promtool"),
  kubernetes("kube-apiserver"),
  kubernetes("kube-controller-manager"),
  kubernetes("kube-scheduler"),
  command("etcd", "go.etcd.io/etcd/server/v3", "", ["--version"]),
  command("kwok", "sigs.k8s.io/kwok", "/cmd/kwok", ["--version"]),
  command("helm3", "helm.sh/helm/v3", "/cmd/helm", helmVersion),
  prometheus("prometheus"),
  alertmanager("amtool"),
  alertmanager("alertmanager"),
  command("act", "github.com/nektos/act", "", ["--version"]),
  command("actionlint", "github.com/rhysd/actionlint", "/cmd/actionlint", ["-version"]),
  command("crane", "github.com/google/go-containerregistry", "/cmd/crane", ["version"]),
  operator("operator"),
  operator("operator-0.85"),
  operator("operator-0.76"),
] as const;

/** A command that comes from a Go module. */
export type GoCommandName = (typeof commands)[number]["name"];

/** A command that can be asked for. */
export type CommandName = GoCommandName | "zizmor";

/** Every command that a Go module gives, in the order of making. */
export const goCommands: readonly Command<GoCommandName>[] = commands;

/** Every command, in the order of making. */
export const commandNames: readonly CommandName[] = [...commands.map(({ name }) => name), "zizmor"];

/** Those that are made where nobody says which: the judge and all tests ask for the operators of older releases. */
export const usualCommandNames: readonly CommandName[] = commandNames.filter((name) => !name.startsWith("operator-"));

export const isCommandName = (name: string): name is CommandName => commandNames.some((known) => known === name);
