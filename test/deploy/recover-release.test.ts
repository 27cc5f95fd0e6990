import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { OperatorError } from "../../src/core/errors.ts";
import { recoverRelease } from "../../src/deploy/recover-release.ts";
import type { OnPending } from "../../src/inputs.ts";
import { deadlineIn } from "../../src/kubectl/deadline.ts";
import type { FormerHolder } from "../../src/lock/lease/lease-record.ts";
import { acquireLock } from "../../src/lock/lock.ts";
import type { Cluster } from "../../src/outside/cluster.ts";
import { commandLine } from "../../src/outside/command-line.ts";
import type { Helm } from "../../src/outside/helm.ts";
import { planRecovery } from "../../src/plan/order/pending-release.ts";
import { type Revision, readRevision } from "../../src/plan/release/helm-release.ts";
import { deleteReleaseRecord, readReleaseRecord } from "../../src/plan/release/release-record.ts";
import { type EmbeddedCluster, startCluster } from "../cluster/cluster.ts";
import { helmMajors } from "../run/part.ts";
import { tool } from "../tools-dir.ts";
import { openRig, openTestCluster, type Rig } from "./rig.ts";

/** A hook whose pod no node takes: helm waits for it until it is killed. */
const templates = `apiVersion: v1
kind: ConfigMap
metadata: { name: one }
data: { size: {{ .Values.size | quote }} }
{{ if .Values.more }}
---
apiVersion: v1
kind: ConfigMap
metadata: { name: more }
{{ end }}
`;
const hook = `{{ if .Values.hangs }}
apiVersion: v1
kind: Pod
metadata: { name: hook, annotations: { helm.sh/hook: "post-install,post-upgrade" } }
spec:
  restartPolicy: Never
  nodeSelector: { nowhere: "1" }
  containers: [{ name: main, image: "registry.test/a:1" }]
{{ end }}
`;

let embedded: EmbeddedCluster;
let rig: Rig;
let cluster: Cluster;
let chart: string;
beforeAll(async () => {
  embedded = await startCluster({ nodes: 1 });
  rig = await openRig({ GITHUB_REPOSITORY: "acme/stack", GITHUB_RUN_ID: "5" });
  cluster = await openTestCluster(rig, embedded.kubeconfig);
  await rig.write("chart/Chart.yaml", "apiVersion: v2\nname: small\nversion: 1.0.0\n");
  await rig.write("chart/templates/all.yaml", templates);
  await rig.write("chart/templates/hook.yaml", hook);
  chart = join(rig.outside.workspace.root, "chart");
});
afterAll(async () => {
  await rig?.close();
  await embedded?.stop();
});

let count = 0;
let namespace: string;
beforeEach(() => {
  count += 1;
  namespace = `case-${count}`;
});

const address = "https://github.com/acme/stack/actions/runs/5";
const times = { lastsMs: 9000, renewEveryMs: 1500, retryEveryMs: 300, stopAfterMs: 7000 };
const quick = { ...times, skewMs: 1000, watchAtMostMs: 15_000, watchEveryMs: 100 };

const words = (...sets: readonly string[]): readonly string[] => [
  ...["upgrade", "--install", "stack", chart, "--namespace", namespace, "--create-namespace"],
  ...sets.flatMap((set) => ["--set", set]),
];

const run = async (helm: Helm, verb: readonly string[], on = cluster): Promise<string> => {
  const done = await helm.run(commandLine({ verb, flags: on.helmFlags }), { env: on.env });
  if (done.code !== 0) throw new Error(done.stderr);
  return done.stdout;
};

/** A helm of its own that hangs in its hook, as one of another machine. */
const hanging = async (helm: Helm, env: Readonly<Record<string, string>> = {}): Promise<ChildProcess> => {
  const args = [...words("size=2", "more=1", "hangs=1"), "--kubeconfig", embedded.kubeconfig];
  const home = rig.outside.scratch.dir;
  const child = spawn(await tool(helm.major === 3 ? "helm3" : "helm"), args, {
    env: { HOME: home, ...env },
    stdio: "ignore",
  });
  const pod = `/api/v1/namespaces/${namespace}/pods/hook`;
  await expect.poll(async () => (await embedded.request("GET", pod)).status, { timeout: 20_000 }).toBe(200);
  return child;
};

const killed = async (helm: Helm, env: Readonly<Record<string, string>> = {}): Promise<void> => {
  const child = await hanging(helm, env);
  child.kill("SIGKILL");
  await once(child, "exit");
};

const newest = (helm: Helm, on = cluster): Promise<Revision | null> =>
  readRevision({ name: "stack", namespace }, { helm, cluster: on });

const recover = async (
  helm: Helm,
  onPending: OnPending,
  { former = [], ms = 60_000, on = cluster }: { former?: readonly FormerHolder[]; ms?: number; on?: Cluster } = {},
): Promise<Revision | null> => {
  const { outside } = rig;
  const deadline = deadlineIn(ms, outside.now);
  return recoverRelease(await newest(helm, on), { onPending, former, helm, cluster: on, outside, deadline });
};

const refusal = async (attempt: Promise<unknown>): Promise<OperatorError> => {
  const thrown = await attempt.then(
    () => null,
    (error: unknown) => error,
  );
  if (thrown instanceof OperatorError) return thrown;
  throw thrown ?? new Error("it was not refused");
};

const data = async (name: string): Promise<unknown> => {
  const { body } = await embedded.request("GET", `/api/v1/namespaces/${namespace}/configmaps/${name}`);
  return (body as { readonly data?: unknown }).data;
};

/** As helm would have it in a status that it does not stay in. */
const setStatus = async (revision: number, status: string): Promise<void> => {
  const path = `/api/v1/namespaces/${namespace}/secrets/sh.helm.release.v1.stack.v${revision}`;
  const { body } = await embedded.request("GET", path);
  const secret = body as { data: { release: string }; metadata: { labels: Record<string, string> } };
  const release = JSON.parse(gunzipSync(Buffer.from(atob(secret.data.release), "base64")).toString());
  release.info.status = status;
  secret.data.release = btoa(gzipSync(JSON.stringify(release)).toString("base64"));
  secret.metadata.labels["status"] = status;
  expect((await embedded.request("PUT", path, secret)).status).toBe(200);
};

describe.each(helmMajors())("with helm %i", (major) => {
  let helm: Helm;
  beforeAll(async () => {
    helm = await rig.helm(major);
  });

  test("what a run of ours left when it was killed is recovered by the next, and nothing is lost", async () => {
    await run(helm, words("size=1"));
    let alive = true;
    const its: Cluster = {
      ...cluster,
      kubectl: (args, options) => (alive ? cluster.kubectl(args, options) : Promise.reject(new Error("it is dead"))),
    };
    const release = { name: "stack", namespace };
    const request = { outside: rig.outside, release, reason: "deploy", times: quick };
    await acquireLock({ ...request, cluster: its });
    await killed(helm);
    alive = false;
    expect(await newest(helm)).toMatchObject({ revision: 2, status: "pending-upgrade", chart: "small-1.0.0" });
    await expect(run(helm, words("size=3"))).rejects.toThrow("another operation");

    await expect
      .poll(() => acquireLock({ ...request, cluster }).then((lock) => lock.release()), { timeout: 30_000 })
      .toBe(true);
    const lock = await acquireLock({ ...request, cluster });
    expect(lock.former).toMatchObject([{ run: address }]);
    expect(await recover(helm, "fail", { former: lock.former })).toMatchObject({ revision: 1, status: "deployed" });
    expect(rig.lines.at(-1)).toBe(
      `Revision 2 of the helm release ${namespace}/stack is pending-upgrade: the run ${address} was ended at it. Its record is removed, and nothing else; helm goes on from the revision before.`,
    );
    expect([
      await data("one"),
      (await embedded.request("GET", `/api/v1/namespaces/${namespace}/configmaps/more`)).status,
    ]).toEqual([{ size: "2" }, 200]);
    await run(helm, words("size=3", "more=1"));
    expect(await data("one")).toEqual({ size: "3" });
    expect(await newest(helm)).toMatchObject({ revision: 2, status: "deployed" });
    await lock.release();
  });

  test("a first install that was killed is recovered, and what it made is the next one's", async () => {
    await killed(helm);
    expect(await newest(helm)).toMatchObject({ revision: 1, status: "pending-install" });
    const error = await refusal(recover(helm, "fail"));
    expect(error).toMatchObject({ reason: "release-pending" });
    expect(error.hint).toContain("on-pending to rollback");
    expect(await recover(helm, "rollback")).toBeNull();
    const { uid } = await embedded
      .request("GET", `/api/v1/namespaces/${namespace}/configmaps/one`)
      .then(({ body }) => (body as { readonly metadata: { readonly uid: string } }).metadata);
    await run(helm, words("size=3"));
    const { body } = await embedded.request("GET", `/api/v1/namespaces/${namespace}/configmaps/one`);
    expect(body).toMatchObject({ metadata: { uid }, data: { size: "3" } });
  });

  test("whoever waits goes on when the other helm has ended, or hears that it did not", async () => {
    await run(helm, words("size=1"));
    const other = await hanging(helm);
    expect(await refusal(recover(helm, "wait", { ms: 100 }))).toMatchObject({
      reason: "release-pending",
      message: expect.stringContaining("is pending-upgrade (revision 2, since "),
    });
    const waiting = recover(helm, "wait");
    // helm marks the release as failed, and goes.
    other.kill("SIGTERM");
    expect(await waiting).toMatchObject({ revision: 2, status: "failed" });
    expect(rig.lines).toContain(
      `Another helm works on the release ${namespace}/stack (revision 2 is pending-upgrade): it is waited for.`,
    );
    await run(helm, words("size=3"));
  });

  test.each([
    ["pending-install", 1],
    ["pending-upgrade", 2],
    ["pending-rollback", 2],
    ["uninstalling", 1],
    ["uninstalling", 2],
    ["unknown", 1],
    ["unknown", 2],
  ] as const)(
    "%s at revision %i is refused, and each command that the hint names mends it",
    async (status, revision) => {
      for (let tried = 0, commands: readonly string[] = ["?"]; tried < commands.length; tried += 1) {
        for (let one = 0; one < revision; one += 1) await run(helm, words(`size=${one}`));
        const last = await newest(helm);
        await setStatus(last?.revision ?? 0, status);
        const error = await refusal(recover(helm, "fail"));
        expect(error.reason).toBe("release-pending");
        expect(error.message).toContain(
          `The helm release ${namespace}/stack is ${status} (revision ${last?.revision},`,
        );
        commands = [...error.hint.matchAll(/`helm ((?:rollback|uninstall) [^`]+)`/g)].map(
          ([, command = ""]) => command,
        );
        expect(commands.length).toBeGreaterThan(0);
        await expect(run(helm, words("size=9"))).rejects.toThrow();
        await run(helm, (commands[tried] ?? "").split(" "));
        expect((await recover(helm, "fail"))?.status ?? "deployed").toBe("deployed");
        await run(helm, words("size=9"));
        expect(await data("one")).toEqual({ size: "9" });
        await run(helm, ["uninstall", "stack", "--namespace", namespace]);
      }
    },
  );

  test.each(["deployed", "failed", "superseded", "uninstalled"])("%s needs nothing", async (status) => {
    await run(helm, words("size=1"));
    await setStatus(1, status);
    expect(await recover(helm, "fail")).toMatchObject({ revision: 1, status });
    await run(helm, words("size=2"));
  });

  test("a release that is kept in ConfigMaps is recovered there", async () => {
    const HELM_DRIVER = "configmap";
    const on: Cluster = { ...cluster, env: { ...cluster.env, HELM_DRIVER } };
    await run(helm, words("size=1"), on);
    await killed(helm, { HELM_DRIVER });
    expect(await recover(helm, "rollback", { on })).toMatchObject({ revision: 1, status: "deployed" });
    await run(helm, words("size=3"), on);
  });
});

test("a record that changed since it was read, or is no release's, is not deleted", async () => {
  const helm = await rig.helm(4);
  await run(helm, words("size=1"));
  await killed(helm);
  const release = await newest(helm);
  if (release === null) throw new Error("there is no release");
  const record = await readReleaseRecord(release, cluster);
  expect(record).toMatchObject({ resource: "secrets", name: "sh.helm.release.v1.stack.v2" });
  expect(Math.abs((record?.createdAt ?? 0) - Date.now())).toBeLessThan(60_000);
  if (record === null) return;
  expect(await readReleaseRecord({ ...release, status: "pending-rollback" }, cluster)).toBeNull();
  const path = `/api/v1/namespaces/${namespace}/secrets/${record.name}`;
  await embedded.request("PATCH", path, { metadata: { labels: { seen: "1" } } });
  expect(await deleteReleaseRecord(record, cluster)).toBe(false);
  await embedded.request("PATCH", path, { metadata: { labels: { owner: "somebody" } } });
  expect(await readReleaseRecord(release, cluster)).toBeNull();
  expect((await embedded.request("GET", path)).status).toBe(200);
  const gone = { ...record, name: "sh.helm.release.v1.stack.v7" };
  expect(await deleteReleaseRecord(gone, cluster)).toBe(false);
});

describe("whether a pending revision is our own", () => {
  const release = {
    name: "s",
    namespace: "n",
    revision: 2,
    status: "pending-upgrade",
    updated: "",
    chart: "c-1.0.0",
    base: 1,
  };
  const identity = { resource: "secrets", namespace: "n", name: "r", uid: "u", resourceVersion: "1" } as const;
  const record = { ...identity, createdAt: 100_000 };
  const holder = (from: number, until: number): FormerHolder => ({ run: null, from, until });

  test("is told by the time in which a run that was ended held the lock", () => {
    for (const former of [[holder(90_000, 110_000)], [holder(1, 2), holder(101_000, 110_000)], [holder(1, 99_000)]])
      expect(planRecovery(release, "fail", { record, former }).step).toBe("remove");
    for (const former of [[], [holder(103_000, 110_000)], [holder(1, 97_000)], [holder(Number.NaN, Number.NaN)]])
      expect(planRecovery(release, "fail", { record, former }).refusal).toMatchObject({ reason: "release-pending" });
  });

  test("is not asked where helm keeps its records elsewhere: only helm itself mends it", () => {
    const known = { record: null, former: [holder(90_000, 110_000)] };
    for (const onPending of ["fail", "rollback"] as const) {
      const { refusal: error } = planRecovery(release, onPending, known);
      expect(error?.hint).toContain("helm rollback s --namespace n");
      expect(error?.hint).not.toContain("on-pending to rollback");
    }
    expect(planRecovery(release, "wait", known).step).toBe("wait");
  });
});
