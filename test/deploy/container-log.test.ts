import { expect, test } from "vitest";
import { OperatorError } from "../../src/core/errors.ts";
import { logHider, readLogTail } from "../../src/deploy/container-log.ts";
import { deadlineIn } from "../../src/kubectl/deadline.ts";
import { whileItPasses } from "../../src/kubectl/while-it-passes.ts";
import type { Cluster } from "../../src/outside/cluster.ts";
import type { Planned } from "../../src/plan/planned.ts";
import { secretHider } from "../../src/secrets/hide-secrets.ts";

// The nodes of the test cluster have no kubelet that keeps logs: what kubectl says is played here.
const saying = (answer: { readonly code?: number; readonly stdout?: string; readonly stderr?: string }) => {
  const asked: (readonly string[])[] = [];
  const kubectl: Cluster["kubectl"] = async (args) => {
    asked.push(args);
    return { code: 0, stdout: "", stderr: "", durationMs: 1, ...answer };
  };
  return { asked, cluster: { kubectl } };
};
const container = { namespace: "monitoring", pod: "grafana-0", container: "grafana", previous: false };
const live = {
  apiVersion: "v1",
  kind: "Secret",
  metadata: { name: "s" },
  stringData: { password: "only-in-cluster-7" },
};
const planned = { drafts: [{ live, wanted: null, after: null }] } as unknown as Planned;
const hide = logHider({ planned, hiderWith: (more) => secretHider({}, more) });

test("the last lines, of the run that crashed where it did, without secrets of the cluster and what is named as one", async () => {
  const { asked, cluster } = saying({
    stdout: `starting\nlogin with only-in-cluster-7 refused\nadmin_password=surprise-me\n${"x".repeat(900)}\n`,
  });
  const { log, noLog } = await readLogTail({ ...container, previous: true }, { cluster, hide });
  expect(noLog).toBeNull();
  expect(log).toHaveLength(4);
  expect(log[0]).toBe("starting");
  expect(log.join("\n")).not.toMatch(/only-in-cluster|surprise/);
  expect(log[3]).toHaveLength(500);
  expect(asked[0]).toEqual(
    expect.arrayContaining(["logs", "--tail=20", "--previous", "--container=grafana", "grafana-0"]),
  );
});

test("where there is none it is said why", async () => {
  const refused = saying({ code: 1, stderr: 'Error from server: Get "https://10.0.0.1:10250/x": dial tcp: refused\n' });
  expect(await readLogTail(container, { ...refused, hide })).toEqual({
    log: [],
    noLog: expect.stringContaining("dial tcp: refused"),
  });
  expect(await readLogTail(container, { ...saying({}), hide })).toEqual({ log: [], noLog: "it has written nothing" });
});

test("a node that is gone is asked once: it is not taken for an API server that is", async () => {
  const stderr =
    'Error from server: Get "https://10.0.0.7:10250/x": dial tcp 10.0.0.7:10250: connect: no route to host\n';
  const { asked, cluster } = saying({ code: 1, stderr });
  const lines: string[] = [];
  const kubectl: Cluster["kubectl"] = (args, options = {}) =>
    whileItPasses(() => cluster.kubectl(args, options), {
      patience: options.patience ?? deadlineIn(2000, () => performance.now()),
      signal: AbortSignal.timeout(10_000),
      log: { info: (line) => lines.push(line) },
    });
  const { noLog } = await readLogTail(container, { cluster: { kubectl }, hide });
  expect(noLog).toContain("no route to host");
  expect(asked).toHaveLength(1);
  expect(lines).toEqual([]);
});

test("a node that does not answer keeps no evidence back; a cancelled run ends", async () => {
  const failing = (reason: "timeout" | "cancelled") => ({
    cluster: { kubectl: () => Promise.reject(new OperatorError(reason, "m", "h")) },
    hide,
  });
  expect(await readLogTail(container, failing("timeout"))).toEqual({ log: [], noLog: "no answer within 10 s" });
  await expect(readLogTail(container, failing("cancelled"))).rejects.toMatchObject({ reason: "cancelled" });
});
