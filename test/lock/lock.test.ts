import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { OperatorError } from "../../src/core/errors.ts";
import { endingWith } from "../../src/deploy/ending-with.ts";
import { deadlineIn } from "../../src/kubectl/deadline.ts";
import { type LockTimes, usualTimes } from "../../src/lock/lease/lease-verdict.ts";
import { acquireLock, type Lock, type LockRequest, lockName, readLockHistory } from "../../src/lock/lock.ts";
import type { Cluster } from "../../src/outside/cluster.ts";
import { commandLine } from "../../src/outside/command-line.ts";
import type { Completed } from "../../src/outside/exec.ts";
import { type EmbeddedCluster, startCluster } from "../cluster/cluster.ts";
import { openRig, openTestCluster, type Rig } from "../deploy/rig.ts";

let embedded: EmbeddedCluster;
let rig: Rig;
let cluster: Cluster;
beforeAll(async () => {
  embedded = await startCluster({ nodes: 1 });
  rig = await openRig(runOf("7"));
  cluster = await openTestCluster(rig, embedded.kubeconfig);
});
afterAll(async () => {
  await rig?.close();
  await embedded?.stop();
});

const runOf = (run: string) => ({
  GITHUB_REPOSITORY: "acme/stack",
  GITHUB_SHA: "a".repeat(40),
  GITHUB_RUN_ID: run,
  GITHUB_RUN_ATTEMPT: "2",
});
const address = (run: string): string => `https://github.com/acme/stack/actions/runs/${run}`;
/** The usual times at a sixtieth, but for the second that a server's clock counts in. */
const times: LockTimes = {
  ...{ lastsMs: 3000, renewEveryMs: 400, retryEveryMs: 100, stopAfterMs: 1500 },
  ...{ skewMs: 1000, watchAtMostMs: 6000, watchEveryMs: 100 },
};

/** For runs that are at it at once: a machine that is busy with other things renews late, and must not lose it. */
const calm: LockTimes = { ...times, lastsMs: 12_000, renewEveryMs: 2000, stopAfterMs: 9000, watchAtMostMs: 20_000 };

let count = 0;
let release: LockRequest["release"];
let path: string;
beforeEach(() => {
  count += 1;
  release = { name: "stack", namespace: `not-there-yet-${count}` };
  path = `/apis/coordination.k8s.io/v1/namespaces/default/leases/${lockName(release)}`;
});

const acquire = (run = "7", more: Partial<LockRequest> = {}): Promise<Lock> => {
  const outside = { ...rig.outside, env: { ...rig.outside.env, ...runOf(run) } };
  return acquireLock({ cluster, outside, release, reason: "deploy", times, ...more });
};

const refusal = async (attempt: Promise<unknown>): Promise<OperatorError> => {
  const thrown = await attempt.then(
    () => null,
    (error: unknown) => error,
  );
  if (thrown instanceof OperatorError) return thrown;
  throw thrown ?? new Error("it was not refused");
};

interface Lease {
  readonly metadata: { readonly annotations: Readonly<Record<string, string>>; readonly labels?: unknown };
  readonly spec: Readonly<Record<string, unknown>>;
}
const lease = async (): Promise<Lease> => JSON.parse(await cluster.getRaw(path)) as Lease;

const byHand = async (spec: object, annotations: object = {}): Promise<void> => {
  const body = { metadata: { name: lockName(release), annotations }, spec };
  const { status } = await embedded.request("POST", path.slice(0, path.lastIndexOf("/")), body);
  expect(status).toBe(201);
};
const ago = (ms: number): string => new Date(Date.now() - ms).toISOString().replace("Z", "000Z");

describe("a lock", () => {
  test("of a release whose namespace is not there yet says who holds it, and is given back", async () => {
    const lock = await acquire();
    expect(lock).toMatchObject({ name: `Lease default/${lockName(release)}`, former: [] });
    const taken = await lease();
    expect(taken.metadata.annotations).toEqual({
      "prometheus-stack-action.dev/repository": "acme/stack",
      "prometheus-stack-action.dev/commit": "a".repeat(40),
      "prometheus-stack-action.dev/run": address("7"),
      "prometheus-stack-action.dev/reason": "deploy",
    });
    expect(taken.spec).toMatchObject({
      holderIdentity: expect.stringMatching(/^run-7-2-[0-9a-f-]{36}$/),
      leaseDurationSeconds: 3,
      leaseTransitions: 0,
    });
    await Promise.all([lock.release(), lock.release()]);
    const free = await lease();
    expect(free.spec["holderIdentity"] ?? "").toBe("");
    const next = await acquire("8");
    expect(next.former).toEqual([]);
    expect((await lease()).spec).toMatchObject({ leaseTransitions: 1 });
    await next.release();
    expect(lock.signal.aborted || next.signal.aborted).toBe(false);
  });

  test("is one run's: of several that begin at once one has it, and the others name it", async () => {
    const attempts = await Promise.allSettled(["1", "2", "3", "4"].map((run) => acquire(run, { times: calm })));
    const [winner, ...more] = attempts.flatMap((attempt) => (attempt.status === "fulfilled" ? [attempt.value] : []));
    expect(more).toEqual([]);
    const run = (await lease()).metadata.annotations["prometheus-stack-action.dev/run"];
    const losers = attempts.flatMap((attempt) => (attempt.status === "rejected" ? [attempt.reason] : []));
    expect(losers).toHaveLength(3);
    for (const loser of losers)
      expect(loser).toMatchObject({
        reason: "locked",
        message: expect.stringContaining(`Another run is at work on release ${release.namespace}/stack: ${run} (run-`),
      });
    await winner?.release();
  });

  test("that was given back between two runs goes to one of those that come together", async () => {
    await (await acquire()).release();
    const attempts = await Promise.allSettled(["1", "2", "3"].map((run) => acquire(run, { times: calm })));
    expect(attempts.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const attempt of attempts) if (attempt.status === "fulfilled") await attempt.value.release();
  });

  test("is renewed for as long as it is held, whatever others write beside it", async () => {
    const lock = await acquire("7", { times: calm });
    const first = await lease();
    await embedded.request("PATCH", path, { metadata: { labels: { team: "gpu" } } });
    await expect
      .poll(async () => (await lease()).spec["renewTime"], { timeout: 15_000 })
      .not.toBe(first.spec["renewTime"]);
    const second = await lease();
    expect(second.spec).toMatchObject({
      holderIdentity: first.spec["holderIdentity"],
      acquireTime: first.spec["acquireTime"],
    });
    await lock.release();
    expect(await lease()).toMatchObject({ metadata: { labels: { team: "gpu" } } });
    expect(lock.signal.aborted).toBe(false);
  });

  test("that a person deletes under a living run is made again, so that no second run begins", async () => {
    const lock = await acquire("7", { times: calm });
    await embedded.request("DELETE", path);
    await expect.poll(async () => (await embedded.request("GET", path)).status, { timeout: 15_000 }).toBe(200);
    expect(await refusal(acquire("8", { times: calm }))).toMatchObject({ reason: "locked" });
    await lock.release();
  });
});

describe("a holder that is gone", () => {
  test("is followed at once where its time is over, and the next knows when it was at work", async () => {
    const spec = { holderIdentity: "run-3", leaseDurationSeconds: 3, leaseTransitions: 4 };
    await byHand(
      { ...spec, acquireTime: ago(20_000), renewTime: ago(9000) },
      { "prometheus-stack-action.dev/run": address("3") },
    );
    const began = performance.now();
    const known = await readLockHistory({ cluster, release });
    const lock = await acquire();
    expect(performance.now() - began).toBeLessThan(2500);
    expect(lock).toMatchObject({ former: known.former, turn: known.turn });
    expect(lock.former).toMatchObject([{ run: address("3") }]);
    const [{ from = 0, until = 0 } = {}] = lock.former;
    expect(Math.abs(until - from - 14_000)).toBeLessThan(1000);
    expect((await lease()).spec).toMatchObject({ leaseTransitions: 5 });
    expect(rig.lines).toContain(`The lock of ${address("3")} (run-3) has expired, and was taken over.`);
    await lock.release();
  });

  test("is waited for where its time is not over, and followed then", async () => {
    await byHand({ holderIdentity: "run-4", leaseDurationSeconds: 3, acquireTime: ago(9000), renewTime: ago(2000) });
    const lock = await acquire();
    expect((await lease()).spec).toMatchObject({ holderIdentity: expect.stringMatching(/^run-7-2-/) });
    expect(rig.lines).toContainEqual(
      expect.stringMatching(/^The lock is held by run-4, which does not renew it: watch/),
    );
    await lock.release();
  });

  test("and is not: it renews late, keeps the lock, and is named to whoever waited", async () => {
    await byHand({ holderIdentity: "run-5", leaseDurationSeconds: 4, renewTime: ago(2000) });
    const waiting = refusal(acquire());
    await expect.poll(() => rig.lines.some((line) => line.startsWith("The lock is held by run-5, "))).toBe(true);
    await embedded.request("PATCH", path, { spec: { renewTime: ago(1900) } });
    expect(await waiting).toMatchObject({ reason: "locked", message: expect.stringContaining("run-5") });
  });
});

describe("a holder that is waited for", () => {
  const forOlder = (ms: number) => ({
    waitsFor: async (commit: string) => commit === "a".repeat(40),
    deadline: deadlineIn(ms, rig.outside.now),
  });

  const untilTold = (line: RegExp) => {
    const before = rig.lines.length;
    return expect.poll(() => rig.lines.slice(before).join("\n"), { timeout: 20_000 }).toMatch(line);
  };

  test("is followed once it has given the lock back, and whoever waits says so", async () => {
    const first = await acquire("7", { times: calm });
    const waiting = acquire("8", { times: calm, patience: forOlder(20_000) });
    await untilTold(/this one waits for it: .*\/runs\/7 \(run-7-2-.*, for \d+ s at most/);
    await first.release();
    const second = await waiting;
    expect(second.turn).toBe(first.turn + 1);
    await second.release();
  });

  test("is waited for no longer than the time that there is, and named then", async () => {
    const first = await acquire("7", { times: calm });
    expect(await refusal(acquire("8", { times: calm, patience: forOlder(500) }))).toMatchObject({
      reason: "locked",
      message: expect.stringMatching(/\/runs\/7 .* It was waited for, \d s\.$/),
    });
    await first.release();
  });

  test("is not waited for where another one, which is not, takes its place", async () => {
    const first = await acquire("7", { times: calm });
    const waiting = refusal(acquire("8", { times: calm, patience: forOlder(20_000) }));
    await untilTold(/this one waits for it/);
    const patch = {
      metadata: { annotations: { "prometheus-stack-action.dev/commit": "f".repeat(40) } },
      spec: { holderIdentity: "run-9", leaseDurationSeconds: 60, renewTime: ago(0) },
    };
    await embedded.request("PATCH", path, patch);
    expect(await waiting).toMatchObject({ reason: "locked", message: expect.stringContaining("run-9") });
    await first.release();
  });

  test("and is killed is followed when its lock has expired", async () => {
    const spec = { holderIdentity: "run-6", leaseDurationSeconds: 3, acquireTime: ago(9000), renewTime: ago(0) };
    await byHand(spec, { "prometheus-stack-action.dev/commit": "a".repeat(40) });
    const lock = await acquire("8", { patience: forOlder(20_000) });
    expect(lock.former).toHaveLength(1);
    await lock.release();
  });
});

describe("a Lease written by hand", () => {
  test.each([
    ["without a duration", { holderIdentity: "who" }],
    ["for longer than anybody waits", { holderIdentity: "who", leaseDurationSeconds: 2 ** 31 - 1 }],
    ["of the year 9999", { holderIdentity: "who", leaseDurationSeconds: 99, renewTime: "9999-12-31T23:59:59.999999Z" }],
  ])("%s is never taken over: its holder is told, and how to delete it", async (_what, spec) => {
    await byHand(spec, { "prometheus-stack-action.dev/run": "::error::\u202eno\nrun" });
    const error = await refusal(acquire());
    expect(error.reason).toBe("locked");
    expect(error.message).toContain("is held by ::error::\ufffdno\ufffdrun (who), since ?");
    expect(error.hint).toContain(`kubectl delete lease ${lockName(release)} --namespace=default`);
    expect((await lease()).spec).toMatchObject(spec);
  });

  test("whose renewal lies in the future is taken over once it has not changed for as long as it lasts", async () => {
    await byHand({ holderIdentity: "who", leaseDurationSeconds: 1, renewTime: "2999-01-01T00:00:00.000000Z" });
    const began = performance.now();
    const lock = await acquire();
    expect(performance.now() - began).toBeGreaterThan(2000);
    await lock.release();
  });

  test("without a holder is free, whatever else is in it", async () => {
    await byHand({ leaseDurationSeconds: 9, leaseTransitions: 2 ** 31 - 1, renewTime: "9999-12-31T23:59:59.999999Z" });
    await (await acquire()).release();
  });
});

describe("a lock that is lost", () => {
  test("to another holder ends what is done under it", async () => {
    const lock = await acquire("7", { times: calm });
    const ports = endingWith(lock.signal, { cluster, outside: rig.outside, helm: await rig.helm(4) });
    const verb = ["wait", "--for=delete", "namespace/default", "--timeout=60s"];
    const working = refusal(ports.cluster.kubectl(commandLine({ verb })));
    await embedded.request("PATCH", path, { spec: { holderIdentity: "thief" } });
    expect(await working).toMatchObject({
      reason: "locked",
      message: expect.stringContaining("was taken away from this run: "),
    });
    await lock.release();
    expect((await lease()).spec).toMatchObject({ holderIdentity: "thief" });
  });

  test("because the API server does not answer any more ends it before anybody may take it over", async () => {
    let reachable = true;
    const failing: Cluster = {
      ...cluster,
      kubectl: (args, options) =>
        reachable
          ? cluster.kubectl(args, options)
          : cluster.kubectl([...args, "--server=https://127.0.0.1:1"] as unknown as typeof args, options),
    };
    const lock = await acquire("7", { cluster: failing });
    reachable = false;
    const since = performance.now();
    await expect.poll(() => lock.signal.aborted, { timeout: 10_000 }).toBe(true);
    expect(performance.now() - since).toBeLessThan(times.lastsMs);
    expect(lock.signal.reason).toMatchObject({
      reason: "cluster-unreachable",
      message: expect.stringContaining("could not be renewed for 2 s"),
    });
    await lock.release();
    expect(rig.lines.at(-1)).toContain("could not be given back");
  });
});

test("a run that is cancelled gives its lock back within two seconds, and leaves when it was at work", async () => {
  const cancelled = await openRig(runOf("9"));
  try {
    const own = await openTestCluster(cancelled, embedded.kubeconfig);
    const lock = await acquireLock({ cluster: own, outside: cancelled.outside, release, reason: "deploy" });
    cancelled.cancel();
    expect(await refusal(own.kubectl(commandLine({ verb: ["version"] })))).toMatchObject({ reason: "cancelled" });
    const began = performance.now();
    await lock.release();
    expect(performance.now() - began).toBeLessThan(2000);
    expect((await lease()).spec["holderIdentity"] ?? "").toBe("");
    const { former } = await readLockHistory({ cluster, release });
    expect(former).toEqual([{ run: address("9"), from: expect.any(Number), until: expect.any(Number) }]);
    const next = await acquire();
    expect(next.former).toEqual(former);
    await next.release();
    expect((await readLockHistory({ cluster, release })).former).toEqual(former);
  } finally {
    await cancelled.close();
  }
});

/** The answer to the first request of this verb that writes the lock is lost. */
const losing = (verb: "create" | "replace", how: () => Promise<Completed>): Cluster => {
  let lost = false;
  return {
    ...cluster,
    async kubectl(args, options) {
      const done = await cluster.kubectl(args, options);
      if (lost || args[0] !== verb || args.some((word) => word.includes("dryRun"))) return done;
      lost = true;
      return how();
    },
  };
};

describe("an answer that is lost", () => {
  const reset = async (): Promise<Completed> => ({ code: 1, stdout: "", stderr: "(AlreadyExists)", durationMs: 1 });

  test("leaves the lock with the run that has it, as the server's next answer tells", async () => {
    const lock = await acquire("7", { cluster: losing("create", reset) });
    expect((await lease()).spec).toMatchObject({
      leaseTransitions: 0,
      holderIdentity: expect.stringMatching(/^run-7/),
    });
    await lock.release();
    expect((await lease()).spec["holderIdentity"] ?? "").toBe("");
  });

  test("where the run is ended over it, the lock is given back", async () => {
    const ended = () => Promise.reject(new OperatorError("cancelled", "It was cancelled.", "Again."));
    expect(await refusal(acquire("7", { cluster: losing("create", ended) }))).toMatchObject({ reason: "cancelled" });
    expect((await lease()).spec["holderIdentity"] ?? "").toBe("");
  });
});

test("a run that ends by itself and may have left something pending is told to the next", async () => {
  await (await acquire("7")).release({ isUnfinished: true });
  const next = await acquire("8");
  expect(next.former).toMatchObject([{ run: address("7") }]);
  await next.release();
});

test("an account that may not write Leases is told the permission, and a role as small as the docstring says is enough", async () => {
  const limited = await openTestCluster(rig, await embedded.kubeconfigWith({ token: embedded.developerToken }));
  expect(await refusal(acquire("7", { cluster: limited }))).toMatchObject({
    reason: "unauthorized",
    message: expect.stringContaining("create on leases.coordination.k8s.io in namespace default"),
  });
  const rbac = "/apis/rbac.authorization.k8s.io/v1/namespaces/default";
  const apiGroups = ["coordination.k8s.io"];
  const resources = ["leases"];
  await embedded.request("POST", `${rbac}/roles`, {
    metadata: { name: "locks" },
    rules: [
      { apiGroups, resources, verbs: ["create"] },
      { apiGroups, resources, resourceNames: [lockName(release)], verbs: ["get", "update"] },
    ],
  });
  await embedded.request("POST", `${rbac}/rolebindings`, {
    metadata: { name: "locks" },
    roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "Role", name: "locks" },
    subjects: [{ apiGroup: "rbac.authorization.k8s.io", kind: "User", name: "developer" }],
  });
  const limitedRun = () => acquire("7", { cluster: limited }).then((lock) => lock.release());
  await expect.poll(limitedRun, { timeout: 10_000 }).toBe(true);
  await (await acquire("8", { cluster: limited })).release();
});

test("the usual times fit each other, as they are written into the Lease", async () => {
  const lock = await acquire("7", { times: usualTimes });
  expect((await lease()).spec).toMatchObject({ leaseDurationSeconds: 60 });
  expect(await refusal(acquire("8", { times: usualTimes }))).toMatchObject({ reason: "locked" });
  await lock.release();
});
