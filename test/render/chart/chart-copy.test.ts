import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { copyChart } from "../../../src/machine/chart/copy-chart.ts";
import { listen } from "../../loopback-servers/server.ts";
import { archiveOf, chartMembers } from "../../machine/chart/archive-of.ts";
import { tool } from "../../tools-dir.ts";
import { folderOf, type HelmName, makeStand } from "../stand.ts";
import { chartIn, smallChart, stackWith } from "./small-chart.ts";

const helms: readonly HelmName[] = ["helm", "helm3"];

/** Tells every file that helm loaded, with its bytes. */
const listing = `apiVersion: v1
kind: ConfigMap
metadata: { name: {{ .Chart.Name }} }
data:
{{- range $name, $bytes := .Files }}
  {{ $name | quote }}: {{ $bytes | toString | b64enc | quote }}
{{- end }}
`;

const ignores = ["*.bak\n/top.txt\nci/\ndeep/*.md\n", "!*a*\n", "[a-c]*\n\\!x\n?op.txt\n", "#\n\n", "templates/\n"];
const long = `files/${"x".repeat(120)}/${"y".repeat(120)}.txt`;
const files: Readonly<Record<string, string>> = {
  "Chart.yaml": "\uFEFFapiVersion: v2\nname: outer\nversion: 1.0.0\n",
  "templates/all.yaml": listing,
  "templates/.hidden.yaml": "kind: Hidden\n",
  "templates/deep/.hidden.yaml": "kind: Deep\n",
  "values.yaml": "\uFEFFa: 1\n",
  "ci/x.yaml": "1",
  "a.bak": "2",
  "top.txt": "3",
  "deep/top.txt": "4",
  "deep/a.md": "5",
  "!x": "6",
  [long]: "7",
  "é/ü.txt": "8",
  "empty.txt": "",
  ".helmignored": "9",
};

const nested = archiveOf([
  ...chartMembers({ "Chart.yaml": "apiVersion: v2\nname: inner\nversion: 1.0.0\n", "templates/all.yaml": listing }),
  ...chartMembers({ "a.bak": "x", ".helmignore": "*", "templates/.x.yaml": "kind: Inner\n" }).slice(1),
]);

const template = async (helm: HelmName, chart: string, home: string): Promise<string> => {
  try {
    return execFileSync(await tool(helm), ["template", "r", chart], {
      env: { HOME: home },
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });
  } catch (thrown) {
    return String((thrown as { readonly stderr?: string }).stderr).replaceAll(chart, "CHART");
  }
};

describe.each(helms)("what %s finds in the copy of a chart", (helm) => {
  test.each(["", ...ignores])("is what it finds in the folder with .helmignore %j", async (ignore) => {
    const stand = await makeStand({ helm });
    const folder = folderOf(stand, "outer");
    for (const [name, text] of Object.entries({ ...files, ...(ignore === "" ? {} : { ".helmignore": ignore }) })) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    mkdirSync(join(folder, "charts"));
    writeFileSync(join(folder, "charts/inner.tgz"), nested);
    const { chart, provide } = await copyChart(
      { kind: "folder", path: folder, source: "outer" },
      { onlyRendered: false },
      stand.outside,
    );
    await provide();
    const home = folderOf(stand, "home");
    expect(await template(helm, chart.path, home)).toBe(await template(helm, folder, home));
  });

  test("is what it finds in the archive", async () => {
    const stand = await makeStand({ helm });
    const path = join(folderOf(stand, "packed"), "outer.tgz");
    const bytes = archiveOf([...chartMembers(files), ...chartMembers({ "charts/inner.tgz": nested }).slice(1)]);
    writeFileSync(path, bytes);
    const { chart, provide } = await copyChart(
      { kind: "archive", bytes, source: "outer.tgz" },
      { onlyRendered: false },
      stand.outside,
    );
    await provide();
    const home = folderOf(stand, "home");
    const rendered = await template(helm, path, home);
    expect(rendered).toContain("kind: Hidden");
    expect(await template(helm, chart.path, home)).toBe(rendered);
  });
});

describe.each(helms)("a hostile chart, rendered by %s", (helm) => {
  const standWith = (more: Readonly<Record<string, string>>) =>
    makeStand({ helm, files: { ...stackWith("helm install stack ./chart"), ...chartIn("chart"), ...more } });

  test("reaches no file and no server by a schema", async () => {
    const asked: string[] = [];
    const { url } = await listen((request, response) => {
      asked.push(request.url ?? "");
      response.end("{}");
    });
    const canary = join(folderOf(await standWith({}), "canary"), "canary.json");
    writeFileSync(canary, '{"const": "what nobody has"}');
    const schemas = [
      { properties: { replicas: { $ref: `${url}/x.json` } } },
      { $schema: `${url}/x.json` },
      { properties: { replicas: { $ref: `file://${canary}` } } },
      { $id: `${url}/a/b`, properties: { replicas: { $ref: "c.json" } } },
      { $defs: { a: { $id: `${url}/a/%2e%2e/b`, $ref: "#/x" } }, properties: { replicas: { $ref: "#/$defs/a" } } },
    ];
    for (const schema of schemas) {
      const stand = await standWith({ "chart/values.schema.json": JSON.stringify(schema) });
      await expect(stand.render()).rejects.toMatchObject({
        reason: "render-failed",
        message: expect.stringContaining("The chart's values.schema.json"),
      });
    }
    // A document's own name is no address: what refers to a part of it stays inside.
    const own = {
      $id: `${url}/own`,
      $defs: { a: { type: "integer" } },
      properties: { replicas: { $ref: "#/$defs/a" } },
    };
    const { chart } = await (await standWith({ "chart/values.schema.json": JSON.stringify(own) })).render();
    expect(chart.error).toBeNull();
    expect(asked).toEqual([]);
  });

  test("runs no credential helper of PATH for an anonymous pull", async () => {
    const stand = await makeStand({ helm, files: stackWith("helm install stack oci://127.0.0.1:9/charts/small") });
    const bin = String(stand.outside.env["PATH"]);
    const ran = join(folderOf(stand, "canary"), "ran");
    for (const name of ["pass", "docker-credential-pass", "docker-credential-secretservice"]) {
      writeFileSync(join(bin, name), `#!/bin/sh\necho ran > ${ran}\n`);
      chmodSync(join(bin, name), 0o755);
    }
    await expect(stand.render()).rejects.toMatchObject({ reason: "render-failed" });
    const { url, host } = await listen(
      (_, response) => void response.writeHead(401, { "www-authenticate": 'Basic realm="x"' }).end(),
    );
    const asking = await makeStand({
      helm,
      env: { PATH: bin },
      files: stackWith(`helm install stack oci://${host}/charts/small`),
    });
    await expect(asking.render()).rejects.toMatchObject({ reason: "unauthorized" });
    expect(url).toContain(host);
    expect(() => execFileSync("cat", [ran], { stdio: "ignore" })).toThrow();
  });

  test("gets no file of the machine by a link that was packed", async () => {
    const path = join(folderOf(await makeStand(), "packed"), "small.tgz");
    const link = { path: "chart/templates/leak.yaml", type: "SymbolicLink", linkpath: "/etc/hostname" } as const;
    writeFileSync(path, archiveOf([...chartMembers(smallChart), link]));
    const files = stackWith("helm install stack ./chart");
    const stand = await makeStand({ helm, inputs: { chart: path, tools: "path" }, files });
    await expect(stand.render()).rejects.toMatchObject({
      message: expect.stringContaining("leak.yaml in it is a link"),
    });
  });

  test("does not hang on a link to a device", async () => {
    const stand = await standWith({});
    symlinkSync("/dev/zero", join(stand.root, "chart/templates/zero.yaml"));
    await expect(stand.render()).rejects.toMatchObject({ message: expect.stringContaining("zero.yaml") });
  });
});
