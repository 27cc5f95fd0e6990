import { OperatorError } from "../core/errors.ts";
import { pause } from "../kubectl/deadline.ts";
import type { Connection } from "../outside/ask.ts";
import type { Cluster } from "../outside/cluster.ts";
import type { Outside } from "../outside/outside.ts";
import type { Resolution } from "../signal/resolve-signals.ts";
import { endGrafanaSession } from "./dashboards/grafana-session.ts";
import { type Looked, look } from "./look.ts";
import { readerOf } from "./reach/reader.ts";
import type { RunMemory } from "./reach/run-memory.ts";
import { type Addresses, sceneOf } from "./scene.ts";
import { type SeenBefore, seenBefore } from "./seen-before.ts";
import type { VerifyReport } from "./verification.ts";

/** What is verified, and where. */
export interface VerifyRequest {
  readonly resolution: Resolution;
  readonly cluster: Pick<Cluster, "openApi" | "server">;
  readonly inputs: Addresses & { readonly verifyTimeoutMs: number };
  readonly outside: Pick<Outside, "askAddress" | "log" | "mask" | "now" | "signal">;
  /** What was seen before a deploy; null where nobody looked. */
  readonly before: SeenBefore | null;
  /** When the look need not be repeated; default: when nothing is not seen. */
  readonly isEnough?: (seen: Looked) => boolean;
}

/** Prometheus scrapes every 30 s as the chart has it: more often there is little new to see. */
const pollMs = 5000;

/**
 * Looks until everything that the files promise is seen in the cluster, or the time is up; the last look is told. It
 * reads only. Throws OperatorError `cluster-unreachable` or `cancelled`; what does not answer is seen as such.
 */
export const verifyStack = async (request: VerifyRequest): Promise<VerifyReport> => {
  const { cluster, outside, inputs, resolution, isEnough } = request;
  const started = outside.now();
  const api = await cluster.openApi();
  const memory: RunMemory = { grafana: null };
  const waited = () => Math.round(outside.now() - started);
  const sceneNow = () => {
    const patienceMs = Math.max(0, inputs.verifyTimeoutMs - waited());
    return sceneOf({ resolution, api, addresses: inputs, outside, memory, patienceMs });
  };
  try {
    for (let looks = 1; ; looks += 1) {
      const scene = sceneNow();
      const seen = await look(scene);
      const waitedMs = waited();
      const report = reportOf(seen, request, { waitedMs, looks, requests: scene.counter.count });
      if (isEnough?.(seen) ?? report.passed) return report;
      if (waitedMs + pollMs > inputs.verifyTimeoutMs) {
        await refuseUnreachable(api, cluster);
        return report;
      }
      outside.log.info(waitingLine(seen, waitedMs));
      await pause(pollMs, outside);
    }
  } finally {
    // A run that is cancelled asks nothing any more, and ends all the same.
    await Promise.allSettled([endGrafanaSession(sceneNow())]);
    await api.close();
  }
};

/** One look, before a deploy: what fires and what is not seen even then. Throws as `verifyStack` does. */
export const lookBefore = async (request: Omit<VerifyRequest, "before">): Promise<SeenBefore> => {
  const { cluster, outside, inputs, resolution } = request;
  const api = await cluster.openApi();
  const scene = sceneOf({ resolution, api, addresses: inputs, outside, memory: { grafana: null } });
  try {
    const before = seenBefore(await look(scene));
    if (before.lost.size > 0) await refuseUnreachable(api, cluster);
    return before;
  } finally {
    await Promise.allSettled([endGrafanaSession(scene)]);
    await api.close();
  }
};

/**
 * What is not seen because the API server has gone meanwhile is not lost. It tells its version to anybody who may log
 * in.
 */
const refuseUnreachable = async ({ ask }: Connection, { server }: VerifyRequest["cluster"]): Promise<void> => {
  const counter = { count: 0 };
  const answer = await readerOf(ask, server, "", counter).ask({ path: "/version" });
  if (answer.status !== null && answer.status < 500) return;
  throw new OperatorError(
    "cluster-unreachable",
    answer.status === null
      ? `${answer.why}.`
      : `${server} cannot be reached any more: it was answered ${answer.status}.`,
    "Run it again once the API server answers: what does not arrive cannot be told from here.",
  );
};

const reportOf = (
  { paths, conditions, gpus, firing, conformance }: Looked,
  { before }: VerifyRequest,
  counts: Pick<VerifyReport, "waitedMs" | "looks" | "requests">,
): VerifyReport => ({
  passed: [...paths, ...conditions].every(({ sight }) => sight !== "not-seen"),
  ...counts,
  paths,
  conditions: conditions.map(({ lacking: _, ...one }) => one),
  gpus,
  alerts: firing === null ? null : { before: before?.firing ?? null, firing },
  conformance,
});

/** One line for a person who waits. */
const waitingLine = ({ paths, conditions }: Looked, waitedMs: number): string => {
  const missing = [...paths, ...conditions].filter(({ sight }) => sight === "not-seen");
  const named = missing.slice(0, 3).map(({ subject }) => subject);
  const more = missing.length > named.length ? ` and ${missing.length - named.length} more` : "";
  return `Not seen after ${Math.round(waitedMs / 1000)} s: ${named.join(", ")}${more}`;
};
