import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { guard, startRegistry } from "../../loopback-servers/oci-registry.ts";
import { selfSigned } from "../../loopback-servers/self-signed.ts";
import { tool } from "../../tools-dir.ts";
import { folderOf, type HelmName, makeStand, type Stand } from "../stand.ts";
import { packagedChart, stackWith } from "./small-chart.ts";

const helms: readonly HelmName[] = ["helm", "helm3"];
const login = { username: "robot", password: "s3cret&more" };
const install = (chart: string, more = "") => stackWith(`helm install stack ${chart} --namespace monitoring ${more}`);
const thrownBy = (stand: Stand): Promise<unknown> => stand.render().catch((error: unknown) => error);

/** A registry with the small chart in it; answers also the chart's digest there. */
const filledRegistry = async () => {
  const [registry, { archive, folder }] = await Promise.all([startRegistry(), packagedChart()]);
  const env = { HOME: folder };
  const pushed = execFileSync(await tool("helm"), ["push", archive, `oci://${registry.host}/charts`, "--plain-http"], {
    env,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
  const shown = execFileSync(
    await tool("helm"),
    ["pull", `oci://${registry.host}/charts/small`, "--plain-http", "-d", folder],
    {
      env,
      encoding: "utf8",
    },
  );
  const digest = /sha256:[0-9a-f]{64}/.exec(pushed + shown)?.[0];
  if (digest === undefined) throw new Error("helm named no digest");
  return { registry, digest };
};

describe.each(helms)("an OCI registry, read by %s", (helm) => {
  test("gives a chart by tag, by digest and the newest, also where the repository is the address", async () => {
    const { registry, digest } = await filledRegistry();
    const address = `oci://${registry.host}/charts/small`;
    const forms = [
      install(address, "--version 1.2.3"),
      install(address),
      install(`${address}@${digest}`),
      install(`${address}:1.2.3`),
    ];
    for (const files of forms) {
      const stand = await makeStand({ helm, files });
      const { chart } = await stand.render();
      expect(chart).toMatchObject({ error: null, chart: { name: "small", version: "1.2.3" } });
      expect(chart.chart.source).toContain(address);
    }
    const byRepository = await makeStand({
      helm,
      inputs: { chart: "small", "chart-repository": `oci://${registry.host}/charts`, tools: "path" },
      files: install("ignored/ignored"),
    });
    expect((await byRepository.render()).chart.chart.source).toBe(address);
  });

  test("with a login: by inputs, by registry-config, a wrong one and none; the secret shows nowhere", async () => {
    const { registry } = await filledRegistry();
    const { host } = await guard(registry, login);
    const files = install(`oci://${host}/charts/small`, "--version 1.2.3");
    const credentials = { "chart-username": login.username, "chart-password": login.password, tools: "path" };
    const byInputs = { ...credentials, "chart-hosts": host };
    const auth = Buffer.from(`${login.username}:${login.password}`).toString("base64");
    const byConfig = { "registry-config": JSON.stringify({ auths: { [host]: { auth } } }), tools: "path" };
    for (const inputs of [byInputs, byConfig]) {
      const stand = await makeStand({ helm, inputs, files });
      expect((await stand.render()).chart.error).toBeNull();
      expect(stand.masked).toContain(auth);
      const told = JSON.stringify([stand.commands.map(({ args, env }) => [args, env]), stand.logged]);
      expect(told).not.toContain(login.password);
      expect(told).not.toContain(auth);
    }
    expect(await thrownBy(await makeStand({ helm, inputs: credentials, files }))).toMatchObject({
      reason: "invalid-input",
      message: expect.stringContaining(`are not sent to ${host}`),
    });
    const ofAnother = JSON.stringify({ auths: { "other.example": { auth } }, credsStore: "canary" });
    for (const inputs of [
      { ...byInputs, "chart-password": "wrong" },
      { "registry-config": ofAnother, tools: "path" },
      { tools: "path" },
    ]) {
      const thrown = await thrownBy(await makeStand({ helm, inputs, files }));
      expect(thrown).toMatchObject({
        reason: "unauthorized",
        message: expect.stringContaining(`oci://${host}/charts/small`),
      });
    }
  });

  test("over TLS with an authority of its own", async () => {
    const { registry } = await filledRegistry();
    const probe = await makeStand();
    const certificate = selfSigned(folderOf(probe, "tls"));
    const { host } = await guard(registry, login, certificate);
    const credentials = { "chart-username": login.username, "chart-password": login.password, tools: "path" };
    const inputs = { ...credentials, "chart-hosts": host };
    const files = install(`oci://${host}/charts/small`);
    const told = await makeStand({ helm, inputs: { ...inputs, "chart-ca-file": certificate.caFile }, files });
    expect((await told.render()).chart.error).toBeNull();
  });

  test("that lacks the chart or the version, or does not answer", async () => {
    const registry = await startRegistry();
    const cases = [
      [`oci://${registry.host}/charts/small`, /was not found/],
      ["oci://127.0.0.1:9/charts/small", /could not be reached/],
    ] as const;
    for (const [address, message] of cases) {
      const thrown = await thrownBy(await makeStand({ helm, files: install(address, "--version 1.2.3") }));
      expect(thrown).toMatchObject({ reason: "render-failed", message: expect.stringMatching(message) });
      expect(String(thrown)).toContain(address);
    }
  });
});

test.each([
  ["no JSON", "{", /is not the JSON of a registry configuration/],
  ["a file that is not there", "nope.json", /nope\.json, which does not exist/],
])("a registry-config that is %s is refused by name", async (_, text, message) => {
  const stand = await makeStand({ inputs: { "registry-config": text, tools: "path" }, files: install("./chart") });
  await expect(stand.helm()).rejects.toMatchObject({
    reason: "invalid-input",
    message: expect.stringMatching(message),
  });
});
