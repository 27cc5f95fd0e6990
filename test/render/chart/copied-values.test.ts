import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { OperatorError } from "../../../src/core/errors.ts";
import { valueAt } from "../../../src/kubernetes/manifest.ts";
import { folderOf, type HelmName, makeStand, type Stand } from "../stand.ts";
import { stackWith } from "./small-chart.ts";

const helms: readonly HelmName[] = ["helm", "helm3"];
const canary = "canary-from-outside";

const chart = {
  "chart/Chart.yaml": "apiVersion: v2\nname: small\nversion: 0.1.0\n",
  "chart/templates/all.yaml":
    "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: all\ndata:\n  all: {{ toJson .Values | quote }}\n",
};

/** A repository beside which a file lies that nobody may read, and in which lies a program that nobody may run. */
const standWith = async (
  line: string,
  helm: HelmName,
  links: Readonly<Record<string, string>> = {},
): Promise<Stand> => {
  const stand = await makeStand({
    helm,
    links,
    files: {
      ...stackWith(`${line}\n`),
      ...chart,
      "v.yaml": "own: v\n",
      "w.yaml": "own: w\n",
      "text.txt": "line 1\nline 2\n",
      "evil.sh": "#!/bin/sh\ntouch ran\ncat\n",
    },
  });
  writeFileSync(join(folderOf(stand, "outside"), "secret.yaml"), `${canary}: true\n`);
  return stand;
};

const allValues = async (stand: Stand): Promise<unknown> => {
  const { chart: rendered } = await stand.render();
  expect(rendered.error).toBeNull();
  return JSON.parse(String(valueAt(rendered.manifests[0]?.body, ["data", "all"])));
};

describe.each(helms)("%s reads copies of values", (helm) => {
  test("in their order, files of --set-file too; no name of the tree is among its arguments", async () => {
    const stand = await standWith(
      "helm install stack ./chart -f v.yaml,w.yaml --set-file a.b[0]=text.txt --set 'c=1,d={x,y}' --set-string e=2 --set-json 'f=[3]' --set-literal g=h,i",
      helm,
    );
    expect(await allValues(stand)).toEqual({
      own: "w",
      a: { b: ["line 1\nline 2\n"] },
      c: 1,
      d: ["x", "y"],
      e: "2",
      f: [3],
      g: "h,i",
    });
    const template = stand.commands.find(({ args }) => args[0] === "template");
    expect(template?.cwd?.startsWith(stand.outside.scratch.dir)).toBe(true);
    expect(template?.args.slice(-3, -1)).toEqual(["--", "stack"]);
    expect(template?.args.filter((arg) => arg.includes(".yaml") || arg.includes("text"))).toEqual([
      "--values=values-0.yaml",
      "--values=values-1.yaml",
    ]);
  });

  test("a value file that is no YAML is told by its own name and line", async () => {
    const stand = await standWith("helm install stack ./chart -f v.yaml -f bad.yaml", helm);
    writeFileSync(join(stand.root, "bad.yaml"), "a: 1\n  b: [\n");
    const { chart: rendered } = await stand.render();
    expect(rendered.error).toMatchObject({ at: { file: "bad.yaml" }, message: expect.stringContaining("bad.yaml") });
    expect(rendered.error?.message).not.toContain("values-1");
  });

  test("a value file that costs too much to read never reaches it", async () => {
    const stand = await standWith("helm install stack ./chart -f v.yaml", helm);
    writeFileSync(join(stand.root, "v.yaml"), `a:\n${"- 1\n".repeat(400_000)}`);
    const { chart: rendered } = await stand.render();
    expect(rendered.error).toMatchObject({ at: { file: "v.yaml", line: 1 } });
    expect(stand.commands.filter(({ args }) => args[0] === "template")).toEqual([]);
  });

  test.each([
    ["an option as the release", "helm upgrade --install -n monitoring -- --post-renderer=./evil.sh ./chart"],
    ["an option with a file as the release", "helm upgrade --install -- --values=OUTSIDE ./chart"],
    ["--set-file with an escaped =", "helm install stack ./chart --set-file 'a\\=b=OUTSIDE'"],
    ["--set-file with an escaped backslash", "helm install stack ./chart --set-file 'x\\\\,j=OUTSIDE'"],
    ["--set-file through a link", "helm install stack ./chart --set-file a=link.yaml"],
    ["-f through a link", "helm install stack ./chart -f link.yaml"],
    ["-f with a line break", "helm install stack ./chart -f $'v\\nw.yaml'"],
    ["-f with quotes", 'helm install stack ./chart -f \'"v.yaml","OUTSIDE"\''],
    ["a list of files", "helm install stack ./chart --set-file 'a={OUTSIDE,b}'"],
  ])("nothing outside is read, and nothing runs: %s", async (_name, line) => {
    const links = { "link.yaml": "../outside/secret.yaml", v: "../outside/secret.yaml", "v\nw.yaml": "v.yaml" };
    const stand = await standWith("true", helm, links);
    const script = line.replaceAll("OUTSIDE", join(stand.root, "..", "outside", "secret.yaml"));
    writeFileSync(join(stand.root, "prometheus-stack", "upstream", "install.sh"), `${script}\n`);
    const outcome = await stand.render().catch((thrown: unknown) => {
      if (thrown instanceof OperatorError) return thrown.message;
      throw thrown;
    });
    expect(JSON.stringify(outcome)).not.toContain(canary);
    for (const { args, cwd } of stand.commands) {
      expect(args.filter((arg) => /secret|post-renderer|link/.test(arg))).toEqual([]);
      expect(cwd ?? "").not.toBe(stand.root);
    }
  });
});
