import type { Inputs } from "../inputs.ts";
import type { Helm } from "../outside/helm.ts";
import type { Machine, Outside } from "../outside/outside.ts";
import { copyChart } from "./chart/copy-chart.ts";
import { obtainChart } from "./chart/obtain-chart.ts";
import { openCommitRelation } from "./git/commit-relation.ts";
import { readChange } from "./git/read-change.ts";
import { openGithub } from "./github/open-github.ts";
import { openHelm } from "./helm/open-helm.ts";
import { askAddress } from "./network/ask-address.ts";

/** What a run may touch on a machine: also helm, GitHub, the cluster and the chart that its
 * inputs name. */
export const openPorts = (inputs: Inputs, machine: Machine): Outside => {
  let opened: Promise<Helm> | undefined;
  const helm = (): Promise<Helm> => {
    opened ??= openHelm(inputs, machine);
    return opened;
  };
  const github = openGithub({ ...machine, token: inputs.githubToken });
  return {
    ...machine,
    helm,
    github,
    askAddress: (address, signal = machine.signal) => askAddress(address, signal),
    async cluster(also) {
      // Most runs reach none.
      const { openCluster } = await import("./cluster/open-cluster.ts");
      return openCluster(inputs, machine, also);
    },
    change: (base) => readChange(machine, base),
    relateCommits: async (base, head) => {
      const byClone = await (await openCommitRelation(machine))(base, head);
      const byGithub = byClone === null ? await github.compareCommits(base, head) : null;
      return byClone ?? (byGithub === "identical" ? "same" : byGithub);
    },
    chart: async (release, use) => copyChart(await obtainChart(release, inputs, await helm(), machine), use, machine),
  };
};
