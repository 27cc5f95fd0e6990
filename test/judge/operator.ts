import { readFileSync } from "node:fs";
import type { EmbeddedCluster } from "../cluster/cluster.ts";
import { freePort } from "../cluster/free-port.ts";
import { selfSigned } from "../loopback-servers/self-signed.ts";
import { tool } from "../tools-dir.ts";
import { chartOperator, type JudgedOperator } from "./judged-operators.ts";

const loopback = "127.0.0.1";

/** The real prometheus-operator, running beside a cluster and ending with it. */
export interface RunningOperator {
  /** Address of its admission webhook for PrometheusRules, and the certificate (PEM) to trust there. */
  readonly webhook: { readonly url: string; readonly ca: string };
  /** Everything it has logged so far. */
  log(): string;
  /** It stands still, as if it were gone, until it is resumed. */
  pause(): void;
  resume(): void;
}

/**
 * Starts the operator, with these flags beyond what it needs here; it watches when this resolves. The CRDs must be
 * there. Throws with the end of its log when it dies.
 */
export const startOperator = async (
  cluster: EmbeddedCluster,
  flags: readonly string[] = [],
  { command }: JudgedOperator = chartOperator,
): Promise<RunningOperator> => {
  const { processes, kubeconfig, dir } = cluster;
  // The operator takes no token for another API server than its own pod's: the proxy has ours.
  const proxy = processes.start("kubectl", ["--kubeconfig", kubeconfig, "proxy", "--port", "0"], {
    file: await tool("kubectl"),
  });
  let port: string | undefined;
  await processes.until("kubectl proxy listens", () => {
    port = /Starting to serve on 127\.0\.0\.1:(\d+)/.exec(proxy.log())?.[1];
    return port !== undefined;
  });
  const { caFile } = selfSigned(dir);
  const own = await freePort(loopback);
  const args = [
    ...["-apiserver", `http://${loopback}:${port}`, "-web.listen-address", `${loopback}:${own}`],
    ...["-web.enable-tls", "-web.cert-file", caFile, "-web.key-file", caFile.replace(/ca\.pem$/, "server.key")],
    ...["-web.client-ca-file", "", "-kubelet-service", "kube-system/kubelet", "-prometheus-config-reloader", "none"],
    ...flags,
  ];
  const operator = processes.start("operator", args, { file: await tool(command) });
  const ready = /msg="successfully synced all caches" component=prometheus-controller/;
  await processes.until("the operator watches", () => ready.test(operator.log()));
  return {
    webhook: { url: `https://${loopback}:${own}`, ca: readFileSync(caFile, "utf8") },
    log: () => operator.log(),
    pause: () => process.kill(operator.pid, "SIGSTOP"),
    resume: () => process.kill(operator.pid, "SIGCONT"),
  };
};
