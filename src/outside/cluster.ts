import type { CommandLine, Flag } from "./command-line.ts";
import type { Completed } from "./exec.ts";

/** The target cluster, proved to be the one that was meant, reached only through explicit flags. */
export interface Cluster {
  /** The API server's URL. */
  readonly server: string;
  /** uid of the namespace `kube-system`, the nearest thing that Kubernetes has to a cluster's identity. */
  readonly uid: string;
  /** Server version without a leading `v`, e.g. `1.35.4`. */
  readonly version: string;
  /** Where an object lands that names no namespace: the context's, else `default`. */
  readonly defaultNamespace: string;
  /** Runs kubectl against this cluster; a non-zero exit is a value. `signal` as in Command. */
  kubectl(
    args: CommandLine,
    options?: { readonly stdin?: string; readonly timeoutMs?: number; readonly signal?: AbortSignal },
  ): Promise<Completed>;
  /** The body at an API path, e.g. `/openapi/v2`. Throws OperatorError `cluster-unreachable` or `unauthorized`. */
  getRaw(path: string): Promise<string>;
  /** What points helm at this cluster: `kubeconfig` and `kube-context`. */
  readonly helmFlags: readonly Flag[];
  /** What helm and kubectl need of the environment to reach it (credential plugins, proxy variables, HOME). */
  readonly env: Readonly<Record<string, string>>;
}
