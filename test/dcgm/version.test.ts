import { expect, test } from "vitest";
import { exporterVersion, inRange } from "../../src/dcgm/version.ts";

test.each([
  ["4.6.0-4.8.3-distroless", "4.8.3"],
  ["3.3.5-3.4.1-ubuntu22.04", "3.4.1"],
  ["4.5.3-4.8.2", "4.8.2"],
  ["4.8.4", "4.8.4"],
  ["v4.9.0", "4.9.0"],
  ["4.9.0-distroless", "4.9.0"],
  ["latest", null],
  ["4.8", null],
])("the exporter's version in %s is %s", (text, version) => {
  expect(exporterVersion(text)).toBe(version);
});

test("a range holds both ends, and compares numbers as numbers", () => {
  const ranges = [
    { from: "4.2.0", to: "4.9.0" },
    { from: "4.10.0", to: "4.12.0" },
  ];
  expect(inRange(ranges, "4.2.0")).toBe(ranges[0]);
  expect(inRange(ranges, "4.9.0")).toBe(ranges[0]);
  expect(inRange(ranges, "4.10.1")).toBe(ranges[1]);
  expect(inRange(ranges, "4.9.1")).toBeUndefined();
});
