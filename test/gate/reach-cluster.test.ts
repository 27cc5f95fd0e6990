import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { reachCluster } from "../../src/gate/reach-cluster.ts";
import { readInputs } from "../../src/inputs.ts";
import { openWorkspace } from "../../src/machine/files/open-workspace.ts";
import type { Outside } from "../../src/outside/outside.ts";
import { temporaryFolder } from "../machine/files/temporary-folder.ts";

const places = async () => {
  const root = temporaryFolder();
  for (const folder of ["tree", "temp"]) mkdirSync(join(root, folder));
  for (const file of ["tree/kubeconfig", "temp/kubeconfig"]) writeFileSync(join(root, file), "");
  symlinkSync("kubeconfig", join(root, "tree/link"));
  return { root, workspace: await openWorkspace(join(root, "tree")) };
};

/**
 * What reaching ends with; what comes after the refusal touches what this outside does not have,
 * which is no operator error.
 */
const reached = async (given: Readonly<Record<string, string>>, env: Outside["env"], trusted = false) => {
  const { root, workspace } = await places();
  const filled = (text: string): string => text.replaceAll("$ROOT", root);
  const inputs = readInputs((name) => filled({ "schema-locations": "cluster", ...given }[name] ?? ""));
  const own = Object.fromEntries(Object.entries(env).map(([name, value]) => [name, filled(value ?? "")]));
  return await reachCluster(inputs, { env: own, workspace } as Outside, { isForeign: !trusted }).catch(
    (thrown: unknown) => thrown,
  );
};

const refused = { reason: "untrusted-event", message: expect.stringContaining("lies in the repository") };

test.each([
  ["a path in the tree", { kubeconfig: "kubeconfig" }, {}],
  ["a link in the tree", { kubeconfig: "link" }, {}],
  ["an absolute path", { kubeconfig: "$ROOT/tree/kubeconfig" }, {}],
  ["one of the variable's files", {}, { KUBECONFIG: "$ROOT/temp/kubeconfig:$ROOT/tree/kubeconfig" }],
])("a kubeconfig of a tree that may be anybody's is not opened: %s", async (_, given, env) => {
  expect(await reached(given, env)).toMatchObject(refused);
});

test.each([
  ["one outside of it", { kubeconfig: "$ROOT/temp/kubeconfig" }, {}, false],
  ["one handed over", { "kubeconfig-data": "x" }, { KUBECONFIG: "$ROOT/tree/kubeconfig" }, false],
  ["one of a tree that is the repository's own", { kubeconfig: "kubeconfig" }, {}, true],
])("others are: %s", async (_, given, env, trusted) => {
  const outcome = await reached(given, env, trusted);
  expect(outcome).toBeInstanceOf(Error);
  expect(outcome).not.toMatchObject(refused);
});

test("a check that needs no cluster opens none", async () => {
  expect(await reached({ "schema-locations": "default", kubeconfig: "kubeconfig" }, {})).toBeNull();
});
