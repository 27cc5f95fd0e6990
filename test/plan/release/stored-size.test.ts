import { readdir, readFile } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { JsonObject } from "../../../src/kubernetes/manifest.ts";
import { commandLine } from "../../../src/outside/command-line.ts";
import type { Helm } from "../../../src/outside/helm.ts";
import { storedBytes } from "../../../src/plan/release/stored-size.ts";
import { type EmbeddedCluster, startCluster } from "../../cluster/cluster.ts";
import { openRig, openTestCluster, type Rig } from "../../deploy/rig.ts";
import { releaseJson } from "./release-json.ts";

/** KPS_CHART: a folder with the real chart, which is not part of the repository. */
const chart =
  process.env["KPS_CHART"] ?? resolve(import.meta.dirname, "../../../fixtures/charts/kube-prometheus-stack");

let embedded: EmbeddedCluster;
let rig: Rig;
beforeAll(async () => {
  embedded = await startCluster();
  rig = await openRig();
  // A dry run on the server knows no kind that is not there yet.
  const helm = await rig.helm(4);
  const { stdout: crds } = await helm.run(commandLine({ verb: ["show", "crds"], positionals: [chart] }));
  const cluster = await openTestCluster(rig, embedded.kubeconfig);
  const done = await cluster.kubectl(commandLine({ verb: ["apply", "--server-side", "--filename=-"] }), {
    stdin: crds.replaceAll(/^(?=apiVersion:)/gm, "---\n"),
  });
  if (done.code !== 0) throw new Error(done.stderr);
});
afterAll(async () => {
  await rig?.close();
  await embedded?.stop();
});

const flags = (namespace: string): readonly (readonly [string, string])[] => [
  ["namespace", namespace],
  ["kubeconfig", embedded.kubeconfig],
  ["output", "json"],
  ["set", "note=some <text> & more"],
];

const upgrade = async (helm: Helm, namespace: string, ...more: readonly string[]): Promise<string> => {
  const verb = ["upgrade", "--install", "--create-namespace", "--skip-crds", "--disable-openapi-validation", ...more];
  const done = await helm.run(commandLine({ verb, flags: flags(namespace), positionals: ["stack", chart] }));
  if (done.code !== 0) throw new Error(done.stderr);
  return done.stdout;
};

/** What the API server holds of the release: the bytes of the Secret's data. */
const storedNow = async (namespace: string): Promise<number> => {
  const { body } = await embedded.request("GET", `/api/v1/namespaces/${namespace}/secrets/sh.helm.release.v1.stack.v1`);
  const { data } = body as { readonly data: { readonly release: string } };
  return Buffer.from(data.release, "base64").length;
};

const entriesOf = async (folder: string) => {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  return Promise.all(
    files
      .filter((file) => file.isFile())
      .map(async (file) => {
        const path = join(file.parentPath, file.name);
        return { name: relative(folder, path), bytes: await readFile(path) };
      }),
  );
};

describe.each([3, 4] as const)("the Secret of a release of helm %i", (major) => {
  test("has the size that is said before it is written", async () => {
    const helm = await rig.helm(major);
    const namespace = `size-${major}`;
    const dryRun = await upgrade(helm, namespace, "--dry-run=server");
    const printed = JSON.parse(await upgrade(helm, namespace)) as JsonObject;
    const stored = await storedNow(namespace);

    const entries = await entriesOf(chart);
    const valuesOf = (name: string): string =>
      entries.find((entry) => entry.name === `charts/${name}/values.yaml`)?.bytes.toString() ?? "";
    const names = (await readdir(join(chart, "charts"))).filter((name) => valuesOf(name) !== "");
    const { hooks, config, info } = printed as unknown as {
      readonly hooks?: readonly { readonly kind: string; readonly name: string; readonly manifest: string }[];
      readonly config: JsonObject;
      readonly info: { readonly notes?: string };
    };
    const put = releaseJson({
      ...{ name: "stack", namespace, revision: 1, helmMajor: major, config, entries, notes: info.notes ?? "" },
      chartValues: { dependencies: new Map(names.map((name) => [name, valuesOf(name)])) },
      manifest: String(printed["manifest"]),
      hooks: (hooks ?? []).map(({ kind, name, manifest }) => ({ ref: { kind, name }, text: manifest })),
    });
    expect(Math.abs(storedBytes(put) / stored - 1)).toBeLessThan(0.02);
    expect(Math.abs(storedBytes(dryRun) / stored - 1)).toBeLessThan(0.02);
    const uninstall = { verb: ["uninstall"], flags: flags(namespace).slice(0, 2), positionals: ["stack"] };
    expect((await helm.run(commandLine(uninstall))).stderr).toBe("");
  });
});
