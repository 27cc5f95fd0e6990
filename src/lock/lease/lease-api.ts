import { OperatorError } from "../../core/errors.ts";
import { accessFailure, told } from "../../kubectl/kubectl-failure.ts";
import { textOrEmpty } from "../../kubernetes/json-fields.ts";
import { isObject, type Json, type JsonObject } from "../../kubernetes/manifest.ts";
import type { Cluster } from "../../outside/cluster.ts";
import { commandLine } from "../../outside/command-line.ts";
import type { Completed, Patience } from "../../outside/exec.ts";

/** The namespace of every lock: see `acquireLock`. */
export const lockNamespace = "default";

const leases = `/apis/coordination.k8s.io/v1/namespaces/${lockNamespace}/leases`;

/** How long a request may take, what ends it before that (as in Command), and how long trouble that passes may last. */
export interface LeaseRequest {
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
  readonly patience?: Patience;
}

/**
 * One Lease, a request a call. Throws OperatorError `unauthorized` with the permission that lacks,
 * `cluster-unreachable`, `timeout` or `apply-failed`.
 */
export interface LeaseApi {
  readonly name: string;
  /** Null where there is none. */
  read(request?: LeaseRequest): Promise<JsonObject | null>;
  /** Null where there is one already. */
  create(body: JsonObject, request?: LeaseRequest): Promise<JsonObject | null>;
  /** Null where somebody changed it since `body` was read. One that was deleted is made again. */
  replace(body: JsonObject, request?: LeaseRequest): Promise<JsonObject | null>;
  /** Milliseconds since 1970 by the server's clock, which counts in seconds. Changes nothing. */
  serverTime(request?: LeaseRequest): Promise<number>;
}

/**
 * kubectl with `--raw`: no discovery, no other request, and no permission but `get`, `create` and `update` on leases.
 */
export const leaseApi = (cluster: Pick<Cluster, "kubectl" | "server">, name: string): LeaseApi => {
  const own = `${leases}/${encodeURIComponent(name)}`;
  const ask = (
    verb: "get" | "create" | "replace",
    path: string,
    body: JsonObject | null,
    { timeoutMs = 20_000, signal, patience }: LeaseRequest = {},
  ): Promise<Completed> =>
    cluster.kubectl(
      commandLine({
        verb: body === null ? [verb] : [verb, "--filename=-"],
        flags: [
          ["raw", path],
          ["request-timeout", `${Math.ceil(timeoutMs / 1000)}s`],
        ],
      }),
      {
        timeoutMs,
        ...(body === null ? {} : { stdin: JSON.stringify(body) }),
        ...(signal === undefined ? {} : { signal }),
        ...(patience === undefined ? {} : { patience }),
      },
    );
  const answer = ({ code, stdout, stderr }: Completed, unless: RegExp): JsonObject | null => {
    if (code !== 0 && unless.test(stderr)) return null;
    const value = code === 0 ? (JSON.parse(stdout) as Json) : null;
    if (isObject(value)) return value;
    throw (
      accessFailure(stderr, cluster) ??
      new OperatorError(
        "apply-failed",
        `The lock (Lease ${lockNamespace}/${name}) cannot be had: ${told(stderr)}`,
        "Nothing was changed. Correct what the message names and deploy again.",
      )
    );
  };
  return {
    name,
    read: async (request) => answer(await ask("get", own, null, request), /\(NotFound\)/),
    create: async (body, request) => answer(await ask("create", leases, body, request), /\(AlreadyExists\)/),
    replace: async (body, request) =>
      answer(await ask("replace", own, body, request), /\((?:Conflict|AlreadyExists)\)/),
    serverTime: async (request) => {
      // The server says when it would have made the object; no name is taken.
      const metadata = { generateName: "prometheus-stack-action-" };
      const probe = { apiVersion: "coordination.k8s.io/v1", kind: "Lease", metadata };
      const made = answer(await ask("create", `${leases}?dryRun=All`, probe, request), /^$/);
      return Date.parse(textOrEmpty(made ?? {}, ["metadata", "creationTimestamp"]));
    },
  };
};
