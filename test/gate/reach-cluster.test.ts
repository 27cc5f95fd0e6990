import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { DeployTarget, DeployTargets } from "../../src/gate/deploy-target.ts";
import { reachCluster } from "../../src/gate/reach-cluster.ts";
import { readInputs } from "../../src/inputs.ts";
import { localFiles } from "../../src/machine/files/local-files.ts";
import { openWorkspace } from "../../src/machine/files/open-workspace.ts";
import type { Cluster } from "../../src/outside/cluster.ts";
import type { Outside } from "../../src/outside/outside.ts";
import { temporaryFolder } from "../machine/files/temporary-folder.ts";

const places = async () => {
  const root = temporaryFolder();
  for (const folder of ["tree", "temp"]) mkdirSync(join(root, folder));
  for (const file of ["tree/kubeconfig", "temp/kubeconfig"]) writeFileSync(join(root, file), "");
  symlinkSync("kubeconfig", join(root, "tree/link"));
  symlinkSync(join(root, "tree/kubeconfig"), join(root, "temp/link"));
  return { root, workspace: await openWorkspace(join(root, "tree")) };
};

const noTargets = { target: null, targets: [], notRead: null };

/**
 * What reaching ends with; what comes after the refusal touches what this outside does not have,
 * which is no operator error.
 */
const reached = async (given: Readonly<Record<string, string>>, env: Outside["env"], isForeign = true) => {
  const { root, workspace } = await places();
  const filled = (text: string): string => text.replaceAll("$ROOT", root);
  const inputs = readInputs((name) => filled({ "schema-locations": "cluster", ...given }[name] ?? ""));
  const own = Object.fromEntries(Object.entries(env).map(([name, value]) => [name, filled(value ?? "")]));
  return await reachCluster(inputs, { env: own, workspace, files: localFiles } as Outside, {
    isForeign,
    config: noTargets,
  }).catch((thrown: unknown) => thrown);
};

const refused = (isForeign: boolean) => ({
  reason: isForeign ? "untrusted-event" : "invalid-input",
  message: expect.stringContaining("lies in the repository's folder"),
  hint: expect.stringContaining("kubeconfig-data"),
});

test.each(["plan", "deploy"])(
  "mode %s: on an event that a fork can trigger the cluster is not opened",
  async (mode) => {
    const env = { GITHUB_EVENT_NAME: "pull_request_target" };
    // An outside without a cluster: opening one would be another error.
    expect(await reached({ mode }, env)).toMatchObject({ reason: "untrusted-event" });
  },
);

describe.each([
  ["anybody's", true],
  ["the repository's own", false],
])("a kubeconfig of a tree that is %s is not opened", (_whose, isForeign) => {
  test.each([
    ["a path in the tree", { kubeconfig: "kubeconfig" }, {}],
    ["a link in the tree", { kubeconfig: "link" }, {}],
    ["an absolute path", { kubeconfig: "$ROOT/tree/kubeconfig" }, {}],
    ["a link from outside", { kubeconfig: "$ROOT/temp/link" }, {}],
    ["one of the variable's files", {}, { KUBECONFIG: "$ROOT/temp/kubeconfig:$ROOT/tree/kubeconfig" }],
    ["for a deploy", { mode: "deploy", kubeconfig: "kubeconfig", "schema-locations": "default" }, {}],
    ["for a look", { exporter: "cluster", kubeconfig: "kubeconfig", "schema-locations": "default" }, {}],
  ])("%s", async (_, given, env) => {
    expect(await reached(given, env, isForeign)).toMatchObject(refused(isForeign));
  });

  test.each([
    ["one outside of it", { kubeconfig: "$ROOT/temp/kubeconfig" }, {}],
    ["one handed over", { "kubeconfig-data": "x" }, { KUBECONFIG: "$ROOT/tree/kubeconfig" }],
  ])("others are: %s", async (_, given, env) => {
    const outcome = await reached(given, env, isForeign);
    expect(outcome).toBeInstanceOf(TypeError);
  });
});

test("a check that needs no cluster opens none", async () => {
  expect(await reached({ "schema-locations": "default", kubeconfig: "kubeconfig" }, {})).toBeNull();
});

describe("the configuration's targets", () => {
  const uid = "0f1e2d3c-0000-4000-8000-000000000001";
  const cluster = { server: "https://10.0.0.1:6443", uid } as Cluster;
  const target = (name: string, more: Partial<DeployTarget> = {}): DeployTarget => ({
    ...{ name, gated: false, environment: null, refs: null, expectedCluster: null },
    ...more,
  });

  /** What the cluster was to be, and what reaching it ends with. */
  const reach = async (mode: string, config: Partial<DeployTargets>) => {
    const { workspace } = await places();
    const opened: unknown[] = [];
    const open = async (also?: string | null) => {
      opened.push(also);
      return cluster;
    };
    const inputs = readInputs((name) => ({ mode, "schema-locations": "cluster", "kubeconfig-data": "x" })[name] ?? "");
    const outside = { env: {}, workspace, files: localFiles, cluster: open } as unknown as Outside;
    const outcome = await reachCluster(inputs, outside, {
      isForeign: false,
      config: { ...noTargets, ...config },
    }).catch((thrown: unknown) => thrown);
    return { opened, outcome };
  };

  test("say which cluster it has to be, beside the input", async () => {
    expect(await reach("deploy", { target: target("a", { expectedCluster: uid }) })).toEqual({
      opened: [uid],
      outcome: cluster,
    });
    expect(await reach("deploy", {})).toEqual({ opened: [null], outcome: cluster });
  });

  test.each([uid, uid.toUpperCase(), "https://10.0.0.1:6443/"])(
    "keep their gate before their cluster, whatever a deploy calls it: %s",
    async (expectedCluster) => {
      const gate = target("production", { gated: true, environment: "production", expectedCluster });
      const staging = target("staging");
      // Gated too, by an environment that may ask for less.
      const other = target("other", { gated: true, environment: "other" });
      const twin = target("twin", { gated: true, environment: "twin", expectedCluster });
      const targets = [staging, other, gate, twin];
      for (const chosen of [staging, other, null])
        expect((await reach("deploy", { target: chosen, targets })).outcome).toMatchObject({
          reason: "gate-missing",
          message: expect.stringContaining("is that of the gated target production"),
        });
      for (const [mode, chosen] of [
        ["deploy", gate],
        ["deploy", twin],
        ["check", staging],
      ] as const)
        expect((await reach(mode, { target: chosen, targets })).outcome).toBe(cluster);
    },
  );

  test("of other clusters, and without a gate, are nothing to it", async () => {
    const other = target("other", { gated: true, environment: "x", expectedCluster: "https://10.0.0.2:6443" });
    const unknown = target("unknown", { gated: true, environment: "x" });
    const open = target("open", { expectedCluster: uid });
    expect((await reach("deploy", { target: target("a"), targets: [other, unknown, open] })).outcome).toBe(cluster);
  });
});
