import { trimEnd } from "../core/trim-end.ts";
import type { Connection } from "./ask.ts";
import type { CommandLine, Flag } from "./command-line.ts";
import type { Completed, Patience } from "./exec.ts";

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
  /**
   * Runs kubectl against this cluster; a non-zero exit is a value. It is run again while the network or a busy API
   * server ends it, for as long as `patience` says (default: two minutes, or the input `timeout` where that is
   * shorter): every call must be one that may be made twice. `signal` as in Command.
   */
  kubectl(args: CommandLine, options?: KubectlOptions): Promise<Completed>;
  /** The body at an API path, e.g. `/openapi/v2`. Throws OperatorError `cluster-unreachable` or `unauthorized`. */
  getRaw(path: string): Promise<string>;
  /**
   * Opens a connection to the API server, for many questions: whoever opens it closes it. Throws OperatorError
   * `cluster-unreachable`. `signal` ends it instead of the run's own: for what has to be said after a cancellation.
   */
  openApi(signal?: AbortSignal): Promise<Connection>;
  /** What points helm at this cluster: `kubeconfig` and `kube-context`. */
  readonly helmFlags: readonly Flag[];
  /** What helm and kubectl need of the environment to reach it (credential plugins, proxy variables, HOME). */
  readonly env: Readonly<Record<string, string>>;
}

export interface KubectlOptions {
  readonly stdin?: string;
  /** Of each attempt. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
  readonly patience?: Patience;
}

/** Whether a text is a cluster's uid, and not its URL. */
export const isClusterUid = (text: string): boolean => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

/** Whether a cluster is the one that a uid or a URL names; never by a uid that is not known. */
export const isCluster = (expected: string, { server, uid }: Pick<Cluster, "server" | "uid">): boolean =>
  isClusterUid(expected) ? uid === expected.toLowerCase() : sameServer(expected, server);

/** Equal as addresses: the case of the host, a port that is the scheme's own and a closing slash do not matter. */
const sameServer = (a: string, b: string): boolean => {
  const [one, other] = [URL.parse(a), URL.parse(b)];
  if (one === null || other === null) return false;
  const path = (url: URL): string => trimEnd(url.pathname, "/");
  return one.origin === other.origin && path(one) === path(other);
};
