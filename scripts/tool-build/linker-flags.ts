import type { ModulePin } from "./module-pin.ts";

type Stamp = (version: string, pin: ModulePin) => Readonly<Record<string, string>>;

const prometheusStamp: Stamp = (version) => ({ "github.com/prometheus/common/version.Version": version });

const stamps: Readonly<Record<string, Stamp>> = {
  helm: (version) => ({ "helm.sh/helm/v4/internal/version.version": `v${version}` }),
  helm3: (version, pin) => {
    // As helm's own Makefile does: the Kubernetes that its client library belongs to (client-go
    // v0.37 is Kubernetes 1.37).
    const [, minor = ""] = pin.version("k8s.io/client-go").split(".");
    return {
      "helm.sh/helm/v3/internal/version.version": `v${version}`,
      "helm.sh/helm/v3/pkg/chartutil.k8sVersionMajor": "1",
      "helm.sh/helm/v3/pkg/chartutil.k8sVersionMinor": minor,
      "helm.sh/helm/v3/pkg/lint/rules.k8sVersionMajor": "1",
      "helm.sh/helm/v3/pkg/lint/rules.k8sVersionMinor": minor,
    };
  },
  kubernetes: (version) => {
    const [major = "", minor = ""] = version.split(".");
    return {
      "k8s.io/component-base/version.gitVersion": `v${version}`,
      "k8s.io/component-base/version.gitMajor": major,
      "k8s.io/component-base/version.gitMinor": minor,
    };
  },
  kubeconform: (version) => ({ "main.version": `v${version}` }),
  crane: (version) => ({ "github.com/google/go-containerregistry/cmd/crane/cmd.Version": version }),
  prometheus: prometheusStamp,
  alertmanager: prometheusStamp,
  operator: prometheusStamp,
  "operator-0.85": prometheusStamp,
  "operator-0.76": prometheusStamp,
  act: (version) => ({ "main.version": version }),
  actionlint: (version) => ({ "github.com/rhysd/actionlint.version": version }),
};

/**
 * The value of `-ldflags` for one module. Official builds are told their version by the linker; without it they report
 * `development` or nothing, a version test on PATH refuses them, and helm 3 believes in Kubernetes v1.20, for which the
 * real chart does not render. Symbol tables are left out (`-s -w`): linking is quicker and the commands are smaller.
 */
export const linkerFlags = (module: string, version: string, pin: ModulePin): string => {
  const variables = Object.entries(stamps[module]?.(version, pin) ?? {});
  return ["-s", "-w", ...variables.map(([name, value]) => `-X ${name}=${value}`)].join(" ");
};
