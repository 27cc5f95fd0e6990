import type { TreeOrigin } from "../gate/reach-cluster.ts";
import type { Inputs } from "../inputs.ts";
import type { Outside } from "../outside/outside.ts";
import { defaultKubernetesVersion } from "../render/render-stack.ts";
import { releaseNameOf } from "../stack/release-name.ts";
import { locatedSources } from "../validate/schemas/schema-sources.ts";
import { type Diagnosis, diagnose } from "./diagnosis.ts";
import { examineCluster, examineRights } from "./examine-cluster.ts";
import { examineGate, examineToken } from "./examine-github.ts";
import { examineSchemas } from "./examine-schemas.ts";
import { examineStack } from "./examine-stack.ts";
import { examineTools } from "./examine-tools.ts";

/**
 * Looks at all that a run with these inputs needs of this machine, by the same ways as a run, and past each that would
 * end one. Nothing is rendered and nothing of a cluster is changed.
 */
export const examineMachine = async (
  inputs: Inputs,
  outside: Outside,
  origin: TreeOrigin,
): Promise<readonly Diagnosis[]> => {
  const tools = await examineTools(outside.tools);
  const { diagnoses: treeAndChart, stack } = await examineStack(inputs, outside);
  const { diagnosis: reached, cluster } = await examineCluster(inputs, outside, origin);
  const kubeVersion = inputs.kubernetesVersion ?? cluster?.version ?? defaultKubernetesVersion;
  const { diagnosis: located, value: sources } = await diagnose("schemas", async () => ({
    value: locatedSources({ inputs, kubeVersion, cluster, outside }),
    said: "",
  }));
  const release = stack === null ? null : releaseNameOf(stack.release);
  return [
    ...tools,
    ...treeAndChart,
    sources === null ? located : await examineSchemas(sources, kubeVersion),
    reached,
    await examineRights(inputs, { cluster, release }),
    await examineGate(inputs, outside, origin),
    await examineToken(inputs, outside),
  ];
};
