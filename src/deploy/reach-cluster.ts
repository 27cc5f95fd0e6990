import type { Inputs } from "../inputs.ts";
import type { Cluster } from "../outside/cluster.ts";
import { openCluster } from "../outside/open-cluster.ts";
import type { Outside } from "../outside/outside.ts";
import { refuseUntrustedRun } from "./untrusted-event.ts";

/** The target cluster, where this run has to do with one. */
export const reachCluster = async (inputs: Inputs, outside: Outside): Promise<Cluster | null> => {
  // Before the kubeconfig is opened: its credential plugins run as soon as it is.
  if (inputs.mode === "deploy") await refuseUntrustedRun(outside);
  const wanted = [inputs.mode === "deploy", inputs.schemaLocations.includes("cluster"), inputs.exporter === "cluster"];
  return wanted.includes(true) ? openCluster(inputs, outside) : null;
};
