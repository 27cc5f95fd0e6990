import { execFileSync } from "node:child_process";
import { readFile, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { load } from "js-yaml";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openCluster } from "../../../src/machine/cluster/open-cluster.ts";
import { commandLine } from "../../../src/outside/command-line.ts";
import { type EmbeddedCluster, startCluster } from "../../cluster/cluster.ts";
import { openRig, type Rig } from "../../deploy/rig.ts";
import { blocksOf } from "../../pages/markdown.ts";

let embedded: EmbeddedCluster;
let text: string;
let rig: Rig;
beforeAll(async () => {
  embedded = await startCluster({ nodes: 0 });
  text = await readFile(embedded.kubeconfig, "utf8");
});
afterAll(() => embedded?.stop());
beforeEach(async () => {
  rig = await openRig();
});
afterEach(() => rig.close());

const nothing = {
  ...{ kubeconfig: undefined, kubeconfigData: undefined, context: undefined, expectedCluster: undefined },
  timeoutMs: 60_000,
};
const open = (inputs: Partial<Parameters<typeof openCluster>[0]>, env: Readonly<Record<string, string>> = {}) =>
  openCluster({ ...nothing, ...inputs }, { ...rig.outside, env: { ...rig.outside.env, ...env } });

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address !== null ? address.port : 0;
};

describe("where the kubeconfig comes from", () => {
  test("a path, absolute or relative to the repository root", async () => {
    await rig.write("secrets/kube.yaml", text);
    const cluster = await open({ kubeconfig: "secrets/kube.yaml" });
    expect(cluster).toMatchObject({ server: embedded.server, version: expect.stringMatching(/^1\.\d+\.\d+$/) });
    const system = JSON.parse(await cluster.getRaw("/api/v1/namespaces/kube-system"));
    expect(cluster.uid).toBe(system.metadata.uid);
  });

  test("the ServiceAccount of a runner that is a pod, as the guide writes it", async () => {
    const guide = await readFile(join(import.meta.dirname, "../../../docs/guides/gated-deploy.md"), "utf8");
    const step = blocksOf(guide, "yaml").find((text) => text.startsWith("- run: |"));
    const [{ run } = { run: "" }] = load(step ?? "[]") as readonly { readonly run: string }[];
    const root = rig.outside.workspace.root;
    execFileSync("bash", ["-e", "-c", run], {
      env: { PATH: process.env["PATH"], RUNNER_TEMP: root },
      // With a socket as its input bash takes itself for a remote shell, and reads the user's own settings.
      stdio: "ignore",
    });
    const written = await readFile(join(root, "kubeconfig"), "utf8");
    await rig.write("account/token", `${embedded.adminToken}\n`);
    await rig.write("account/ca.crt", embedded.ca);
    const config = written
      .replaceAll("/var/run/secrets/kubernetes.io/serviceaccount", join(root, "account"))
      .replace("https://kubernetes.default.svc", embedded.server);
    await rig.write("kubeconfig", config);
    const cluster = await open({ kubeconfig: "kubeconfig" });
    expect(cluster.server).toBe(embedded.server);
    const env = { KUBECONFIG: "", KUBERNETES_SERVICE_HOST: "10.96.0.1" };
    await expect(open({}, env)).rejects.toMatchObject({ hint: expect.stringContaining("docs/guides/gated-deploy.md") });
  });

  test.each([
    ["as text", (data: string) => data],
    ["as base64", (data: string) => Buffer.from(data).toString("base64")],
    ["as base64 in lines", (data: string) => Buffer.from(data).toString("base64").replaceAll(/.{76}/g, "$&\n")],
  ])("kubeconfig-data %s: kept private, its secrets masked", async (_form, form) => {
    const kubeconfigData = form(text);
    const cluster = await open({ kubeconfigData });
    const file = String(cluster.helmFlags[0]?.[1]);
    expect(file.startsWith(rig.outside.scratch.dir)).toBe(true);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(rig.masked).toContain(embedded.adminToken);
    for (const line of kubeconfigData === text ? [] : kubeconfigData.split("\n")) expect(rig.masked).toContain(line);
  });

  test("the variable KUBECONFIG, also with several files", async () => {
    const [own, other] = [load(text), load(text)] as [Record<string, unknown>, Record<string, unknown>];
    const first = await rig.write("one", JSON.stringify({ ...own, contexts: [] }));
    const second = await rig.write("two", JSON.stringify({ ...other, clusters: [], users: [] }));
    const cluster = await open({}, { KUBECONFIG: `${first}:${second}` });
    expect(cluster.server).toBe(embedded.server);
  });

  test("nowhere", async () => {
    await expect(open({})).rejects.toMatchObject({
      reason: "invalid-input",
      message: expect.stringContaining("kubeconfig-data"),
    });
  });

  test("a file that is not there", async () => {
    await expect(open({ kubeconfig: "no/such" })).rejects.toMatchObject({
      reason: "invalid-input",
      message: "The kubeconfig of the input kubeconfig (no/such) cannot be read (ENOENT).",
    });
  });

  test.each([["not: [closed, s3cret"], ["s3cret"], [Buffer.from("s3cret").toString("base64")]])(
    "kubeconfig-data that is none is refused and not quoted: %s",
    async (kubeconfigData) => {
      const error = await open({ kubeconfigData }).catch((thrown) => thrown);
      expect(error.reason).toBe("invalid-input");
      expect(`${error.message}${error.hint}`).not.toContain("s3cret");
    },
  );
});

describe("a wrong context, cluster or account", () => {
  test("an unknown context: the known ones are listed", async () => {
    await expect(open({ kubeconfigData: text, context: "prod" })).rejects.toMatchObject({
      reason: "invalid-input",
      message: "The input context is prod, which is not in the input kubeconfig-data.",
      hint: "Set the input context to one of: embedded.",
    });
  });

  test("the expected cluster of the configuration has to hold beside the input's", async () => {
    const [own, other] = [embedded.server, "https://127.0.0.1:1"];
    const both = (expectedCluster: string | undefined, also: string | null) =>
      openCluster({ ...nothing, kubeconfigData: text, expectedCluster }, rig.outside, also);
    for (const input of [own, undefined]) {
      await expect(both(input, own)).resolves.toMatchObject({ server: own });
      await expect(both(input, other)).rejects.toMatchObject({ reason: "wrong-cluster" });
    }
    await expect(both(other, own)).rejects.toMatchObject({ reason: "wrong-cluster" });
  });

  test("the expected cluster, by address and by uid", async () => {
    const { uid } = await open({ kubeconfigData: text, expectedCluster: `${embedded.server}/` });
    await expect(open({ kubeconfigData: text, expectedCluster: uid.toUpperCase() })).resolves.toMatchObject({ uid });
  });

  test.each([["https://prod.example:6443"], ["00000000-0000-4000-8000-000000000000"], ["prod"]])(
    "another cluster than the expected %s: both are shown",
    async (expectedCluster) => {
      const error = await open({ kubeconfigData: text, expectedCluster }).catch((thrown) => thrown);
      expect(error.reason).toBe("wrong-cluster");
      expect(error.message).toContain(expectedCluster);
      expect(error.message).toContain(embedded.server);
    },
  );

  test("a token that the server does not know", async () => {
    const kubeconfig = await embedded.kubeconfigWith({ token: "stale-token" });
    await expect(open({ kubeconfig })).rejects.toMatchObject({
      reason: "unauthorized",
      message: expect.stringContaining(`${embedded.server} (context embedded of the input kubeconfig`),
    });
  });

  test("an account without any role: reached, its cluster's uid unknown, and proof by uid impossible", async () => {
    const kubeconfig = await embedded.kubeconfigWith({ token: embedded.developerToken });
    const cluster = await open({ kubeconfig });
    expect(cluster.uid).toBe("");
    await expect(cluster.getRaw("/api/v1/nodes")).rejects.toMatchObject({
      reason: "unauthorized",
      message: expect.stringContaining("list on nodes in the whole cluster"),
    });
    const expectedCluster = "00000000-0000-4000-8000-000000000000";
    await expect(open({ kubeconfig, expectedCluster })).rejects.toMatchObject({ reason: "unauthorized" });
  });

  test("a port that nobody listens on", async () => {
    const server = `https://127.0.0.1:${await freePort()}`;
    const kubeconfig = await embedded.kubeconfigWith({ token: "x", server });
    await expect(open({ kubeconfig })).rejects.toMatchObject({
      reason: "cluster-unreachable",
      message: expect.stringContaining(server),
    });
  });

  test("a server that accepts and never answers ends in seconds", async () => {
    const silent = createServer(() => {}).listen(0, "127.0.0.1");
    await new Promise((resolve) => silent.once("listening", resolve));
    const address = silent.address();
    const server = `https://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
    const kubeconfig = await embedded.kubeconfigWith({ token: "x", server });
    await expect(open({ kubeconfig })).rejects.toMatchObject({ reason: "cluster-unreachable" });
    silent.close();
  }, 40_000);

  test("a certificate that another authority signed", async () => {
    const config = JSON.parse(text);
    delete config.clusters[0].cluster["certificate-authority-data"];
    await expect(open({ kubeconfigData: JSON.stringify(config) })).rejects.toMatchObject({
      reason: "cluster-unreachable",
      message: expect.stringContaining("x509"),
    });
  });
});

describe("credential plugins", () => {
  const withPlugin = async (command: string): Promise<string> => {
    const config = JSON.parse(text);
    const apiVersion = "client.authentication.k8s.io/v1";
    config.users[0].user = { exec: { apiVersion, command, interactiveMode: "Never" } };
    return JSON.stringify(config);
  };

  test("one on PATH runs and gets the environment of the cloud, not the step's inputs", async () => {
    const seen = join(rig.outside.workspace.root, "seen");
    const plugin = await rig.write(
      "bin/cloud-login",
      `#!/bin/sh\nenv > ${seen}\nprintf '{"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential","status":{"token":"%s"}}' "$AWS_SESSION_TOKEN"\n`,
    );
    await rig.outside.exec({ file: "/bin/chmod", args: ["+x", plugin], env: {}, timeoutMs: 5000 });
    const env = {
      PATH: `${join(rig.outside.workspace.root, "bin")}:${process.env["PATH"]}`,
      AWS_SESSION_TOKEN: embedded.adminToken,
      HTTPS_PROXY: "",
      INPUT_CHART_PASSWORD: "s3cret",
      ACTIONS_RUNTIME_TOKEN: "s3cret",
    };
    const cluster = await open({ kubeconfigData: await withPlugin("cloud-login") }, env);
    expect(cluster.uid).not.toBe("");
    expect(await readFile(seen, "utf8")).not.toContain("s3cret");
  });

  test.each(["no-such-plugin", "false"])("one that is missing or fails is named: %s", async (command) => {
    await expect(open({ kubeconfigData: await withPlugin(command) })).rejects.toMatchObject({
      reason: "unauthorized",
      message: expect.stringContaining(command),
    });
  });
});

test("KUBECONFIG and helm's variables of the machine lead nowhere else", async () => {
  const elsewhere = await rig.write("elsewhere", "apiVersion: v1\nkind: Config\ncontexts: []\n");
  await writeFile(elsewhere, "broken: [");
  const cluster = await open(
    { kubeconfigData: text },
    { KUBECONFIG: elsewhere, HELM_KUBECONTEXT: "x", HELM_DRIVER: "secret" },
  );
  expect(Object.keys(cluster.env)).toContain("HELM_DRIVER");
  expect(Object.keys(cluster.env)).not.toContain("HELM_KUBECONTEXT");
  expect((await cluster.kubectl(commandLine({ verb: ["get", "namespace", "default"] }))).code).toBe(0);
});
