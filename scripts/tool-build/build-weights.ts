import type { GoCommandName } from "./commands.ts";

/**
 * What is compiled once for all commands that need it: Go's own library, and the client libraries
 * of two Kubernetes releases.
 */
type Shared = "go" | "kubernetes 1.35" | "kubernetes 1.37";

/**
 * Seconds that building took with empty caches on two cores (go1.26.8, linux/amd64), modules downloaded before. Only
 * their proportions matter: how quick this machine is, the commands that it has built say.
 */
const sharedSeconds: Readonly<Record<Shared, number>> = { go: 12, "kubernetes 1.35": 22, "kubernetes 1.37": 30 };

const ownSeconds: Readonly<Record<GoCommandName, readonly [seconds: number, ...needs: Shared[]]>> = {
  kubeconform: [2, "go"],
  helm: [20, "go", "kubernetes 1.37"],
  kubectl: [9, "go", "kubernetes 1.35"],
  promtool: [16, "go", "kubernetes 1.35"],
  "kube-apiserver": [25, "go", "kubernetes 1.35"],
  "kube-controller-manager": [12, "go", "kubernetes 1.35"],
  "kube-scheduler": [5, "go", "kubernetes 1.35"],
  etcd: [4, "go"],
  kwok: [5, "go", "kubernetes 1.37"],
  helm3: [3, "go", "kubernetes 1.37"],
  prometheus: [6, "go", "kubernetes 1.35"],
  amtool: [6, "go"],
  alertmanager: [6, "go"],
  act: [8, "go"],
  actionlint: [2, "go"],
  crane: [2, "go"],
  operator: [14, "go", "kubernetes 1.37"],
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
