import { beforeEach, describe, expect, test } from "vitest";
import { commandLine } from "../../src/outside/command-line.ts";
import { readRelease } from "../../src/plan/release/read-release.ts";
import { deployNow } from "../deploy/rig.ts";
import { helmMajors } from "../run/part.ts";
import { changesIn, planOf, tryDeploy, usePlanRig } from "./plan-rig.ts";

const on = usePlanRig();

let count = 0;
let namespace: string;
beforeEach(() => {
  count += 1;
  namespace = `case-${count}`;
});

const map = (name: string, value = "1"): string =>
  JSON.stringify({ apiVersion: "v1", kind: "ConfigMap", metadata: { name }, data: { a: value } });

/** No node takes its pod: whoever waits for it fails. */
const stuck = `apiVersion: v1
kind: Pod
metadata: { name: hook, annotations: { helm.sh/hook: post-upgrade, helm.sh/hook-delete-policy: before-hook-creation } }
spec: { restartPolicy: Never, nodeSelector: { nowhere: "1" }, containers: [{ name: main, image: r }] }
`;

const request = async (helm: 3 | 4, objects: readonly string[], timeoutMs = 60_000) =>
  on.request({
    ...{ helm, namespace, timeoutMs },
    chart: await on.chart(`chart-${namespace}`, { templates: objects.join("\n---\n") }),
  });

const names = async (): Promise<readonly string[]> => {
  const list = await on.kubectl(["get", "configmaps", "-n", namespace, "-o", "name"]);
  return list.split("\n").flatMap((line) => /^configmap\/([a-z])$/.exec(line)?.[1] ?? []);
};

test("one release by helm 3, 4, 3 and 4: each plan is what comes, and after each both helms find it unchanged", async () => {
  for (const [index, helm] of ([3, 4, 3, 4] as const).entries()) {
    const given = await request(helm, [map("a", `${index}`), map("b"), ...(index % 2 === 0 ? [map("c")] : [])]);
    const plan = await planOf(given);
    const foretold = changesIn(plan);
    expect(plan.obstacles).toEqual([]);
    expect(foretold).toContain(index === 0 ? "release create ConfigMap b (unverified)" : "release update ConfigMap a");
    expect((await deployNow(given)).release).toMatchObject({ revision: index + 1, status: "deployed" });
    expect(await names()).toEqual(index % 2 === 0 ? ["a", "b", "c"] : ["a", "b"]);
    for (const other of [3, 4] as const) {
      const again = await on.request({ helm: other, namespace, chart: given.render.chart.chart.path });
      expect(changesIn(await planOf(again))).toEqual([]);
      expect((await tryDeploy(on, again)).writes).toEqual([]);
    }
  }
});

describe.each(helmMajors())("with helm %i", (helm) => {
  test("after a revision that failed, the next is compared with the one that is deployed, as helm does", async () => {
    await deployNow(await request(helm, [map("a"), map("b"), map("e")]));
    expect(
      (await tryDeploy(on, await request(helm, [map("a", "2"), map("c"), map("e"), stuck], 3000))).error,
    ).toMatchObject({
      reason: expect.stringMatching(/timeout|apply-failed/),
    });
    expect(await names()).toEqual(["a", "c", "e"]);
    const given = await request(helm, [map("a"), map("d")]);
    const plan = await planOf(given);
    expect(plan.release).toMatchObject({ action: "upgrade", from: { revision: 2, status: "failed" } });
    // Nobody deletes c: helm has forgotten it.
    expect(changesIn(plan)).toEqual([
      "release update ConfigMap a",
      "release create ConfigMap d",
      "release delete ConfigMap e",
    ]);
    expect((await deployNow(given)).release).toMatchObject({ revision: 3, status: "deployed" });
    expect(await names()).toEqual(["a", "c", "d"]);
  });

  test("a release that was uninstalled with its history is installed anew", async () => {
    await deployNow(await request(helm, [map("a"), map("b")]));
    const verb = ["uninstall", "stack", "--keep-history", "-n", namespace];
    const given = await request(helm, [map("a")]);
    await given.helm.run(commandLine({ verb, flags: on.cluster.helmFlags }), { env: on.cluster.env });
    const plan = await planOf(given);
    expect(plan.release).toMatchObject({ action: "install", from: { status: "uninstalled" } });
    expect(changesIn(plan)).toEqual(["release create ConfigMap a"]);
    expect((await deployNow(given)).release).toMatchObject({ status: "deployed" });
    expect(changesIn(await planOf(given))).toEqual([]);
  });

  test("a release is read alike from where helm keeps it, and by helm", async () => {
    const objects = [map("a", "ä — ☃"), stuck.replace("post-upgrade", "test"), map("b")];
    for (const HELM_DRIVER of ["secret", "configmap"]) {
      const cluster = { ...on.cluster, env: { ...on.cluster.env, HELM_DRIVER } };
      const given = { ...(await request(helm, objects)), cluster };
      await deployNow(given);
      const release = { name: "stack", namespace };
      const direct = await readRelease(release, { helm: given.helm, cluster });
      expect(direct.revision).toMatchObject({ revision: 1, base: 1, status: "deployed", chart: "small-1.0.0" });
      // kubectl that cannot list them leaves it to helm.
      const blind = { ...cluster, kubectl: async () => ({ code: 1, stdout: "", stderr: "error: no", durationMs: 0 }) };
      const byHelm = await readRelease(release, { helm: given.helm, cluster: blind });
      expect(byHelm.content).toEqual(direct.content);
      expect({ ...byHelm.revision, updated: "" }).toEqual({ ...direct.revision, updated: "" });
      expect(changesIn(await planOf(given))).toEqual([]);
      await given.helm.run(commandLine({ verb: ["uninstall", "stack", "-n", namespace], flags: cluster.helmFlags }), {
        env: cluster.env,
      });
    }
  });
});
