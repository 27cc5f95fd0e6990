import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { DeployRequest } from "../../src/deploy/deploy-request.ts";
import type { Rollback } from "../../src/inputs.ts";
import { readLockHistory } from "../../src/lock/lock.ts";
import type { Cluster } from "../../src/outside/cluster.ts";
import { commandLine } from "../../src/outside/command-line.ts";
import type { Helm } from "../../src/outside/helm.ts";
import { type Revision, readRevision } from "../../src/plan/release/helm-release.ts";
import { type EmbeddedCluster, startCluster } from "../cluster/cluster.ts";
import { helmMajors } from "../run/part.ts";
import { deploymentOf, deployNow, openRig, openTestCluster, type Rig } from "./rig.ts";
import { deployToItsEnd, type Ended } from "./rollback/rollback-rig.ts";
import { writeSmallChart } from "./small-chart.ts";

let embedded: EmbeddedCluster;
beforeAll(async () => {
  embedded = await startCluster({ nodes: 1 });
});
afterAll(() => embedded?.stop());

let count = 0;

describe.each(helmMajors())("a helm of somebody else that begins while our run holds the lock, helm %i", (major) => {
  let rig: Rig;
  let cluster: Cluster;
  let helm: Helm;
  let chart: string;
  let namespace: string;
  let end: AbortController;
  let others: Promise<unknown> | undefined;
  beforeEach(async () => {
    rig = await openRig({ GITHUB_REPOSITORY: "acme/stack", GITHUB_RUN_ID: "5" });
    cluster = await openTestCluster(rig, embedded.kubeconfig);
    helm = await rig.helm(major);
    chart = await writeSmallChart(rig);
    count += 1;
    namespace = `other-${count}`;
    end = new AbortController();
    others = undefined;
  });
  afterEach(async () => {
    end?.abort();
    await others;
    await rig?.close();
  });

  const release = () => ({ name: "stack", namespace });
  const newest = (): Promise<Revision | null> => readRevision(release(), { helm, cluster });

  /** It hangs in its hook until the test ends, and is at work when this answers. */
  const beginOther = async (): Promise<void> => {
    if (others !== undefined) return;
    const flags = [
      ["namespace", namespace],
      ["create-namespace", true],
      ["set", "hook=readiness"],
    ] as const;
    const words = commandLine({
      ...{ verb: ["upgrade"], flags: [["install", true], ...flags, ...cluster.helmFlags] },
      positionals: ["stack", chart],
    });
    others = helm.run(words, { env: cluster.env, timeoutMs: 120_000, signal: end.signal }).catch(() => null);
    await expect.poll(async () => (await newest())?.status ?? "", { timeout: 30_000 }).toMatch(/^pending-/);
  };

  const request = async (image: string, rollbackOnFailure: Rollback, own = helm) =>
    deploymentOf(rig, cluster, own, {
      ...{ chart, namespace, timeoutMs: 20_000, sets: [`image=registry.test/app:${image}`] },
      inputs: { rollbackOnFailure },
    });

  /** Ours, before which the other one begins. */
  const slower = (): Helm => ({
    ...helm,
    run: async (args, options) => {
      if (args[0] === "upgrade" && !args.some((word) => word.startsWith("--dry-run"))) await beginOther();
      return helm.run(args, options);
    },
  });

  const expectLeftAlone = async ({ error, rollback }: Ended, revision: number, status: string): Promise<void> => {
    expect(error, error?.message).toMatchObject({
      reason: "release-pending",
      report: { release: { revision, status } },
    });
    expect(error?.message).toContain(`the release ${namespace}/stack is at revision ${revision}, ${status}.`);
    expect(rollback).toBeNull();
    expect(await newest()).toMatchObject({ revision, status });
    // Whoever comes next does not take the other helm's revision for ours.
    expect(await readLockHistory({ cluster, release: release() })).toMatchObject({ former: [], holder: null });
    await expect(deployNow(await request("3", "false"))).rejects.toMatchObject({ reason: "release-pending" });
    expect(await newest()).toMatchObject({ revision, status });
  };

  test.each(["true", "false"] as const)(
    "is left alone at an upgrade, with rollback-on-failure %s, and by the next deploy too",
    async (rollbackOnFailure) => {
      await deployNow(await request("1", "false"));
      const ended = await deployToItsEnd(await request("2", rollbackOnFailure, slower()));
      if (rollbackOnFailure === "true") expect(ended.noRollback).toBe("another helm works on the release");
      await expectLeftAlone(ended, 2, "pending-upgrade");
    },
  );

  test("is left alone at a first install, also where ours would be uninstalled", async () => {
    const ended = await deployToItsEnd(await request("2", "uninstall", slower()));
    expect(ended.noRollback).toBe("another helm works on the release");
    await expectLeftAlone(ended, 1, "pending-install");
  });

  test("is not rolled back over where it begins after ours has ended", async () => {
    await deployNow(await request("1", "false"));
    const verify: DeployRequest["verify"] = async () => {
      await beginOther();
      return { passed: false, message: "No alert was seen.", hint: "Look at the route." };
    };
    const { error, rollback } = await deployToItsEnd(await request("2", "true"), { verify });
    expect(error?.reason).toBe("rollback-failed");
    expect(rollback?.release).toMatchObject({ error: "another helm works on the release", revision: 3 });
    expect(await newest()).toMatchObject({ revision: 3, status: "pending-upgrade" });
  });
});
