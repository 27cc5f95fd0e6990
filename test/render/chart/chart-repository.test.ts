import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { commandLine } from "../../../src/outside/command-line.ts";
import { serveRepository } from "../../loopback-servers/chart-repository.ts";
import { selfSigned } from "../../loopback-servers/self-signed.ts";
import { folderOf, type HelmName, makeStand, type Stand } from "../stand.ts";
import { packagedChart, stackWith } from "./small-chart.ts";

const helms: readonly HelmName[] = ["helm", "helm3"];
const login = { username: "robot", password: "pa ss:w%rd/+" };

const script = (url: string, chart = "shop/small", more = "") =>
  stackWith(`helm repo add shop ${url}\nhelm upgrade --install stack ${chart} --namespace monitoring ${more}`);

const thrownBy = (stand: Stand): Promise<unknown> => stand.render().catch((error: unknown) => error);

/** Nothing that was run, logged or thrown may hold the password. */
const expectNoPassword = (stand: Stand, thrown?: unknown): void => {
  const told = JSON.stringify([stand.commands.map(({ args, env }) => [args, env]), stand.logged, String(thrown)]);
  expect(told).not.toContain(login.password);
  expect(told).not.toContain(encodeURIComponent(login.password));
};

describe.each(helms)("a chart repository, read by %s", (helm) => {
  test("is asked once, and the pulled copy serves both renders", async () => {
    const { folder, archive } = await packagedChart();
    const repository = await serveRepository({ folder });
    const stand = await makeStand({ helm, files: script(repository.url) });
    const { chart } = await stand.render({ twice: true });
    expect(chart).toMatchObject({ error: null, chart: { name: "small", version: "1.2.3", source: repository.url } });
    expect(chart.manifests).toHaveLength(4);
    expect(repository.requests).toEqual(["/index.yaml", "/small-1.2.3.tgz"]);
    expect(chart.chart.digest).toBe(createHash("sha256").update(readFileSync(archive)).digest("hex"));
    // Helm gets no more than our copy: it is asked for no repository.
    expect(stand.commands.map(({ args }) => args[0])).not.toContain("pull");
  });

  test("with a password: the right one by inputs or in the address, a wrong one, and none", async () => {
    const { folder } = await packagedChart();
    const { url, host, requests } = await serveRepository({ folder, login });
    const credentials = { "chart-username": login.username, "chart-password": login.password, tools: "path" };
    const unnamed = await thrownBy(await makeStand({ helm, inputs: credentials, files: script(url) }));
    expect(unnamed).toMatchObject({
      reason: "invalid-input",
      message: expect.stringMatching(/are not sent to .*install\.sh:2 names it/),
      hint: expect.stringContaining(host),
    });
    expect(requests).toEqual([]);

    const inputs = { ...credentials, "chart-hosts": host };
    const right = await makeStand({ helm, inputs, files: script(url) });
    expect((await right.render()).chart.error).toBeNull();
    expectNoPassword(right);

    const inAddress = url.replace("://", `://${login.username}:${encodeURIComponent(login.password)}@`);
    const written = await makeStand({
      helm,
      inputs: { "chart-repository": inAddress, tools: "path" },
      files: script(url),
    });
    expect((await written.render()).chart.chart.source).toBe(url);
    expect(written.masked).toContain(login.password);
    expectNoPassword(written);

    const wrong = await makeStand({ helm, inputs: { ...inputs, "chart-password": "wrong" }, files: script(url) });
    const none = await makeStand({ helm, files: script(url) });
    for (const stand of [wrong, none]) {
      const thrown = await thrownBy(stand);
      expect(thrown).toMatchObject({
        reason: "unauthorized",
        message: expect.stringMatching(new RegExp(`small .*\\(${url}\\)`)),
        hint: expect.stringContaining("chart-password"),
      });
    }
  });

  test("with a certificate of its own authority, and without being told of it", async () => {
    const { folder } = await packagedChart();
    const probe = await makeStand();
    const certificate = selfSigned(folderOf(probe, "tls"));
    const { url } = await serveRepository({ folder, certificate });
    const told = await makeStand({
      helm,
      inputs: { "chart-ca-file": certificate.caFile, tools: "path" },
      files: script(url),
    });
    expect((await told.render()).chart.error).toBeNull();
    const untold = await thrownBy(await makeStand({ helm, files: script(url) }));
    expect(untold).toMatchObject({ reason: "render-failed", hint: expect.stringContaining("chart-ca-file") });
  });

  test("that lacks the chart, the version, or itself", async () => {
    const { folder } = await packagedChart();
    const { url } = await serveRepository({ folder });
    const nobody = "http://127.0.0.1:9";
    const cases = [
      [script(url, "shop/large"), /large was not found \(http/],
      [script(url, "shop/small", "--version 9.9.9"), /small 9\.9\.9 was not found/],
      [script(`${url}/elsewhere`), /small was not found \(http.*\/elsewhere\)/],
      [script(nobody), /small could not be reached \(http:\/\/127\.0\.0\.1:9\)/],
      [script("https://charts.invalid"), /small could not be reached \(https:\/\/charts\.invalid\)/],
    ] as const;
    for (const [files, message] of cases) {
      const thrown = await thrownBy(await makeStand({ helm, files }));
      expect(thrown).toMatchObject({ reason: "render-failed", message: expect.stringMatching(message) });
    }
  });
});

test("the proxy of the environment is used for what is not on this machine", async () => {
  const { folder } = await packagedChart();
  const proxy = await serveRepository({ folder });
  const stand = await makeStand({ env: { HTTP_PROXY: proxy.url }, files: script("http://charts.invalid") });
  await thrownBy(stand);
  expect(proxy.requests).toContain("http://charts.invalid/index.yaml");
});

test("helm loads no plugin and no repository of the user's HOME", async () => {
  const { folder } = await packagedChart();
  const probe = await makeStand();
  const home = folderOf(probe, "home");
  const { url } = await serveRepository({ folder });
  const stand = await makeStand({
    env: { HOME: home, HELM_PLUGINS: join(home, "plugins"), HELM_DATA_HOME: home },
    files: script(url),
  });
  const { run } = await stand.helm();
  for (const command of [["plugin", "list"], ["env"]])
    expect((await run(commandLine({ verb: command }))).stdout).not.toContain(home);
  await stand.render();
  for (const { env } of stand.commands) expect(JSON.stringify(env)).not.toContain(home);
});
