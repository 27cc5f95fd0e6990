import { expect, test } from "vitest";
import { asNoRoom } from "../../src/core/no-room.ts";

const failed = (message: string, code?: string): Error =>
  Object.assign(new Error(message), code === undefined ? {} : { code });

test.each([
  failed("ENOSPC: no space left on device, write", "ENOSPC"),
  failed("EDQUOT: quota exceeded", "EDQUOT"),
  failed("helm: write /tmp/x: no space left on device"),
])("%s is a full disk, which a person can mend", (thrown) => {
  const told = asNoRoom(thrown);
  expect(told).toMatchObject({ reason: "disk-full", hint: expect.stringContaining("RUNNER_TEMP") });
  expect((told as Error).message).toContain(thrown.message);
});

test("other trouble stays what it is", () => {
  const denied = failed("EACCES: permission denied", "EACCES");
  expect(asNoRoom(denied)).toBe(denied);
  expect(asNoRoom("no space left on device")).toBe("no space left on device");
});
