import { expect, test } from "vitest";
import { releaseBuffer } from "../../../src/machine/files/release-buffer.ts";

test("a large buffer has no memory any more, and a small one leaves that of others", () => {
  const before = process.memoryUsage().arrayBuffers;
  const large = Buffer.alloc(64 * 1024 * 1024);
  expect(process.memoryUsage().arrayBuffers - before).toBeGreaterThan(60 * 1024 * 1024);
  releaseBuffer(large);
  expect(large.length).toBe(0);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(4 * 1024 * 1024);
  const [small, other] = [Buffer.from("small"), Buffer.from("other")];
  releaseBuffer(small);
  expect(other.toString()).toBe("other");
});
