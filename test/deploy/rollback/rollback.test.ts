import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { OperatorError } from "../../../src/core/errors.ts";
import { nameOf } from "../../../src/core/finding.ts";
import type { DeployRequest } from "../../../src/deploy/deploy-request.ts";
import type { JsonObject } from "../../../src/kubernetes/manifest.ts";
import { readLockHistory } from "../../../src/lock/lock.ts";
import type { Cluster } from "../../../src/outside/cluster.ts";
import { commandLine } from "../../../src/outside/command-line.ts";
import type { Helm } from "../../../src/outside/helm.ts";
import { readDeployed } from "../../../src/plan/order/deployed-state.ts";
import { type EmbeddedCluster, startCluster } from "../../cluster/cluster.ts";
import { helmMajors } from "../../run/part.ts";
import { deploymentOf, deployNow, openRig, openTestCluster, type Rig } from "../rig.ts";
import { deployToItsEnd, snapshot, writeMovingChart } from "./rollback-rig.ts";

let embedded: EmbeddedCluster;
beforeAll(async () => {
  embedded = await startCluster();
});
afterAll(() => embedded?.stop());

const run = (sha: string) => ({
  GITHUB_REPOSITORY: "acme/stack",
  GITHUB_SHA: sha.repeat(40),
  GITHUB_RUN_ID: "7",
  GITHUB_SERVER_URL: "https://git.example",
});

const readPatch = (file: string | undefined): string => (file === undefined ? "" : readFileSync(file, "utf8"));

let count = 0;

describe.each(helmMajors())("a deploy that failed is taken back, helm %i", (major) => {
  let rig: Rig;
  let cluster: Cluster;
  let helm: Helm;
  let namespace: string;
  let charts: readonly [string, string];
  beforeAll(async () => {
    rig = await openRig(run("a"));
    cluster = await openTestCluster(rig, embedded.kubeconfig);
    helm = await rig.helm(major);
    charts = [await writeMovingChart(rig, "first"), await writeMovingChart(rig, "second")];
  });
  afterAll(() => rig?.close());
  beforeEach(async () => {
    count += 1;
    namespace = `back-${count}`;
    // It is the cluster's, and stays newer after a test that has moved it.
    await kubectl(["delete", "crd", "gadgets.rollback.example", "--ignore-not-found"]);
  });

  const kubectl = async (args: readonly string[], stdin?: string): Promise<string> => {
    const done = await cluster.kubectl(commandLine({ verb: args }), stdin === undefined ? {} : { stdin });
    if (done.code !== 0) throw new Error(done.stderr);
    return done.stdout;
  };
  const object = (kind: string, name: string, data: string): string =>
    `apiVersion: v1\nkind: ${kind}\nmetadata: { name: ${name}, namespace: ${namespace} }\n${kind === "Secret" ? "stringData" : "data"}: ${data}\n`;
  type Tree = Partial<Parameters<typeof deploymentOf>[3]>;
  const request = async (tree: Tree, commit = "a") => {
    const made = await deploymentOf(rig, cluster, helm, { chart: charts[0], namespace, timeoutMs: 30_000, ...tree });
    const env = { ...made.outside.env, ...run(commit) };
    const inputs = { ...made.inputs, prune: true, rollbackOnFailure: "true" as const, ...tree.inputs };
    return { ...made, inputs, outside: { ...made.outside, env } };
  };
  const first = (): Tree => ({
    overlays: [
      [object("ConfigMap", "changed", '{ a: "1" }'), object("ConfigMap", "gone", '{ a: "1" }')].join("---\n"),
      object("Secret", "key", '{ password: "hunter-2-hunter" }'),
    ],
  });
  const second = (): Tree => ({
    chart: charts[1],
    sets: ["revision=two", "sidecar=true", "shared=release"],
    overlays: [
      [object("ConfigMap", "changed", '{ a: "2", b: "2" }'), object("ConfigMap", "fresh", '{ a: "2" }')].join("---\n"),
      object("Secret", "key", '{ password: "hunter-3-hunter" }'),
    ],
    inputs: { allowOwned: [`ConfigMap/${namespace}/settings`] },
  });
  /** Deploys the first tree, and lets somebody else set fields of two of its objects. */
  const deployed = async (): Promise<void> => {
    await deployNow(await request(first()));
    const foreign = (kind: string, name: string, patch: JsonObject) =>
      kubectl([
        ...["patch", kind, name, "-n", namespace, "--type=merge", "--field-manager=somebody"],
        ...["-p", JSON.stringify(patch)],
      ]);
    await foreign("configmap", "settings", { data: { shared: "somebody" }, metadata: { labels: { team: "gpu" } } });
    await foreign("configmap", "changed", { data: { theirs: "1" }, metadata: { annotations: { note: "mine" } } });
    await foreign("deployment", "app", { metadata: { annotations: { paged: "yes" } } });
  };
  const releases = async (): Promise<readonly (readonly [number, string])[]> => {
    const verb = ["history", "stack", "-n", namespace, "-o", "json"];
    const done = await helm.run(commandLine({ verb, flags: cluster.helmFlags }), { env: cluster.env });
    return done.code === 0 ? JSON.parse(done.stdout).map(({ revision, status }: never) => [revision, status]) : [];
  };
  const release = () => ({ name: "stack", namespace });
  const no = { passed: false, message: "The alert GPUHot was not seen.", hint: "Look at the route." };

  const expectAllBack = async (before: unknown, commit = "a"): Promise<void> => {
    expect(await snapshot(cluster, namespace)).toEqual(before);
    expect(await readDeployed(cluster, release())).toMatchObject({ deployed: { commit: commit.repeat(40) } });
  };

  test("a rollout that never becomes ready: 0 differences, whoever holds the fields", async () => {
    await deployed();
    const before = await snapshot(cluster, namespace);
    const tree = second();
    const { error, rollback } = await deployToItsEnd(
      await request({ ...tree, sets: [...(tree.sets ?? []), "fails=crash-loop"], timeoutMs: 8000 }, "b"),
    );
    expect(error?.reason).toBe("timeout");
    expect(rollback, rollback?.summary).toMatchObject({
      outcome: "complete",
      release: { action: "rolled-back", to: 1, revision: 3, status: "deployed", error: null },
      differences: [],
      notReady: [],
      evidence: [],
      keptIn: null,
    });
    expect(error?.message).toContain("0 differences");
    expect(error?.report.notReady).toMatchObject([{ containers: [{ noLog: expect.any(String) }, {}] }]);
    await expectAllBack(before);
    expect((await releases()).map(([, status]) => status)).toEqual(["superseded", "failed", "deployed"]);
  });

  test("a verification that says no: created, updated and pruned objects are back, CRDs stay and are told", async () => {
    await deployed();
    const before = await snapshot(cluster, namespace);
    const asked: string[] = [];
    const verify: DeployRequest["verify"] = async (when) => {
      // Nobody else may deploy until all of it is over.
      const { holder } = await readLockHistory({ cluster, release: release() });
      asked.push(`${when}, ${holder === null ? "free" : "locked"}`);
      return when === "deployed" ? no : { passed: true, message: "All was seen.", hint: "" };
    };
    const { error, rollback } = await deployToItsEnd(await request(second(), "b"), { verify });
    expect(error).toMatchObject({ reason: "verify-failed", hint: "Look at the route." });
    expect(error?.message.split("\n")[0]).toBe("The alert GPUHot was not seen.");
    expect(asked).toEqual(["deployed, locked", "rolled-back, locked"]);
    expect(rollback, rollback?.summary).toMatchObject({
      outcome: "complete",
      differences: [],
      verified: { passed: true, message: "All was seen." },
    });
    const done = new Map(rollback?.objects.map(({ ref, action }) => [`${ref.kind} ${ref.name}`, action]));
    expect(done.get("ConfigMap gone")).toBe("recreated");
    expect(done.get("ConfigMap fresh")).toBe("deleted");
    expect(done.get("ConfigMap changed")).toBe("restored");
    expect(rollback?.stays).toMatchObject([
      {
        ref: { kind: "CustomResourceDefinition", name: "gadgets.rollback.example" },
        why: expect.stringContaining("of prometheus-operator 0.91.0"),
      },
    ]);
    await expectAllBack(before);
    expect(await kubectl(["get", "secrets", "-n", namespace, "-o", "name"])).not.toContain("former");
  });

  test("the next deploy goes well, and finds nothing of it", async () => {
    await deployed();
    await deployToItsEnd(await request(second(), "b"), { verify: async () => no });
    const again = await deployNow(await request(first(), "c"));
    expect(again.objects.filter(({ action }) => action !== "unchanged").map(({ ref }) => nameOf(ref))).toEqual([]);
    expect(again.release).toMatchObject({ revision: 3, status: "deployed" });
  });

  test("a controller writes a status before the second write: it is read again, and nothing is waited for", async () => {
    const service = (port: number): string =>
      `apiVersion: v1\nkind: Service\nmetadata: { name: front, namespace: ${namespace} }\nspec: { ports: [{ port: ${port} }] }\n`;
    const withService = (tree: Tree, port: number): Tree => ({
      ...tree,
      overlays: [...(tree.overlays ?? []), service(port)],
    });
    await deployNow(await request(withService(first(), 80)));
    const before = await snapshot(cluster, namespace);
    let conflicts = 0;
    const busy: Cluster = {
      ...cluster,
      kubectl: async (args, options) => {
        const file = args.find((word) => word.startsWith("--patch-file="))?.slice("--patch-file=".length);
        const isSecond = options?.stdin?.includes('"front"') && readPatch(file).includes("managedFields");
        if (!isSecond || conflicts === 2) return cluster.kubectl(args, options);
        // Another value each time, or the server writes nothing.
        const condition = { type: "Tested", status: "True", reason: `Round${conflicts}`, message: "" };
        const status = { conditions: [{ ...condition, lastTransitionTime: "2026-01-01T00:00:00Z" }] };
        const verb = ["patch", "service", "front", "-n", namespace, "--subresource=status", "--type=merge"];
        await kubectl([...verb, "-p", JSON.stringify({ status })]);
        const done = await cluster.kubectl(args, options);
        if (/\(Conflict\)/.test(done.stderr)) conflicts += 1;
        return done;
      },
    };
    const from = rig.lines.length;
    const asked = { ...(await request(withService(second(), 81), "b")), cluster: busy };
    const { rollback } = await deployToItsEnd(asked, { verify: async () => no });
    expect(conflicts).toBe(2);
    expect(rollback, rollback?.summary).toMatchObject({ outcome: "complete", differences: [] });
    expect(rig.lines.slice(from).join("\n")).not.toContain("trying again");
    await expectAllBack(before);
  });

  test("a rollback that was cut off between its two writes keeps no later deploy from its fields", async () => {
    await deployed();
    const half = (name: string, data: JsonObject) =>
      kubectl([
        ...["patch", "configmap", name, "-n", namespace, "--type=merge", "--field-manager=prometheus-stack-action"],
        ...["-p", JSON.stringify({ data })],
      ]);
    await half("settings", { revision: "half" });
    await half("changed", { a: "half" });
    const tree = { overlays: [object("ConfigMap", "changed", '{ a: "2" }')], sets: ["revision=two"] };
    await deployNow(await request({ ...first(), ...tree }, "c"));
    const now = await snapshot(cluster, namespace);
    expect(now["ConfigMap settings"]).toMatchObject({ data: { revision: "two", shared: "somebody" } });
    expect(now["ConfigMap changed"]).toMatchObject({ data: { a: "2", theirs: "1" } });
    expect(JSON.stringify(now)).not.toMatch(/"manager\\":\\"prometheus-stack-action\\",\\"operation\\":\\"Update/);
    // What somebody else holds is theirs as before.
    const theirs = { overlays: [object("ConfigMap", "changed", '{ a: "2", theirs: "2" }')], sets: ["revision=two"] };
    await half("changed", { a: "half" });
    await expect(deployNow(await request(theirs, "d"))).rejects.toMatchObject({
      reason: "owned-elsewhere",
      message: expect.stringContaining(".data.theirs (held by somebody)"),
    });
  });

  test("a former state that cannot be deleted takes no deploy back, and loses no report", async () => {
    await deployed();
    const hanging: Cluster = {
      ...cluster,
      kubectl: async (args, options) => {
        if (args[0] === "delete" && options?.stdin?.includes("stack.former"))
          throw new OperatorError("timeout", "kubectl took longer than 120 s", "");
        return cluster.kubectl(args, options);
      },
    };
    const ended = async (sets: readonly string[], commit: string, verify: DeployRequest["verify"]) => {
      const asked = await request({ ...second(), sets: [...(second().sets ?? []), ...sets] }, commit);
      return deployToItsEnd({ ...asked, cluster: hanging }, { verify });
    };
    const from = rig.lines.length;
    const well = await ended([], "b", async () => ({ ...no, passed: true }));
    expect(well).toMatchObject({ error: null, rollback: null, noRollback: "nothing failed" });
    expect(well.report?.release).toMatchObject({ revision: 2, status: "deployed" });
    expect(rig.lines.slice(from).join("\n")).toContain("could not be deleted (kubectl took longer than 120 s)");
    const badly = await ended(["revision=three"], "c", async () => no);
    expect(badly.rollback, badly.rollback?.summary).toMatchObject({ outcome: "complete" });
    expect(badly.error).toMatchObject({ reason: "verify-failed", message: expect.stringContaining("0 differences") });
  });

  test("what a hook made goes, for helm made it", async () => {
    await deployed();
    const tree = second();
    const asked = await request({ ...tree, sets: [...(tree.sets ?? []), "hook=true"] }, "b");
    const { rollback } = await deployToItsEnd(asked, { verify: async () => no });
    expect(rollback, rollback?.summary).toMatchObject({ outcome: "complete", differences: [] });
    expect(rollback?.objects).toContainEqual(
      expect.objectContaining({ ref: expect.objectContaining({ name: "hooked" }), action: "deleted" }),
    );
    expect(Object.keys(await snapshot(cluster, namespace))).not.toContain("ConfigMap hooked");
  });

  test("what somebody else made under the name of a chart's object is theirs, and stays", async () => {
    await deployed();
    const asked = await request(second(), "b");
    let isMade = false;
    const crowded: Cluster = {
      ...cluster,
      kubectl: async (args, options) => {
        const done = await cluster.kubectl(args, options);
        // The former state is read by now.
        if (!isMade && args[0] === "create" && options?.stdin?.includes("stack.former")) {
          isMade = true;
          await kubectl(
            ["create", "--field-manager=person", "-f", "-"],
            object("ConfigMap", "only-two", '{ of: "person" }'),
          );
        }
        return done;
      },
    };
    const { error, rollback } = await deployToItsEnd({ ...asked, cluster: crowded });
    expect(error?.message).toContain("invalid ownership metadata");
    expect(rollback, rollback?.summary).toMatchObject({
      outcome: "complete",
      differences: [{ ref: { name: "only-two" }, why: "somebody else made it while the deploy ran", ofOthers: true }],
    });
    expect(rollback?.objects.map(({ ref }) => ref.name)).not.toContain("only-two");
    const { data } = JSON.parse(await kubectl(["get", "configmap", "only-two", "-n", namespace, "-o", "json"]));
    expect(data).toEqual({ of: "person" });
  });

  test("what somebody puts in the place of an object of the deploy is not deleted with it", async () => {
    await deployed();
    let isReplaced = false;
    const replaced: Cluster = {
      ...cluster,
      kubectl: async (args, options) => {
        const isDelete = args[0] === "delete" && args.some((word) => word.endsWith("/configmaps/fresh"));
        if (isDelete && !isReplaced) {
          isReplaced = true;
          await kubectl(["delete", "configmap", "fresh", "-n", namespace]);
          await kubectl(
            ["create", "--field-manager=person", "-f", "-"],
            object("ConfigMap", "fresh", '{ of: "person" }'),
          );
        }
        return cluster.kubectl(args, options);
      },
    };
    const asked = { ...(await request(second(), "b")), cluster: replaced };
    const { rollback } = await deployToItsEnd(asked, { verify: async () => no });
    expect(isReplaced).toBe(true);
    expect(rollback, rollback?.summary).toMatchObject({
      outcome: "complete",
      differences: [{ ref: { name: "fresh" }, why: "somebody else made it while the deploy ran", ofOthers: true }],
    });
    const { data } = JSON.parse(await kubectl(["get", "configmap", "fresh", "-n", namespace, "-o", "json"]));
    expect(data).toEqual({ of: "person" });
  });

  test("what somebody else wrote meanwhile stays, and is named", async () => {
    await deployed();
    const { rollback, error } = await deployToItsEnd(await request(second(), "b"), {
      verify: async (when) => {
        if (when === "deployed") {
          const patch = ["patch", "configmap", "changed", "-n", namespace, "--type=merge", "--field-manager=person"];
          await kubectl([...patch, "-p", '{"data":{"urgent":"1"}}']);
        }
        return no;
      },
    });
    expect(rollback, rollback?.summary).toMatchObject({
      outcome: "complete",
      differences: [
        {
          ref: { name: "changed" },
          pointers: ["/data/urgent", "/metadata/managedFields"],
          why: "person (Update) wrote it while the deploy ran",
          ofOthers: true,
        },
      ],
    });
    expect(error?.reason).toBe("verify-failed");
    const { data } = JSON.parse(await kubectl(["get", "configmap", "changed", "-n", namespace, "-o", "json"]));
    expect(data).toEqual({ a: "1", theirs: "1", urgent: "1" });
  });

  test("without rollback-on-failure nothing is taken back, and that is said", async () => {
    await deployed();
    const tree = second();
    const inputs = { ...tree.inputs, rollbackOnFailure: "false" as const };
    const ended = await deployToItsEnd(await request({ ...tree, inputs }, "b"), { verify: async () => no });
    expect(ended).toMatchObject({ rollback: null, noRollback: "rollback-on-failure is false" });
    expect(ended.error?.hint).toBe("Look at the route. Nothing was rolled back: rollback-on-failure is false.");
    expect(await readDeployed(cluster, release())).toMatchObject({ deployed: { commit: "b".repeat(40) } });
  });

  test("a deploy that loses nothing which was seen before it is not taken back, and that is said", async () => {
    await deployed();
    const ended = await deployToItsEnd(await request(second(), "b"), {
      verify: async () => ({ ...no, isNoWorse: true }),
    });
    expect(ended).toMatchObject({ rollback: null, error: { reason: "verify-failed" } });
    expect(ended.error?.hint).toContain("Nothing was rolled back: no more is lost than was before the deploy");
    expect(await readDeployed(cluster, release())).toMatchObject({ deployed: { commit: "b".repeat(40) } });
  });

  test("a failed first install is left as it is", async () => {
    const ended = await deployToItsEnd(await request(first()), { verify: async () => no });
    expect(ended).toMatchObject({ rollback: null, noRollback: expect.stringContaining("uninstall") });
    expect(await releases()).toEqual([[1, "deployed"]]);
    expect(Object.keys(await snapshot(cluster, namespace))).toContain("ConfigMap changed");
  });

  test("a failed first install is removed where that is asked for, and what was there before stays", async () => {
    await kubectl(["create", "namespace", namespace]);
    await kubectl(
      ["apply", "--server-side", "--field-manager=somebody", "-f", "-"],
      object("ConfigMap", "changed", '{ a: "1" }'),
    );
    const before = await snapshot(cluster, namespace);
    const tree = {
      ...first(),
      inputs: { rollbackOnFailure: "uninstall" as const },
      sets: ["fails=readiness"],
      timeoutMs: 6000,
    };
    const { error, rollback } = await deployToItsEnd(await request(tree));
    expect(error?.reason).toBe("timeout");
    expect(rollback, rollback?.summary).toMatchObject({
      outcome: "complete",
      release: { action: "uninstalled", to: null, revision: null },
      differences: [],
    });
    expect(await releases()).toEqual([]);
    expect(await snapshot(cluster, namespace)).toEqual(before);
    expect(await readDeployed(cluster, release())).toEqual({ ok: true, deployed: null });
  });

  /** The account may do anything, until the verification takes its rights away but for those of `left`. */
  const refusedBack = async (left: readonly (readonly [verbs: string, resources: string])[]) => {
    const binding = (name: string, role: string) =>
      kubectl(["create", "clusterrolebinding", name, `--clusterrole=${role}`, "--user=developer"]);
    const kubeconfig = await embedded.kubeconfigWith({ token: embedded.developerToken });
    await binding(namespace, "cluster-admin");
    const verify: DeployRequest["verify"] = async () => {
      for (const [index, [verbs, resources]] of left.entries()) {
        const name = `${namespace}-${index}`;
        await kubectl(["create", "clusterrole", name, `--verb=${verbs}`, `--resource=${resources}`]);
        await binding(name, name);
      }
      await kubectl(["delete", "clusterrolebinding", namespace]);
      return no;
    };
    const asked = { ...(await request(second(), "b")), cluster: await openTestCluster(rig, kubeconfig) };
    const ended = await deployToItsEnd(asked, { verify });
    for (const [index] of left.entries()) await kubectl(["delete", "clusterrolebinding", `${namespace}-${index}`]);
    return ended;
  };
  const others =
    "configmaps,deployments.apps,leases.coordination.k8s.io,pods,events,replicasets.apps,statefulsets.apps,daemonsets.apps,customresourcedefinitions.apiextensions.k8s.io,namespaces";

  test("a way back that is refused: rollback-failed, what is not as before is named, and nothing is lost", async () => {
    await deployed();
    const before = await snapshot(cluster, namespace);
    const { error, rollback } = await refusedBack([
      ["*", others],
      ["get,list,watch,create,update,delete", "secrets"],
    ]);
    expect(error?.reason).toBe("rollback-failed");
    expect(rollback, rollback?.summary).toMatchObject({ outcome: "incomplete", release: { error: null, revision: 3 } });
    expect(rollback?.differences.map(({ ref, ofOthers }) => [ref.kind, ref.name, ofOthers])).toEqual([
      ["Secret", "key", false],
    ]);
    expect(error?.message).toContain('cannot patch resource "secrets"');
    expect(error?.message).toContain("The alert GPUHot was not seen.");
    expect(`${error?.message} ${error?.hint}`).not.toMatch(/hunter/);
    // What could be put back is, and what is there is noted: by whom, and all that a later deploy may delete.
    expect(await readDeployed(cluster, release())).toMatchObject({
      deployed: {
        commit: "a".repeat(40),
        objects: expect.arrayContaining(
          ["changed", "gone", "fresh", "key"].map((name) => expect.objectContaining({ name })),
        ),
      },
    });
    const { name } = rollback?.keptIn ?? { name: "" };
    expect(error?.hint).toContain(`kubectl get secret ${name} --namespace ${namespace}`);
    const kept = JSON.parse(await kubectl(["get", "secret", name, "-n", namespace, "-o", "json"]));
    // As the hint says it: what is printed can be applied.
    const objects = gunzipSync(Buffer.from(kept.data.objects, "base64")).toString();
    await kubectl(["apply", "--server-side", "--force-conflicts", "--field-manager=person", "-f", "-"], objects);
    const data = async (of: string) =>
      JSON.parse(await kubectl(["get", ...of.split(" "), "-n", namespace, "-o", "json"])).data;
    expect(await data("secret key")).toEqual((before["Secret key"] as { readonly data: unknown }).data);
  });

  test("workloads that may not be read any more are not known to be ready: rollback-failed, with why", async () => {
    await deployed();
    const readable = others.split(",").filter((resource) => resource !== "statefulsets.apps");
    const { error, rollback } = await refusedBack([["*", [...readable, "secrets"].join(",")]]);
    expect(error?.reason).toBe("rollback-failed");
    expect(rollback, rollback?.summary).toMatchObject({
      outcome: "incomplete",
      release: { error: null, revision: 3 },
      differences: [],
      workloads: [],
      notReady: [{ ref: { kind: "Deployment", namespace, name: "app" }, why: expect.stringContaining("statefulsets") }],
      verified: null,
    });
    expect(error?.message).toContain(`Not ready again: Deployment ${namespace}/app (it could not be read: `);
  });

  test("a cluster that is away: nothing is tried for long, and everything is named", async () => {
    await deployed();
    let isAway = false;
    const away: Cluster = {
      ...cluster,
      kubectl: (args, options) =>
        isAway
          ? Promise.resolve({
              code: 1,
              stdout: "",
              stderr: "dial tcp 127.0.0.1:1: connect: connection refused",
              durationMs: 1,
            })
          : cluster.kubectl(args, options),
    };
    const verify: DeployRequest["verify"] = async () => {
      isAway = true;
      return no;
    };
    const { error, rollback } = await deployToItsEnd({ ...(await request(second(), "b")), cluster: away }, { verify });
    expect(error?.reason).toBe("rollback-failed");
    expect(rollback?.release.error).toContain("connection refused");
    expect(rollback?.differences.length).toBe(rollback?.compared);
    expect(rollback?.keptIn).not.toBeNull();
  });

  test("helm may not go back: what is not helm's own record is brought back all the same", async () => {
    await deployed();
    const before = await snapshot(cluster, namespace, "configmaps,deployments.apps");
    const { error, rollback } = await refusedBack([["*", others]]);
    expect(error?.reason).toBe("rollback-failed");
    expect(rollback?.release).toMatchObject({ action: "rolled-back", error: expect.stringContaining("secrets") });
    expect(rollback?.differences).toMatchObject([
      { ref: { kind: "Secret", name: "key" }, why: expect.stringContaining("could not be compared") },
    ]);
    const now = await snapshot(cluster, namespace, "configmaps,deployments.apps");
    const note = "ConfigMap prometheus-stack-action.stack";
    expect({ ...now, [note]: null }).toEqual({ ...before, [note]: null });
  });
});
