import { execFileSync } from "node:child_process";
import { symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findKubeconfig } from "../../../src/machine/cluster/find-kubeconfig.ts";
import { temporaryFolder } from "../files/temporary-folder.ts";

const find = (root: string, kubeconfig: string) =>
  findKubeconfig(
    { kubeconfig, kubeconfigData: undefined },
    { workspace: { root }, env: {} } as unknown as Parameters<typeof findKubeconfig>[1],
    "kubectl",
    {},
  );

test("a kubeconfig is a regular file of a reasonable size, links followed", async () => {
  const root = temporaryFolder();
  writeFileSync(join(root, "config"), "contexts: []\n");
  symlinkSync("config", join(root, "link"));
  expect(await find(root, "link")).toMatchObject({ text: "contexts: []\n", file: join(root, "link") });
  execFileSync("mkfifo", [join(root, "fifo")]);
  symlinkSync("/dev/zero", join(root, "zero"));
  writeFileSync(join(root, "large"), "");
  truncateSync(join(root, "large"), 11 * 1024 * 1024);
  for (const name of ["fifo", "zero", "large", "."])
    await expect(find(root, name)).rejects.toMatchObject({
      reason: "invalid-input",
      message: expect.stringMatching(/cannot be read \((it is no regular file|it has more than \d+ bytes)\)/),
    });
});
