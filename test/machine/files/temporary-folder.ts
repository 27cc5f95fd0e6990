import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/**
 * A folder that goes with the test that asked for it; a real path, so that it compares with what
 * the code under test answers.
 */
export const temporaryFolder = (): string => {
  const dir = realpathSync(mkdtempSync(join(tmpdir(), "outside-test-")));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
};
