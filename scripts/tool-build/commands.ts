/** A command that development and tests use, and where it comes from. */
export interface Command {
  readonly name: string;
  /** Folder under `tools/` whose go.mod pins it. */
  readonly module: string;
  /** Go package of the command. */
  readonly pkg: string;
  /** Module in go.mod whose version is the command's version. */
  readonly versionOf: string;
  /** Arguments that make it print its version; absent: it cannot. */
  readonly versionArgs?: readonly string[];
}

const kubernetes = (name: string, versionArgs: readonly string[] = ["--version"]): Command => ({
  name,
  module: "kubernetes",
  pkg: `k8s.io/kubernetes/cmd/${name}`,
  versionOf: "k8s.io/kubernetes",
  versionArgs,
});

const prometheus = (name: string): Command => ({
  name,
  module: "prometheus",
  pkg: `github.com/prometheus/prometheus/cmd/${name}`,
  versionOf: "github.com/prometheus/prometheus",
  versionArgs: ["--version"],
});

const alertmanager = (name: string): Command => ({
  name,
  module: "alertmanager",
  pkg: `github.com/prometheus/alertmanager/cmd/${name}`,
  versionOf: "github.com/prometheus/alertmanager",
  versionArgs: ["--version"],
});

/** Every command that is built from a pinned Go module, in the order of building: what most tests need comes first. */
export const goCommands: readonly Command[] = [
  kubernetes("kubectl", ["version", "--client"]),
  kubernetes("kube-apiserver"),
  kubernetes("kube-controller-manager"),
  kubernetes("kube-scheduler"),
  {
    name: "helm",
    module: "helm",
    pkg: "helm.sh/helm/v4/cmd/helm",
    versionOf: "helm.sh/helm/v4",
    versionArgs: ["version", "--template", "{{.Version}}"],
  },
  {
    name: "kubeconform",
    module: "kubeconform",
    pkg: "github.com/yannh/kubeconform/cmd/kubeconform",
    versionOf: "github.com/yannh/kubeconform",
    versionArgs: ["-v"],
  },
  {
    name: "etcd",
    module: "etcd",
    pkg: "go.etcd.io/etcd/server/v3",
    versionOf: "go.etcd.io/etcd/server/v3",
    versionArgs: ["--version"],
  },
  {
    name: "helm3",
    module: "helm3",
    pkg: "helm.sh/helm/v3/cmd/helm",
    versionOf: "helm.sh/helm/v3",
    versionArgs: ["version", "--template", "{{.Version}}"],
  },
  {
    name: "kwok",
    module: "kwok",
    pkg: "sigs.k8s.io/kwok/cmd/kwok",
    versionOf: "sigs.k8s.io/kwok",
    versionArgs: ["--version"],
  },
  prometheus("promtool"),
  prometheus("prometheus"),
  alertmanager("amtool"),
  alertmanager("alertmanager"),
  {
    name: "act",
    module: "act",
    pkg: "github.com/nektos/act",
    versionOf: "github.com/nektos/act",
    versionArgs: ["--version"],
  },
  {
    name: "actionlint",
    module: "actionlint",
    pkg: "github.com/rhysd/actionlint/cmd/actionlint",
    versionOf: "github.com/rhysd/actionlint",
    versionArgs: ["-version"],
  },
  {
    name: "registry",
    module: "registry",
    pkg: "github.com/google/go-containerregistry/cmd/registry",
    versionOf: "github.com/google/go-containerregistry",
  },
  {
    name: "operator",
    module: "operator",
    pkg: "github.com/prometheus-operator/prometheus-operator/cmd/operator",
    versionOf: "github.com/prometheus-operator/prometheus-operator",
    versionArgs: ["--version"],
  },
];
