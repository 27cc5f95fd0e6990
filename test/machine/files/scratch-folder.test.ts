import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { expect, test } from "vitest";
import { makeScratchFolder } from "../../../src/machine/files/scratch-folder.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);

test("folder and files are private and go when asked", async () => {
  const temporary = temporaryFolder();
  const scratch = await makeScratchFolder({ RUNNER_TEMP: temporary });
  expect(dirname(scratch.dir)).toBe(temporary);
  const file = await scratch.write("helm/registry/config.json", '{"auths":{}}');
  const folder = await scratch.folder("charts");
  expect(readFileSync(file, "utf8")).toBe('{"auths":{}}');
  expect([scratch.dir, dirname(file), folder].map(modeOf)).toEqual(["700", "700", "700"]);
  expect(modeOf(file)).toBe("600");
  await scratch.remove();
  expect(readdirSync(temporary)).toEqual([]);
});

test("a name that leads out of the folder is refused", async () => {
  const temporary = temporaryFolder();
  const scratch = await makeScratchFolder({ RUNNER_TEMP: temporary });
  await expect(scratch.write("../escaped", "x")).rejects.toThrow("not inside the scratch folder");
  await expect(scratch.folder("a/../../escaped")).rejects.toThrow("not inside the scratch folder");
  await scratch.remove();
  expect(existsSync(join(temporary, "escaped"))).toBe(false);
});

test.for(["process.exit(3)", "throw new Error('bug')"])("the folder goes with a process that ends by %s", (end) => {
  const temporary = temporaryFolder();
  const program = join(temporaryFolder(), "program.ts");
  writeFileSync(
    program,
    `import { makeScratchFolder } from ${JSON.stringify(resolve("src/machine/files/scratch-folder.ts"))};
     const scratch = await makeScratchFolder({ RUNNER_TEMP: ${JSON.stringify(temporary)} });
     console.log(await scratch.write("token", "secret"));
     ${end};`,
  );
  const { status, stdout } = spawnSync(process.execPath, [program], { encoding: "utf8" });
  expect(stdout.trim().startsWith(temporary)).toBe(true);
  expect(status).not.toBe(0);
  expect(readdirSync(temporary)).toEqual([]);
});
