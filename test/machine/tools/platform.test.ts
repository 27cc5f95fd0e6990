import { expect, test } from "vitest";
import { platformOf, platforms } from "../../../src/machine/tools/platform.ts";

test("Linux and macOS on both processors are supported", () => {
  const found = ["linux", "darwin"].flatMap((os) => ["x64", "arm64"].map((arch) => platformOf(os, arch)));
  expect(found).toEqual(platforms);
});

test.for([
  ["win32", "x64", /^Windows is not supported/],
  ["linux", "ia32", /^linux on ia32 is not supported/],
  ["freebsd", "x64", /^freebsd on x64 is not supported/],
] as const)("%s %s is refused by name", ([os, arch, message]) => {
  expect(() => platformOf(os, arch)).toThrow(message);
});
