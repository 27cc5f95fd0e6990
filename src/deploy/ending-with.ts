import type { DeployRequest } from "./deploy-request.ts";

type Ports = Pick<DeployRequest, "cluster" | "helm" | "outside">;

/**
 * The same ports, whose commands and waits also end when `signal` is aborted, e.g. because a lock was lost. Short reads
 * by `cluster.getRaw` go on.
 */
export const endingWith = <P extends Ports>(signal: AbortSignal, ports: P): P => {
  const { cluster, helm, outside } = ports;
  const either = AbortSignal.any([outside.signal, signal]);
  return {
    ...ports,
    cluster: { ...cluster, kubectl: (args, options) => cluster.kubectl(args, { signal: either, ...options }) },
    helm: { ...helm, run: (args, options) => helm.run(args, { signal: either, ...options }) },
    outside: { ...outside, signal: either, exec: (command) => outside.exec({ signal: either, ...command }) },
  };
};
