import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runAction, type StepResult } from "../../scripts/run-action.ts";
import { must, paths } from "../../scripts/tamper/api.ts";
import { files, firstCommit, treeIn } from "../../scripts/tamper/ground.ts";
import { settledSnapshot, snapshot, written } from "../../scripts/tamper/snapshot.ts";
import { type EmbeddedCluster, startCluster } from "../cluster/cluster.ts";
import { kubernetesSchemas } from "../kubernetes-schemas.ts";
import { checkCommands, toolsDir } from "../tools-dir.ts";

/** Commits of one branch, oldest first. */
const commits = ["first", "second", "third", "fourth", "fifth", "sixth"] as const;
type Commit = (typeof commits)[number];

let cluster: EmbeddedCluster;
let work: string;
let tools: string;
let schemas: string;
const shas = new Map<Commit, string>();

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), "prometheus-stack-concurrent-"));
  [cluster, tools, schemas] = await Promise.all([
    startCluster({ nodes: 1 }),
    toolsDir(checkCommands),
    kubernetesSchemas(),
  ]);
  const dir = join(work, "clone");
  const tree = treeIn(dir);
  for (const commit of commits) {
    if (commit === "first") shas.set(commit, firstCommit(dir));
    else {
      const day = 15 + commits.indexOf(commit);
      tree.replace(files.values, `retention: ${day - 1}d`, `retention: ${day}d`);
      tree.write("chart/templates/slow.yaml", slow(commit));
      shas.set(commit, tree.commit());
    }
    cpSync(dir, join(work, commit), { recursive: true });
  }
  const { code, output } = await deploy("first");
  expect(code, output).toBe(0);
}, 240_000);

afterAll(async () => {
  await cluster?.stop();
  rmSync(work, { recursive: true, force: true });
});

/** A hook that ends only when somebody says so, so that its deploy holds the lock while nothing is changed yet. */
const slow = (commit: Commit): string => `apiVersion: batch/v1
kind: Job
metadata:
  name: slow
  annotations: { helm.sh/hook: pre-upgrade, helm.sh/hook-delete-policy: "before-hook-creation,hook-succeeded" }
spec:
  template:
    metadata:
      labels: { app: slow, commit: ${commit} }
      annotations: { kwok-test/fails: readiness }
    spec:
      restartPolicy: Never
      containers: [{ name: main, image: "registry.example.com/slow:1.0.0" }]
`;

const urlOf = (commit: Commit): string => `https://github.com/acme/stack/actions/runs/${100 + commits.indexOf(commit)}`;

const deploy = (
  commit: Commit,
  more: Readonly<Record<string, string>> = {},
  heard: (part: string) => void = () => {},
): Promise<StepResult> => {
  const temp = mkdtempSync(join(work, "run-"));
  const { kubeconfig } = cluster;
  return runAction({
    ...{ entry: "src/main.ts", tools, workspace: join(work, commit), show: false, heard },
    inputs: {
      ...{
        mode: "deploy",
        "verify-timeout": "0s",
        chart: "chart",
        target: "staging",
        tools: "path",
        "fail-on": "never",
      },
      ...{ "schema-locations": schemas, kubeconfig, timeout: "3m", ...more },
    },
    env: {
      ...{ GITHUB_ACTIONS: "true", GITHUB_REPOSITORY: "acme/stack", GITHUB_REF: "refs/heads/main", KUBECONFIG: "" },
      ...{ GITHUB_EVENT_NAME: "push", GITHUB_RUN_ATTEMPT: "1", GITHUB_SHA: shas.get(commit) ?? "" },
      ...{ GITHUB_RUN_ID: String(100 + commits.indexOf(commit)), RUNNER_TEMP: temp },
    },
  });
};

const until = async (what: string, isSo: () => Promise<boolean>): Promise<void> => {
  await expect.poll(isSo, { timeout: 120_000, interval: 100, message: what }).toBe(true);
};

const holderIs = (commit: Commit) => async (): Promise<boolean> => {
  const { body } = await cluster.request("GET", paths.lease);
  const { metadata, spec } = body as {
    readonly metadata?: { readonly annotations?: Readonly<Record<string, string>> };
    readonly spec?: { readonly holderIdentity?: string };
  };
  const isHeld = (spec?.holderIdentity ?? "") !== "";
  return isHeld && metadata?.annotations?.["prometheus-stack-action.dev/run"] === urlOf(commit);
};

interface Pods {
  readonly items: readonly {
    readonly metadata: { readonly name: string };
    readonly status: { readonly phase?: string };
  }[];
}

/** The hook of a commit ends well. */
const letGo = async (commit: Commit): Promise<void> => {
  const list = `${paths.pods}?labelSelector=app%3Dslow,commit%3D${commit}`;
  const running = async () =>
    ((await must(cluster.request, "GET", list)) as Pods).items.filter(({ status }) => status.phase === "Running");
  await until(`the hook of the ${commit} runs`, async () => (await running()).length > 0);
  for (const { metadata } of await running())
    await must(cluster.request, "PATCH", `${paths.pods}/${metadata.name}/status`, { status: { phase: "Succeeded" } });
};

/** What the last deploy noted, and what lies in the cluster. */
const deployed = async () => {
  const { data } = (await must(cluster.request, "GET", paths.record)) as { data: Record<string, string> };
  const { commit } = JSON.parse(data["deployed.json"] ?? "{}") as { readonly commit: string };
  const { spec } = (await must(cluster.request, "GET", paths.prometheus)) as { readonly spec: { retention: string } };
  return { commit: commits.find((one) => shas.get(one) === commit), retention: spec.retention };
};

/** The revisions of the release, by what helm notes of them. */
const revisions = async (): Promise<number> => {
  const secrets = (await must(
    cluster.request,
    "GET",
    "/api/v1/namespaces/monitoring/secrets?labelSelector=owner%3Dhelm",
  )) as Pods;
  return secrets.items.length;
};

describe("of two deploys at once", () => {
  test("the newer waits for the older, plans anew, and lands last", { timeout: 300_000 }, async () => {
    const older = deploy("second");
    await until("the older has the lock", holderIs("second"));
    let heard = "";
    const newer = deploy("third", {}, (part) => {
      heard += part;
    });
    await until("the newer waits", async () => heard.includes(`this one waits for it: ${urlOf("second")}`));
    // What is coming is noted ahead; nothing of the newer is.
    expect(await deployed()).toEqual({ commit: "second", retention: "15d" });
    await letGo("second");
    const first = await older;
    expect(first.code, first.output).toBe(0);
    await until("the newer has the lock", holderIs("third"));
    await letGo("third");
    const last = await newer;
    expect(last.code, last.output).toBe(0);
    expect(last.output).toContain("planning again");
    expect(await deployed()).toEqual({ commit: "third", retention: "17d" });
    expect(await revisions()).toBe(3);
  });

  test("the older is refused where the newer is at work, names it, and writes nothing", {
    timeout: 300_000,
  }, async () => {
    const newer = deploy("fifth");
    await until("the newer has the lock", holderIs("fifth"));
    const older = await deploy("fourth");
    // By its lock, or by what it has noted ahead: whichever the older meets first.
    expect(["locked", "outdated"], older.output).toContain(older.outputs["failure-reason"]);
    expect(older.output).toContain(urlOf("fifth"));
    expect(older.output).toContain("Next step:");
    await letGo("fifth");
    const last = await newer;
    expect(last.code, last.output).toBe(0);
    expect(await deployed()).toEqual({ commit: "fifth", retention: "19d" });
    expect(await revisions()).toBe(4);

    const before = await settledSnapshot(cluster.request);
    const again = await deploy("fourth");
    expect(again.outputs["failure-reason"], again.output).toBe("outdated");
    expect(again.output).toContain(urlOf("fifth"));
    expect(written(before, await snapshot(cluster.request))).toEqual([]);
  });
});

describe("a deploy that would write", () => {
  test.each([
    ["for a time that no run takes", { holderIdentity: "who", leaseDurationSeconds: 2 ** 31 - 1 }],
    [
      "by a clock that runs ahead",
      { holderIdentity: "who", leaseDurationSeconds: 99, renewTime: "9999-12-31T23:59:59.999999Z" },
    ],
  ])("is refused by a lock %s, with the command that mends it", { timeout: 120_000 }, async (_, spec) => {
    await must(cluster.request, "PATCH", paths.lease, { spec: { renewTime: null, acquireTime: null, ...spec } });
    const before = await settledSnapshot(cluster.request);
    const { outputs, output } = await deploy("sixth");
    expect(outputs["failure-reason"], output).toBe("locked");
    expect(output).toContain("(who), since ?");
    expect(output).toContain("kubectl delete lease prometheus-stack-action.monitoring.prometheus-stack");
    expect(written(before, await snapshot(cluster.request))).toEqual([]);
    await must(cluster.request, "PATCH", paths.lease, { spec: { holderIdentity: null, renewTime: null } });
  });

  test("is refused where half of the kinds are forbidden, and told all permissions that are missing", {
    timeout: 120_000,
  }, async () => {
    const rbac = "/apis/rbac.authorization.k8s.io/v1";
    const verbs = ["get", "list", "watch", "create", "update", "patch", "delete"];
    await must(cluster.request, "POST", `${rbac}/clusterroles`, {
      metadata: { name: "half" },
      rules: [{ apiGroups: ["", "apps", "coordination.k8s.io"], resources: ["*"], verbs }],
    });
    await must(cluster.request, "POST", `${rbac}/clusterrolebindings`, {
      metadata: { name: "half" },
      roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: "half" },
      subjects: [{ apiGroup: "rbac.authorization.k8s.io", kind: "User", name: "developer" }],
    });
    const kubeconfig = await cluster.kubeconfigWith({ token: cluster.developerToken });
    const before = await settledSnapshot(cluster.request);
    const { outputs, output } = await deploy("sixth", { kubeconfig });
    expect(outputs["failure-reason"], output).toBe("unauthorized");
    expect(output).toMatch(/lacks \d+ permissions[\s\S]*get on \w+\.monitoring\.coreos\.com/);
    expect(output).toContain("Next step:");
    expect(written(before, await snapshot(cluster.request))).toEqual([]);
  });
});
