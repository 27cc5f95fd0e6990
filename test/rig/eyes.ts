import { readInputs } from "../../src/inputs.ts";
import type { Resolution } from "../../src/signal/resolve-signals.ts";
import { type Looked, look } from "../../src/verify/look.ts";
import { sceneOf } from "../../src/verify/scene.ts";
import type { EmbeddedCluster } from "../cluster/cluster.ts";
import { quietOutside } from "./quiet-outside.ts";

/** What `mode: verify` sees of a running stack. */
export interface Eyes {
  /** One look; `requests` is how many questions it took. */
  look(resolution: Resolution): Promise<Looked & { readonly requests: number }>;
  close(): Promise<void>;
}

/** Opens a connection to the cluster's API server, as `mode: verify` does. `tools` is put first on PATH. */
export const openEyes = async (cluster: EmbeddedCluster, workspace: string, tools: string): Promise<Eyes> => {
  const given: Readonly<Record<string, string>> = { mode: "verify", kubeconfig: cluster.kubeconfig };
  const inputs = readInputs((name) => given[name] ?? "");
  const outside = await quietOutside(inputs, workspace, tools);
  const api = await (await outside.cluster()).openApi();
  const memory = { grafana: null };
  return {
    look: async (resolution) => {
      const scene = sceneOf({ resolution, api, addresses: inputs, outside, memory });
      const seen = await look(scene);
      return { ...seen, requests: scene.counter.count };
    },
    close: async () => {
      await api.close();
      await outside.close();
    },
  };
};
