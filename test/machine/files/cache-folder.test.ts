import { chmodSync, mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { cacheFolder, privateCacheFolder } from "../../../src/machine/files/cache-folder.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const ours = "prometheus-stack-action";

test("it is in the runner's tool cache, else in the user's", () => {
  expect(cacheFolder({ RUNNER_TOOL_CACHE: "/tools", HOME: "/home/a" })).toBe(`/tools/${ours}`);
  expect(cacheFolder({ RUNNER_TOOL_CACHE: "", XDG_CACHE_HOME: "/cache", HOME: "/home/a" })).toBe(`/cache/${ours}`);
  expect(cacheFolder({ HOME: "/home/a" })).toBe(`/home/a/.cache/${ours}`);
});

test("what is private is in the user's where others can write to the tool cache, and nowhere else", () => {
  const folder = temporaryFolder();
  const env = { RUNNER_TOOL_CACHE: join(folder, "tools"), HOME: join(folder, "home") };
  mkdirSync(env.RUNNER_TOOL_CACHE);
  expect(privateCacheFolder(env, "answers")).toBe(join(folder, `tools/${ours}/answers`));
  expect(statSync(join(folder, `tools/${ours}/answers`)).mode & 0o777).toBe(0o700);
  chmodSync(env.RUNNER_TOOL_CACHE, 0o777);
  expect(privateCacheFolder(env, "answers")).toBe(join(folder, `home/.cache/${ours}/answers`));
  chmodSync(env.HOME, 0o777);
  expect(privateCacheFolder(env, "answers")).toBeNull();
});
