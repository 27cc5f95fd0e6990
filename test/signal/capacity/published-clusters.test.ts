import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { memoryBytes } from "../../../src/signal/capacity/published-figures.ts";
import { publishedClusters } from "./published-clusters.ts";

const page = readFileSync(resolve(import.meta.dirname, "../../../docs/capacity.md"), "utf8");

describe("what is foretold of published clusters", () => {
  test.each(publishedClusters)("$name", ({ name, source, observed, predict }) => {
    const error = predict() / observed - 1;
    // What nobody knows is not counted: it is less than there is, and more than half of it.
    expect(error).toBeLessThan(0);
    expect(error).toBeGreaterThan(-0.5);
    // The page says the same.
    const [cluster] = name.split(":");
    const row = page.split("\n").find((line) => line.startsWith(`| ${cluster}`) && line.includes(source));
    expect(row).toContain(`| −${Math.round(-error * 100)} % |`);
  });
});

test("a million series of 15 s take 2 GiB, and 2 to 4 GiB for their samples", () => {
  const { from, to } = memoryBytes(1e6, 1e6 / 15);
  expect([from / 2 ** 30, to / 2 ** 30].map((gibibytes) => gibibytes.toFixed(1))).toEqual(["4.0", "6.0"]);
});
