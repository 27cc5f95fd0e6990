import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { JsonObject } from "../../src/kubernetes/manifest.ts";
import { type EmbeddedCluster, startCluster } from "../cluster/cluster.ts";
import { waitUntil } from "../cluster/wait-until.ts";

/** One request of kubectl or helm, as the API server's audit log has it. */
export interface AuditedRequest {
  readonly verb: string;
  /** Path with query. */
  readonly path: string;
  readonly client: "kubectl" | "helm";
  /** Whether it may have changed something: dry runs and questions about one's own permissions may not. */
  readonly writes: boolean;
}

/** A cluster whose API server writes down every request. */
export interface AuditedCluster extends EmbeddedCluster {
  /** What kubectl and helm asked for meanwhile, in the order in which it was answered. */
  during<T>(work: () => Promise<T>): Promise<{ readonly result: T; readonly requests: readonly AuditedRequest[] }>;
}

const policy = `apiVersion: audit.k8s.io/v1
kind: Policy
omitStages: [RequestReceived, ResponseStarted]
rules: [{ level: Metadata }]
`;

/** A cluster of one node; `stop` removes the log, too. */
export const startAuditedCluster = async (): Promise<AuditedCluster> => {
  const dir = await mkdtemp(join(tmpdir(), "audited-cluster-"));
  const [rules, log] = [join(dir, "policy.yaml"), join(dir, "audit.log")];
  await writeFile(rules, policy);
  const apiServerArgs = ["--audit-policy-file", rules, "--audit-log-path", log];
  const cluster = await startCluster({ nodes: 1, apiServerArgs });
  let marks = 0;
  /** All lines until now: what was asked before a request of our own is written before it. */
  const lines = async (): Promise<readonly string[]> => {
    marks += 1;
    const mark = `/version?mark=${marks}.`;
    await cluster.request("GET", mark);
    let text = "";
    await waitUntil(`the audit log has ${mark}`, async () => {
      text = await readFile(log, "utf8");
      return text.includes(mark);
    });
    return text.trimEnd().split("\n");
  };
  return {
    ...cluster,
    during: async (work) => {
      const before = (await lines()).length;
      const result = await work();
      return { result, requests: (await lines()).slice(before).flatMap(requestIn) };
    },
    stop: async () => {
      await cluster.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
};

const readers = new Set(["get", "list", "watch"]);

const requestIn = (line: string): readonly AuditedRequest[] => {
  const { verb, requestURI, userAgent, objectRef } = JSON.parse(line) as Readonly<Record<string, unknown>>;
  const [client] = /^(?:kubectl|helm)/i.exec(String(userAgent)) ?? [];
  if (client === undefined) return [];
  const path = String(requestURI);
  const isReview = /^selfsubject/.test(String((objectRef as JsonObject | undefined)?.["resource"]));
  const writes = !readers.has(String(verb)) && !/[?&]dryRun=All\b/.test(path) && !isReview;
  return [{ verb: String(verb), path, client: client.toLowerCase() as AuditedRequest["client"], writes }];
};
