import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ClusterOptions } from "./cluster-options.ts";
import type { Credentials } from "./credentials.ts";
import { freePort } from "./free-port.ts";
import type { Processes } from "./processes.ts";
import type { Running } from "./running.ts";

const loopback = "127.0.0.1";
/**
 * kube-apiserver refuses to name a loopback address as its own, and finds no other where there is no default
 * route. RFC 5737: nobody's.
 */
const nobodysAddress = "192.0.2.1";

/**
 * Starts etcd on a port that the kernel chooses; gives its address as etcd itself reports it: no race, and surely ours.
 */
export const startEtcd = async (processes: Processes, dir: string): Promise<string> => {
  const any = `http://${loopback}:0`;
  const etcd = processes.start("etcd", [
    ...["--data-dir", join(dir, "etcd"), "--listen-client-urls", any, "--advertise-client-urls", any],
    ...["--listen-peer-urls", any, "--initial-advertise-peer-urls", any, "--initial-cluster", `default=${any}`],
    // It would dial the port as it was asked for, 0, and log the failure for ever.
    "--enable-grpc-gateway=false",
    // State of a test: nothing is lost with it, and a busy disk takes longer for an fsync than the
    // API server for a request.
    "--unsafe-no-fsync",
  ]);
  let address: string | undefined;
  await processes.until("etcd listens", () => {
    address = etcd.log().match(/"serving client traffic insecurely.*?"address":"([^"]+)"/)?.[1];
    return address !== undefined;
  });
  return `http://${address}`;
};

/** The API server's process: it can be halted and ended, and started again at the same address on the same etcd. */
export interface ApiServerProcess {
  /** It answers nothing from here on, and keeps its connections: SIGSTOP. */
  pause(): void;
  resume(): void;
  /** Kills it. */
  stop(): Promise<void>;
  /** After `stop`; resolves when it is ready. */
  start(): Promise<void>;
}

export interface ApiServer {
  readonly server: string;
  readonly process: ApiServerProcess;
  /** Certificate (PEM) that this very server made at its start; clients trust no other. */
  readonly ca: string;
  readonly caFile: string;
}

const attempts = 5;

/**
 * Starts kube-apiserver; it listens, but is not ready yet. Takes another port when somebody was faster with the first.
 */
export const startApiServer = async (
  processes: Processes,
  dir: string,
  etcd: string,
  credentials: Credentials,
  options: ClusterOptions,
): Promise<ApiServer> => {
  const address = options.bindAddress ?? loopback;
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort(options.prefix === undefined ? address : loopback);
    const certificates = join(dir, `certificates-${attempt}`);
    const args = [
      ...["--bind-address", address, "--secure-port", `${port}`, "--cert-dir", certificates],
      ...["--advertise-address", options.advertiseAddress ?? nobodysAddress, "--etcd-servers", etcd],
      ...apiServerArgs(credentials),
      ...(options.apiServerArgs ?? []),
    ];
    const api = processes.start("kube-apiserver", args, { mayDie: true });
    await processes.until("kube-apiserver listens", () => api.death() !== undefined || api.log().includes(listening));
    const death = api.death();
    if (death === undefined || attempt === attempts || !death.message.includes("address already in use")) {
      api.mustLive();
      const caFile = join(certificates, "apiserver.crt");
      await processes.until("kube-apiserver lives", () => true);
      const process = apiServerProcess(processes, args, api);
      return { server: `https://${address}:${port}`, process, ca: readFileSync(caFile, "utf8"), caFile };
    }
  }
};

const listening = "Serving securely on";

const apiServerProcess = (processes: Processes, args: readonly string[], first: Running): ApiServerProcess => {
  let now = first;
  return {
    pause: () => void process.kill(now.pid, "SIGSTOP"),
    resume: () => void process.kill(now.pid, "SIGCONT"),
    stop: () => now.stop(),
    async start() {
      const before = now.log().length;
      now = processes.start("kube-apiserver", args);
      await processes.until("kube-apiserver listens again", () => now.log().slice(before).includes(listening));
    },
  };
};

const apiServerArgs = (credentials: Credentials): readonly string[] => [
  ...["--authorization-mode", "RBAC", "--token-auth-file", credentials.tokenFile],
  ...[
    "--service-account-key-file",
    credentials.verifyingKey,
    "--service-account-signing-key-file",
    credentials.signingKey,
  ],
  ...["--service-account-issuer", "https://kubernetes.default.svc", "--service-cluster-ip-range", "10.96.0.0/16"],
  // The node exporter and GPU pods are privileged.
  "--allow-privileged=true",
  // The Service `kubernetes` gets no endpoints: nothing in this cluster could reach them.
  "--endpoint-reconciler-type=none",
  "--profiling=false",
  // `kubectl logs` fails at once and does not wait for an address behind which nobody is: see the nodes' InternalDNS.
  "--kubelet-preferred-address-types=InternalDNS",
];

/** Starts the controller manager and the scheduler. They serve nothing themselves, so they need no ports. */
export const startControllers = (
  processes: Processes,
  kubeconfig: string,
  caFile: string,
  credentials: Credentials,
): void => {
  const common = ["--kubeconfig", kubeconfig, "--leader-elect=false", "--secure-port=0"];
  // The defaults (20 and 50 requests a second) are what a rollout of the real chart waits for.
  const pace = ["--kube-api-qps=500", "--kube-api-burst=1000"];
  processes.start("kube-controller-manager", [
    ...common,
    ...pace,
    ...["--service-account-private-key-file", credentials.signingKey, "--root-ca-file", caFile],
    // A starved test machine may skip heartbeats for longer than the default 50 s.
    "--node-monitor-grace-period=10m",
  ]);
  processes.start("kube-scheduler", [...common, ...pace]);
};
