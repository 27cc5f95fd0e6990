import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { askAddress } from "../../../src/machine/network/ask-address.ts";
import type { Ask, Connection } from "../../../src/outside/ask.ts";
import { type DrillRequest, runDrill } from "../../../src/verify/drill/run-drill.ts";
import { freePort } from "../../cluster/free-port.ts";
import { openProcesses } from "../../cluster/processes.ts";
import { startReceiver, type WebhookReceiver } from "../../rig/webhook-receiver.ts";
import { tool } from "../../tools-dir.ts";
import { resolutionOf, type TreeAlert } from "./drill-world.ts";

/** Real Alertmanagers, and the way to them that an API server would be. */
export interface DrillBench {
  /** Of the first replica. */
  readonly url: string;
  readonly receiver: WebhookReceiver;
  /** What the run said, in order. */
  readonly log: string[];
  /** A request for a drill of these alerts; the files say what Alertmanager runs. */
  request(alerts: readonly TreeAlert[], more?: Partial<DrillRequest>): DrillRequest;
  drill(alerts: readonly TreeAlert[], more?: Partial<DrillRequest>): ReturnType<typeof runDrill>;
  stop(): Promise<void>;
}

interface BenchOptions {
  /** Alertmanager's configuration, with the address of the webhook. */
  readonly config: (url: string) => object;
  readonly replicas?: number;
  readonly args?: readonly string[];
  /** What the webhook answers by path. */
  readonly statusOf?: (path: string) => number;
  /** Series that Prometheus has of whatever it is asked for; null: it does not answer. */
  readonly series?: readonly Readonly<Record<string, string>>[] | null;
}

/** Starts them. Throws where one does not come up; nothing is left then. */
export const openBench = async (options: BenchOptions): Promise<DrillBench> => {
  const dir = await mkdtemp(join(tmpdir(), "drill-bench-"));
  const processes = openProcesses(dir, "", []);
  const receiver = await startReceiver(options.statusOf);
  const config = options.config(receiver.url.replace(/\/alerts$/, ""));
  const stop = async (): Promise<void> => {
    receiver.close();
    await processes.stopAll();
    await rm(dir, { recursive: true, force: true });
    processes.release();
  };
  try {
    const file = join(dir, "alertmanager.yaml");
    await writeFile(file, JSON.stringify(config));
    const count = options.replicas ?? 1;
    const urls: string[] = [];
    const peers: string[] = [];
    for (let index = 0; index < count; index += 1) {
      const [port, clusterPort] = [await freePort("127.0.0.1"), await freePort("127.0.0.1")];
      const cluster = count === 1 ? "" : `127.0.0.1:${clusterPort}`;
      processes.start(
        `alertmanager-${index}`,
        [
          ...[`--config.file=${file}`, `--storage.path=${join(dir, `data-${index}`)}`],
          ...[`--web.listen-address=127.0.0.1:${port}`, `--cluster.listen-address=${cluster}`],
          ...["--cluster.peer-timeout=2s", ...peers.map((peer) => `--cluster.peer=${peer}`), ...(options.args ?? [])],
        ],
        { file: await tool("alertmanager") },
      );
      urls.push(`http://127.0.0.1:${port}`);
      peers.push(cluster);
    }
    for (const url of urls) await processes.until(`${url} is ready`, () => isReady(url));
    // Nobody is told before the replicas have found each other.
    if (count > 1) for (const url of urls) await processes.until(`${url} has settled`, () => hasSettled(url));
    const log: string[] = [];
    const request: DrillBench["request"] = (alerts, more = {}) => ({
      resolution: resolutionOf(alerts, config, count),
      cluster: {
        openApi: async (signal) => apiOf(urls, options.series ?? null, signal ?? AbortSignal.timeout(600_000)),
      },
      inputs: {
        ...{ prometheusUrl: undefined, alertmanagerUrl: undefined, grafanaUrl: undefined },
        ...{ verifyTimeoutMs: 90_000, drillReceivers: undefined },
      },
      outside: {
        askAddress: (address, signal) => askAddress(address, signal ?? AbortSignal.timeout(600_000)),
        mask: () => undefined,
        env: { GITHUB_REPOSITORY: "acme/stack", GITHUB_RUN_ID: "7", GITHUB_ACTOR: "jane" },
        log: { info: (line) => log.push(line), debug: () => undefined, stage: () => {} },
        now: () => performance.now(),
        signal: new AbortController().signal,
      },
      planned: null,
      ...more,
    });
    return {
      url: urls[0] ?? "",
      receiver,
      log,
      request,
      drill: (alerts, more) => runDrill(request(alerts, more)),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
};

const isReady = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(`${url}/-/ready`)).ok;
  } catch {
    return false;
  }
};

const hasSettled = async (url: string): Promise<boolean> => {
  const status = (await (await fetch(`${url}/api/v2/status`)).json()) as {
    readonly cluster: { readonly status: string };
  };
  return status.cluster.status === "ready";
};

/** The few paths of an API server that a drill asks: pods, and the proxies of pods and Services. */
const apiOf = (
  urls: readonly string[],
  series: readonly Readonly<Record<string, string>>[] | null,
  signal: AbortSignal,
): Connection => {
  const json = (body: unknown) => ({ status: 200, text: JSON.stringify(body), cookies: [] });
  const ask: Ask = async (question) => {
    const { path } = question;
    if (path.startsWith("/api/v1/namespaces/monitoring/pods?"))
      return json({
        items: urls.map((_, index) => ({
          metadata: { name: `alertmanager-main-${index}` },
          status: { phase: "Running" },
        })),
      });
    const prometheus = "/api/v1/namespaces/monitoring/services/prometheus-operated:web/proxy/api/v1/query?";
    if (path.startsWith(prometheus) && series !== null)
      return json({ status: "success", data: { result: series.map((metric) => ({ metric, value: [0, "1"] })) } });
    const [, pod, below = ""] =
      /^\/api\/v1\/namespaces\/monitoring\/(?:pods\/alertmanager-main-(\d):9093|services\/alertmanager-operated:web)\/proxy(.*)$/.exec(
        path,
      ) ?? [];
    const url = below === "" ? undefined : urls[Number(pod ?? 0)];
    if (url === undefined) return { status: 404, text: '{"message":"not found"}', cookies: [] };
    return askAddress(url, signal)({ ...question, path: below });
  };
  return { ask, close: async () => undefined };
};
