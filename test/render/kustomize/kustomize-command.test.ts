import { chmodSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Allowance } from "../../../src/inputs.ts";
import { openKustomize } from "../../../src/render/kustomize/kustomize-command.ts";
import { listen } from "../../loopback-servers/server.ts";
import { chartIn, stackWith } from "../chart/small-chart.ts";
import { folderOf, makeStand } from "../stand.ts";

/** A base elsewhere, a proxy that counts who comes, and a `git` on PATH that leaves a mark. */
const temptation = async (base: string) => {
  const asked: string[] = [];
  const proxy = await listen((request, response) => {
    asked.push(request.url ?? "");
    response.writeHead(404).end();
  });
  const probe = await makeStand();
  const [bin, mark] = [folderOf(probe, "git-bin"), join(folderOf(probe, "marks"), "git-ran")];
  writeFileSync(join(bin, "git"), `#!/bin/sh\necho ran > ${mark}\nexit 1\n`);
  chmodSync(join(bin, "git"), 0o755);
  const stand = await makeStand({
    env: { HTTP_PROXY: proxy.url, HTTPS_PROXY: proxy.url },
    files: { "o/kustomization.yaml": `resources: ["${base}"]\n` },
  });
  const outside = { ...stand.outside, env: { ...stand.outside.env, PATH: bin } };
  const build = async (allow: readonly Allowance[]) => {
    // The toolbox found its tools before PATH was exchanged.
    await stand.outside.tools.get("kubectl");
    return (await openKustomize(allow, outside))(join(stand.root, "o"), { contents: [] });
  };
  return { asked, build, gitRan: () => existsSync(mark) };
};

describe.each(["http://base.invalid/x.yaml", "http://base.invalid/owner/repo//path?ref=v1"])("a base at %s", (base) => {
  test("is not even asked for without allow", async () => {
    const { asked, build, gitRan } = await temptation(base);
    expect((await build([])).code).not.toBe(0);
    expect(gitRan()).toBe(false);
    // A plugin may need PATH, and there git is: it gets no protocol and no proxy.
    expect((await build(["exec-plugins"])).code).not.toBe(0);
    expect(asked.filter((url) => url.includes("base.invalid"))).toEqual([]);
  });

  test("is asked for with allow: remote-bases", async () => {
    const { asked, build } = await temptation(base);
    expect((await build(["remote-bases"])).code).not.toBe(0);
    expect(asked.join()).toContain("base.invalid");
  });
});

describe("what is refused when the stack is loaded never reaches kustomize", () => {
  const overlay = "prometheus-stack/overlays/x";
  test.each([
    ["remote-bases", "resources: [https://base.invalid/x.yaml]\n"],
    ["helm-charts", "helmCharts: [{ name: small, releaseName: inner }]\n"],
  ])("%s", async (allowance, kustomization) => {
    const files = { ...stackWith("helm install r ./chart"), [`${overlay}/kustomization.yaml`]: kustomization };
    const stand = await makeStand({ files });
    await expect(stand.render()).rejects.toMatchObject({
      reason: "invalid-input",
      hint: expect.stringContaining(allowance),
    });
    expect(stand.commands).toEqual([]);
  });
});

test("a chart inside a kustomization is inflated with allow: helm-charts, from the copy in the repository", async () => {
  const overlay = "prometheus-stack/overlays/x";
  const stand = await makeStand({
    helm: "helm3",
    inputs: { allow: "helm-charts", tools: "path" },
    files: {
      ...stackWith("helm install r ./chart"),
      ...chartIn("chart"),
      ...chartIn(`${overlay}/charts/small`),
      [`${overlay}/kustomization.yaml`]: "helmCharts:\n  - name: small\n    releaseName: inner\n",
    },
  });
  const root = (await stand.render()).roots.find((one) => one.root === overlay);
  expect(root?.error).toBeNull();
  const prometheus = root?.manifests.find(({ ref }) => ref.kind === "Prometheus");
  expect(prometheus?.ref.name).toBe("inner");
  expect(prometheus?.origin).toMatchObject({ generated: true, file: `${overlay}/kustomization.yaml` });
  expect(prometheus?.locate(["spec", "replicas"])).toMatchObject({ file: `${overlay}/kustomization.yaml`, line: 2 });
});

test("a program named as a plugin does not run without allow", async () => {
  const stand = await makeStand({
    files: {
      "o/kustomization.yaml": "resources: []\ngenerators: [g.yaml]\n",
      "o/g.yaml": `apiVersion: v1
kind: Gen
metadata:
  name: g
  annotations:
    config.kubernetes.io/function: |
      exec: { path: ./run.sh }
`,
    },
  });
  const mark = join(stand.root, "marks/plugin-ran");
  mkdirSync(dirname(mark));
  writeFileSync(join(stand.root, "o/run.sh"), `#!/bin/sh\necho ran > ${mark}\n`, { mode: 0o755 });
  const done = await (await openKustomize([], stand.outside))(join(stand.root, "o"), { contents: [] });
  expect(done.stderr).toContain("external plugins disabled");
  expect(existsSync(mark)).toBe(false);
});
