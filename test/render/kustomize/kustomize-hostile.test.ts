import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { OperatorError } from "../../../src/core/errors.ts";
import type { Allowance } from "../../../src/inputs.ts";
import { listen } from "../../loopback-servers/server.ts";
import { buildTree, type TreeFiles, treeOf } from "./kustomize-tree.ts";
import { configMap, type Hostile, unseen } from "./unseen-references.ts";

const x = "s/overlays/x";
const canary = "canary-of-another-folder";

/** Builds with a canary beside the repository and a server that answers with an object; says what came of it. */
const tempt = async (hostile: (url: string) => Hostile, allow: readonly Allowance[] = []) => {
  const asked: string[] = [];
  const server = await listen((request, response) => {
    asked.push(request.url ?? "");
    response.end(configMap("fetched", canary));
  });
  const { kustomization, files } = hostile(server.url);
  const repo = treeOf({ [`${x}/kustomization.yaml`]: kustomization, [`${x}/x.yaml`]: configMap("x"), ...files });
  const beside = join(dirname(repo), "beside");
  mkdirSync(beside);
  writeFileSync(join(beside, "kustomization.yaml"), "resources: [c.yaml]\n");
  writeFileSync(join(beside, "c.yaml"), configMap("c", canary));
  const outcome = await buildTree(repo, [x], allow).catch((thrown: unknown) => {
    if (!(thrown instanceof OperatorError)) throw thrown;
    return thrown;
  });
  return { outcome, asked };
};

describe("what kustomize would read and we do not see is not there", () => {
  test.each(Object.entries(unseen))("%s", async (_, hostile) => {
    const { outcome, asked } = await tempt(hostile);
    expect(asked).toEqual([]);
    expect(JSON.stringify(outcome instanceof OperatorError ? outcome.message : outcome.builds)).not.toContain(canary);
    if (!(outcome instanceof OperatorError)) expect(JSON.stringify(outcome.builds)).not.toContain("no 'git' program");
  });
});

describe("what helm would take for something else than a name is refused, though charts are allowed", () => {
  const chart = (entry: string): TreeFiles => ({ [`${x}/kustomization.yaml`]: `helmCharts:\n  - {${entry}}\n` });
  test.each([
    ["name: c, releaseName: --post-renderer=./x.sh", "helmCharts.releaseName names --post-renderer"],
    ["name: ../../../../beside", "helmCharts.name names ../../"],
    ["name: --untardir=/tmp", "helmCharts.name names --untardir"],
    ["name: c, repo: 'https://x.invalid', version: 1/../../../../x", "helmCharts.version names 1/../"],
    ["name: c, additionalValuesFiles: ['x,/etc/hostname']", "helm would not take as a name"],
    ["name: c, configHome: ./home", "which would run a program of the repository's choice"],
  ])("%s", async (entry, told) => {
    const failing = buildTree(treeOf(chart(entry)), [x], ["helm-charts"]);
    await expect(failing).rejects.toMatchObject({ reason: "invalid-input", message: expect.stringContaining(told) });
  });

  test("in a generator of one's own as well", async () => {
    const generator =
      "apiVersion: builtin\nkind: HelmChartInflationGenerator\nmetadata: {name: g}\nname: c\nreleaseName: --post-renderer=./x.sh\n";
    const repo = treeOf({ [`${x}/kustomization.yaml`]: "generators: [g.yaml]\n", [`${x}/g.yaml`]: generator });
    await expect(buildTree(repo, [x], ["helm-charts"])).rejects.toMatchObject({
      message: expect.stringContaining("helm would not take as a name"),
    });
  });
});
