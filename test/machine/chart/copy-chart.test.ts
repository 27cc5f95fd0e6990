import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { createChartBudget } from "../../../src/machine/chart/chart-budget.ts";
import { copyChart, type LocalChart } from "../../../src/machine/chart/copy-chart.ts";
import { unpackChart } from "../../../src/machine/chart/unpack-chart.ts";
import type { CopiedChart } from "../../../src/outside/chart.ts";
import { temporaryFolder } from "../files/temporary-folder.ts";
import { archiveOf, chartMembers } from "./archive-of.ts";

const chartYaml = "apiVersion: v2\nname: a\nversion: 1.0.0\n";

/** A repository with a chart in `chart/`, beside a file that is none of it. */
const repository = (files: Readonly<Record<string, string | Buffer>> = {}): string => {
  const machine = temporaryFolder();
  const all = { "outside.txt": "secret", "repository/.git/config": "token", "repository/shared/a.yaml": "shared" };
  for (const [name, text] of Object.entries({ ...all, "repository/chart/Chart.yaml": chartYaml }))
    write(join(machine, name), text);
  for (const [name, text] of Object.entries(files)) write(join(machine, "repository/chart", name), text);
  return join(machine, "repository");
};

const write = (path: string, text: string | Buffer): void => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
};

/** The copy, and what helm finds in it. */
const copied = async (local: LocalChart, root = "/nowhere") => {
  let written = Buffer.alloc(0);
  const scratch = {
    dir: "/scratch",
    folder: () => Promise.reject(new Error("no folder is needed")),
    write: (name: string, bytes: string | Uint8Array) => {
      written = Buffer.from(bytes);
      return Promise.resolve(`/scratch/${name}`);
    },
  };
  const use = { onlyRendered: false };
  const copy: CopiedChart = await copyChart(local, use, { scratch, workspace: { root } as never });
  await copy.provide();
  const files = await unpackChart(written, createChartBudget("copy"));
  return { ...copy, files: new Map([...files].map(([name, bytes]) => [name, bytes.toString()])), raw: files };
};

const copyOf = (root: string, chart = "chart") =>
  copied({ kind: "folder", path: join(root, chart), source: chart }, root);

describe("the copy of a chart's folder", () => {
  test("reads nothing of git's own, by a link of its .helmignore and in any letter case either", async () => {
    const root = repository({});
    write(join(root, ".git/config"), "!token");
    symlinkSync("../.git/config", join(root, "chart/.helmignore"));
    await expect(copyOf(root)).rejects.toThrow(".helmignore is a symbolic link that leads out of the repository");
    const other = repository({ ".GIT/config": "token", "a.yaml": "a" });
    expect([...(await copyOf(other)).files.keys()].filter((name) => /git/i.test(name))).toEqual([]);
  });

  test("has its files, links followed inside the repository, and nothing that is left out", async () => {
    const root = repository({ ".helmignore": "*.bak\nci/\n", "a.bak": "", "ci/x": "", "templates/.x": "", "b/c": "d" });
    symlinkSync("../shared", join(root, "chart/linked"));
    symlinkSync("../shared/a.yaml", join(root, "chart/one.yaml"));
    write(join(root, "chart/.git/config"), "token");
    const { files, chart } = await copyOf(root);
    expect(Object.fromEntries(files)).toEqual({
      ".helmignore": "*.bak\nci/\n",
      "Chart.yaml": chartYaml,
      "b/c": "d",
      "linked/a.yaml": "shared",
      "one.yaml": "shared",
    });
    expect(chart).toMatchObject({ name: "a", version: "1.0.0", source: "chart" });
    expect(chart.path).toBe(`/scratch/chart/${chart.digest.slice(0, 16)}.tgz`);
  });

  test("is the same, digest and all, however often it is made, and another for other bytes", async () => {
    const [first, again, other] = [repository({ x: "1" }), repository({ x: "1" }), repository({ x: "2" })];
    const digests = await Promise.all([first, again, other].map(async (root) => (await copyOf(root)).chart.digest));
    expect(digests[0]).toBe(digests[1]);
    expect(digests[0]).not.toBe(digests[2]);
  });

  test("may have links within it where it lies outside the repository, and none into the repository", async () => {
    const [root, other] = [repository({ x: "1" }), repository({ y: "2" })];
    symlinkSync("y", join(other, "chart/z"));
    const local = { kind: "folder", path: join(other, "chart"), source: "chart" } as const;
    expect((await copied(local, root)).files.get("z")).toBe("2");
    symlinkSync(join(root, "chart/x"), join(other, "chart/w"));
    await expect(copied(local, root)).rejects.toThrow(/chart's w is a symbolic link/);
  });

  test("is refused where the folder itself is in .git", async () => {
    const root = repository();
    write(join(root, ".git/chart/Chart.yaml"), chartYaml);
    await expect(copyOf(root, ".git/chart")).rejects.toThrow(/lies in \.git/);
    symlinkSync(".git/chart", join(root, "linked"));
    await expect(copyOf(root, "linked")).rejects.toThrow(/lies in \.git/);
  });

  test.each([
    ["out of the repository", "../../outside.txt"],
    ["to a device", "/dev/zero"],
    ["into .git", "../.git/config"],
    ["into .git by its folder", "../.git"],
    ["nowhere", "nowhere"],
  ])("is refused where a link leads %s", async (_, target) => {
    const root = repository();
    symlinkSync(target, join(root, "chart/leak"));
    await expect(copyOf(root)).rejects.toMatchObject({
      reason: "render-failed",
      message: expect.stringMatching(/chart's leak is a symbolic/),
    });
  });

  test.each([
    ["a FIFO", "Chart.yaml"],
    ["a FIFO beside it", "templates/pipe"],
    ["a FIFO for .helmignore", ".helmignore"],
  ])("does not wait for %s", async (_, name) => {
    const root = repository({ "templates/a": "" });
    execFileSync("rm", ["-f", join(root, "chart", name)]);
    execFileSync("mkfifo", [join(root, "chart", name)]);
    await expect(copyOf(root)).rejects.toMatchObject({ reason: "render-failed" });
  });

  test("ends where links lead back, or to each other, or double the folder many times", async () => {
    const around = repository();
    for (const name of ["a", "b"]) symlinkSync(".", join(around, "chart", name));
    await expect(copyOf(around)).rejects.toThrow(/leads back to a folder that it lies in/);
    const above = repository();
    symlinkSync("..", join(above, "chart/up"));
    await expect(copyOf(above)).rejects.toThrow(/leads back/);
    const doubled = repository({ "d0/x": "" });
    for (let level = 1; level <= 20; level++) {
      mkdirSync(join(doubled, `chart/d${level}`));
      for (const name of ["a", "b"]) symlinkSync(`../d${level - 1}`, join(doubled, `chart/d${level}/${name}`));
    }
    await expect(copyOf(doubled)).rejects.toThrow(/more than 20000 files and folders/);
  });

  test("is refused with a file above 10 MiB, and not with one that .helmignore leaves out", async () => {
    const large = Buffer.alloc(10 * 1024 * 1024 + 1);
    await expect(copyOf(repository({ "a.bin": large }))).rejects.toThrow(/file a\.bin has more than 10 MiB/);
    expect((await copyOf(repository({ "a.bin": large, ".helmignore": "*.bin" }))).files.has("a.bin")).toBe(false);
  });

  test.each([
    ["a line break in a name", { "a\nb": "" }, /control character/],
    ["a backslash in a name", { "a\\b": "" }, /cannot hold/],
    ["a drive", { "c:/b": "" }, /cannot hold/],
    ["a name that begins like a way up", { "..b": "" }, /cannot hold/],
    ["a rule that helm cannot read", { ".helmignore": "a/**" }, /rule "a\/\*\*"/],
    [
      "a schema that leads elsewhere",
      { "values.schema.json": '{"$ref":"/etc/passwd"}' },
      /values\.schema\.json refers/,
    ],
    [
      "one in a chart of it",
      { "charts/b/values.schema.json": '{"$ref":"x"}' },
      /charts\/b\/values\.schema\.json refers/,
    ],
    ["a Chart.yaml without end", { "Chart.yaml": "a".repeat(1024 * 1024 + 1) }, /more than 1 MiB/],
  ])("is refused with %s", async (_, files, message) => {
    await expect(copyOf(repository(files))).rejects.toMatchObject({
      reason: "render-failed",
      message: expect.stringMatching(message),
    });
  });
});

describe("what is packed in a chart", () => {
  const inner = (files: Readonly<Record<string, string | Buffer>> = {}) => archiveOf(chartMembers(files));

  test("is packed anew, as deep as it goes, and its values are known", async () => {
    const deepest = inner({ "values.yaml": "c: 1" });
    const nested = inner({
      "values.yaml": "b: 1",
      "values.schema.json": '{ "$id": "x" }',
      "charts/c-1.0.0.tgz": deepest,
    });
    const { raw, values } = await copyOf(repository({ "charts/b-1.2.3.tgz": nested, "values.yaml": "a: 1" }));
    const opened = await unpackChart(raw.get("charts/b-1.2.3.tgz") ?? Buffer.alloc(0), createChartBudget("x"));
    expect(opened.get("values.schema.json")?.toString()).toBe("{}");
    expect(opened.has("charts/c-1.0.0.tgz")).toBe(true);
    expect(opened.get("charts/c-1.0.0.tgz")?.equals(deepest)).toBe(false);
    expect(values).toMatchObject({ own: "a: 1", dependencies: new Map([["b", "b: 1"]]) });
  });

  test("counts only where helm looks for it", async () => {
    const files = { "charts/_b.tgz": "no archive", "files/c.tgz": "none", "charts/d.tgz.prov": "none" };
    expect([...(await copyOf(repository(files))).files.keys()]).toEqual(["Chart.yaml", ...Object.keys(files)].sort());
  });

  test.each([
    ["is no archive", "text", /charts\/b\.tgz in it cannot be read: it is no gzip archive/],
    ["holds a link", archiveOf([{ path: "b/a", type: "SymbolicLink", linkpath: "/etc/passwd" }]), /link or a device/],
    ["has a schema that leads elsewhere", inner({ "values.schema.json": '{"$ref":"file:///x"}' }), /refers to/],
  ])("is refused where it %s", async (_, bytes, message) => {
    await expect(copyOf(repository({ "charts/b.tgz": bytes }))).rejects.toMatchObject({
      message: expect.stringMatching(message),
    });
  });

  test("shares one limit: three archives of 40 MiB, and archives in archives", async () => {
    const large = inner({ a: Buffer.alloc(40 * 1024 * 1024) });
    const three = repository({ "charts/b.tgz": large, "charts/c.tgz": large, "charts/d.tgz": large });
    await expect(copyOf(three)).rejects.toThrow(/chart holds more than 100 MiB/);
    let deep = inner();
    for (let level = 0; level < 12; level++) deep = inner({ "charts/b.tgz": deep });
    await expect(copyOf(repository({ "charts/b.tgz": deep }))).rejects.toThrow(/more than 10 deep/);
  });
});

describe("the copy of a chart's archive", () => {
  test("leaves nothing out by .helmignore, as helm does not, and keeps the archive's digest", async () => {
    const bytes = archiveOf(chartMembers({ ".helmignore": "*", "templates/.x": "y", "a b": "c" }));
    const { files, chart } = await copied({ kind: "archive", bytes, source: "a.tgz" });
    expect(new Set(files.keys())).toEqual(new Set(["Chart.yaml", ".helmignore", "templates/.x", "a b"]));
    expect(chart.digest).toMatch(/^[0-9a-f]{64}$/);
  });

  test.each([
    ["has no Chart.yaml", archiveOf([{ path: "a/b", text: "c" }]), /a\.tgz is not a chart.*no Chart\.yaml/],
    ["is none", Buffer.from("text"), /a\.tgz is not a chart.*no gzip archive/],
  ])("is refused where it %s", async (_, bytes, message) => {
    await expect(copied({ kind: "archive", bytes, source: "a.tgz" })).rejects.toMatchObject({
      reason: "render-failed",
      message: expect.stringMatching(message),
    });
  });
});
