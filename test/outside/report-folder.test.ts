import { existsSync, mkdirSync, readlinkSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { OperatorError } from "../../src/errors.ts";
import { openReportFolder } from "../../src/outside/report-folder.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const places = () => {
  const root = temporaryFolder();
  const [usual, workspace] = [join(root, "temp/report"), join(root, "workspace")];
  mkdirSync(workspace);
  return { root, usual, workspace };
};

const refusal = async (opening: Promise<string>): Promise<OperatorError> => {
  const outcome = await opening.catch((thrown: unknown) => thrown);
  if (!(outcome instanceof OperatorError)) throw new Error(`no operator error: ${outcome}`);
  expect([outcome.reason, outcome.hint]).toEqual(["invalid-input", expect.stringContaining("report-dir")]);
  return outcome;
};

describe("openReportFolder", () => {
  test("makes the usual folder, or the wanted one counted from the repository's root", async () => {
    const { usual, workspace, root } = places();
    expect(await openReportFolder(undefined, { usual, workspace })).toBe(usual);
    expect(await openReportFolder("out/report", { usual, workspace })).toBe(join(workspace, "out/report"));
    expect(await openReportFolder(join(root, "elsewhere"), { usual, workspace })).toBe(join(root, "elsewhere"));
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

  test("replaces no manifests that are not its own", async () => {
    const where = places();
    mkdirSync(join(where.workspace, "manifests"));
    expect(await openReportFolder(".", where)).toBe(where.workspace);
    writeFileSync(join(where.workspace, "manifests/app.yaml"), "kind: Deployment\n");
    expect((await refusal(openReportFolder(".", where))).message).toContain("did not write");
    writeFileSync(join(where.workspace, "report.json"), '{"failureReason": null}');
    expect(await openReportFolder(".", where)).toBe(where.workspace);
  });
});
