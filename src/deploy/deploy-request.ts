import type { Inputs } from "../inputs.ts";
import type { Cluster } from "../outside/cluster.ts";
import type { Helm } from "../outside/helm.ts";
import type { Outside } from "../outside/outside.ts";
import type { Render } from "../render/render.ts";
import type { Stack } from "../stack/stack.ts";
import type { AppliedObject, DeployReport } from "./deploy-report.ts";

/** What a deploy needs; the render must have gone well. */
export interface DeployRequest {
  readonly stack: Stack;
  readonly render: Render;
  readonly inputs: Pick<Inputs, "timeoutMs">;
  readonly cluster: Cluster;
  readonly helm: Helm;
  readonly outside: Outside;
}

/** What is known so far: it grows as the deploy goes on, and is the report however it ends. */
export interface Ledger {
  readonly objects: AppliedObject[];
  release: DeployReport["release"];
  workloads: DeployReport["workloads"];
  notReady: DeployReport["notReady"];
}
