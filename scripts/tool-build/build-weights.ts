import type { GoCommandName } from "./commands.ts";

/**
 * What is compiled once for all commands that need it: Go's own library, and the client libraries of two Kubernetes
 * releases.
 */
type Shared = "go" | "kubernetes 1.35" | "kubernetes 1.37";

/**
 * Processor seconds that building took with an empty cache on two busy cores (go1.26.8, linux/amd64), rounded; what was
 * measured together is divided by how long each part took. Only their proportions matter: how quick this machine is,
 * the commands that it has built say.
 */
const sharedSeconds: Readonly<Record<Shared, number>> = { go: 28, "kubernetes 1.35": 85, "kubernetes 1.37": 120 };

const ownSeconds: Readonly<Record<GoCommandName, readonly [seconds: number, ...needs: Shared[]]>> = {
  kubeconform: [3, "go"],
  helm: [80, "go", "kubernetes 1.37"],
  kubectl: [28, "go", "kubernetes 1.35"],
  promtool: [100, "go", "kubernetes 1.35"],
  "kube-apiserver": [180, "go", "kubernetes 1.35"],
  "kube-controller-manager": [110, "go", "kubernetes 1.35"],
  "kube-scheduler": [40, "go", "kubernetes 1.35"],
  etcd: [20, "go"],
  kwok: [22, "go", "kubernetes 1.37"],
  helm3: [5, "go", "kubernetes 1.37"],
  prometheus: [58, "go", "kubernetes 1.35"],
  amtool: [21, "go"],
  alertmanager: [21, "go"],
  act: [20, "go"],
  actionlint: [3, "go"],
  crane: [5, "go"],
  operator: [66, "go", "kubernetes 1.37"],
  // The libraries of the older ones are their own, those of their releases.
  "operator-0.85": [190, "go"],
  "operator-0.76": [190, "go"],
};

/** The weight of each step, in the order of building: what commands share counts where it is first needed. */
export const weightsOf = (steps: readonly (readonly GoCommandName[])[]): readonly number[] => {
  const there = new Set<Shared>();
  return steps.map((names) => {
    let weight = 0;
    for (const name of names) {
      const [own, ...needs] = ownSeconds[name];
      weight += own;
      for (const need of needs) {
        if (!there.has(need)) weight += sharedSeconds[need];
        there.add(need);
      }
    }
    return weight;
  });
};
