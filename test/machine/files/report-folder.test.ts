import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { OperatorError } from "../../../src/core/errors.ts";
import { openReportFolder } from "../../../src/machine/files/report-folder.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const places = () => {
  const root = temporaryFolder();
  const [runnerTemp, sharedTemp, workspace] = [join(root, "temp"), join(root, "shared"), join(root, "workspace")];
  for (const folder of [sharedTemp, workspace]) mkdirSync(folder);
  return { root, runnerTemp, sharedTemp, workspace };
};

const refusal = async (opening: Promise<string>): Promise<OperatorError> => {
  const outcome = await opening.catch((thrown: unknown) => thrown);
  if (!(outcome instanceof OperatorError)) throw new Error(`no operator error: ${outcome}`);
  expect([outcome.reason, outcome.hint]).toEqual(["invalid-input", expect.stringContaining("report-dir")]);
  return outcome;
};

describe("openReportFolder", () => {
  test("makes the usual folder, or the wanted one counted from the repository's root", async () => {
    const where = places();
    const { runnerTemp, workspace, root } = where;
    const usual = join(runnerTemp, "prometheus-stack-report");
    expect(await openReportFolder(undefined, where)).toBe(usual);
    expect(await openReportFolder("out/report", where)).toBe(join(workspace, "out/report"));
    expect(await openReportFolder(join(root, "elsewhere"), where)).toBe(join(root, "elsewhere"));
    for (const made of [usual, join(workspace, "out/report"), join(root, "elsewhere")])
      expect(existsSync(made)).toBe(true);
  });

  test("names the input where a file is in the way", async () => {
    const where = places();
    writeFileSync(join(where.workspace, "report"), "");
    const { message } = await refusal(openReportFolder("report/here", where));
    expect(message).toBe("Input report-dir: report/here cannot be made a folder (ENOTDIR).");
    expect((await refusal(openReportFolder("report", where))).message).toContain("(EEXIST)");
  });

  test("does not follow a link of the tree out of it", async () => {
    const where = places();
    mkdirSync(join(where.root, "home"));
    symlinkSync(join(where.root, "home"), join(where.workspace, "report"));
    expect((await refusal(openReportFolder("report/x", where))).message).toContain("leads out of the repository");
    expect(existsSync(join(where.root, "home/x"))).toBe(false);
    expect(readlinkSync(join(where.workspace, "report"))).toBe(join(where.root, "home"));
  });

  test("outside a runner, a new folder of nobody else's each time", async () => {
    const where = { ...places(), runnerTemp: null };
    const folders = [await openReportFolder(undefined, where), await openReportFolder(undefined, where)];
    expect(folders[0]).not.toBe(folders[1]);
    for (const folder of folders) {
      expect(dirname(folder)).toBe(where.sharedTemp);
      expect(statSync(folder).mode & 0o777).toBe(0o700);
    }
  });

  test("follows no link of that name in the runner's temporary folder", async () => {
    const where = places();
    mkdirSync(where.runnerTemp);
    symlinkSync(where.sharedTemp, join(where.runnerTemp, "prometheus-stack-report"));
    expect((await refusal(openReportFolder(undefined, where))).message).toContain("is a link, which is not followed");
  });

  test("follows no link that stays in the repository either, and writes nothing into .git", async () => {
    const where = places();
    mkdirSync(join(where.workspace, ".git"));
    symlinkSync(".git", join(where.workspace, "report"));
    symlinkSync("report", join(where.workspace, "again"));
    for (const wanted of ["report", "again/x", join(where.workspace, "report")])
      expect((await refusal(openReportFolder(wanted, where))).message).toContain("leads elsewhere by a link");
    for (const wanted of [".git", ".git/x", ".GIT/x"])
      expect((await refusal(openReportFolder(wanted, where))).message).toContain("is inside of .git");
    expect(readdirSync(join(where.workspace, ".git"))).toEqual([]);
  });

  test("nor where the workspace is named in another way", async () => {
    const where = places();
    symlinkSync(where.workspace, join(where.root, "other-name"));
    symlinkSync(where.sharedTemp, join(where.workspace, "report"));
    const wanted = join(where.root, "other-name/report/x");
    expect((await refusal(openReportFolder(wanted, where))).message).toContain("leads out of the repository");
    expect(readdirSync(where.sharedTemp)).toEqual([]);
  });

  test("waits for no FIFO and reads no link in the report's place", async () => {
    const where = places();
    const folder = join(where.workspace, "out");
    mkdirSync(join(folder, "manifests"), { recursive: true });
    writeFileSync(join(folder, "manifests/a"), "");
    execFileSync("mkfifo", [join(folder, "report.json")]);
    expect((await refusal(openReportFolder("out", where))).message).toContain("did not write");
    rmSync(join(folder, "report.json"));
    writeFileSync(join(where.root, "ours.json"), '{"failureReason": null}');
    symlinkSync(join(where.root, "ours.json"), join(folder, "report.json"));
    expect((await refusal(openReportFolder("out", where))).message).toContain("did not write");
  });

  test("replaces no manifests that are not its own", async () => {
    const where = places();
    mkdirSync(join(where.workspace, "manifests"));
    expect(await openReportFolder(".", where)).toBe(where.workspace);
    writeFileSync(join(where.workspace, "manifests/app.yaml"), "kind: Deployment\n");
    expect((await refusal(openReportFolder(".", where))).message).toContain("did not write");
    for (const foreign of ["{", '{"a": "\\"failureReason\\": 1"}', '{"a": {"failureReason": null}}']) {
      writeFileSync(join(where.workspace, "report.json"), foreign);
      expect((await refusal(openReportFolder(".", where))).message).toContain("did not write");
    }
    for (const ours of ['{"failureReason": null}', '{"path": "[a]", "failureReason": null}']) {
      writeFileSync(join(where.workspace, "report.json"), ours);
      expect(await openReportFolder(".", where)).toBe(where.workspace);
    }
  });
});
