import type { FailureReason } from "../../src/core/errors.ts";
import type { ApiRequest } from "../../test/cluster/api-request.ts";
import type { Tree } from "./ground.ts";

/** What a step is given, to be changed. */
export type Given = Readonly<Record<string, string>>;

/** What of the ground a case may use. */
export interface Site {
  readonly request: ApiRequest;
  /** Another cluster, with nothing of the stack in it. */
  readonly otherKubeconfig: string;
  /** The same cluster by another address. */
  readonly otherAddress: string;
  readonly clusterUid: string;
  /** The commit that was planned. */
  readonly commit: string;
  /** A folder of this case's own. */
  readonly folder: string;
}

/** The approved plan as the deploy job has it. */
export interface Handover {
  /** The bytes of the artifact. */
  readonly bytes: Uint8Array;
  /** The output of the plan job. */
  readonly digest: string;
}

/** One thing that is changed between the plan that was approved and the deploy of it. */
export interface Tampering {
  readonly name: string;
  /** How the deploy must end. */
  readonly reason: FailureReason;
  /** Each is in the message: it names what moved. */
  readonly says: readonly string[];
  /** Also with plan and deploy by helm 3. */
  readonly alsoHelm3?: boolean;
  /** Answers the commit that the run is then of, where that is another. */
  readonly tree?: (tree: Tree) => string | undefined;
  readonly inputs?: (site: Site, handover: Handover) => Given;
  readonly env?: (site: Site) => Given;
  /** Other commands than those of the plan job. */
  readonly tools?: "helm3" | "other-kubectl";
  /** What becomes of the artifact, or of the digest. */
  readonly handover?: (handover: Handover, another: Handover) => Handover;
  readonly cluster?: ClusterChange;
}

/** Changes the cluster. */
export interface ClusterChange {
  readonly make: (request: ApiRequest) => Promise<void>;
  /** Takes it back. */
  readonly undo: (request: ApiRequest) => Promise<void>;
  /** Whether the plan is void even then, so that it is planned anew. */
  readonly forGood: boolean;
  /** What it goes on writing beside the deploy, by path of the list and name. */
  readonly writes?: RegExp;
}

/** One thing that changes and does not matter. */
export interface Harmless {
  readonly name: string;
  readonly make?: (request: ApiRequest) => Promise<void>;
  readonly inputs?: (site: Site) => Given;
  /** In another clone, at another place. */
  readonly elsewhere?: boolean;
}
