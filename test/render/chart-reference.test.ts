import { describe, expect, test } from "vitest";
import { readChartReference } from "../../src/outside/chart-reference.ts";
import { redact } from "../../src/outside/redact.ts";

const read = (chart: string, repository: string | null = null, onDisk = false) =>
  readChartReference(
    { chart: { value: chart, from: "input" }, repository: { value: repository, from: "input" } },
    onDisk,
  );

describe("readChartReference", () => {
  test.each([
    ["/abs/chart", null, { from: "disk", path: "/abs/chart" }],
    ["./chart", null, { from: "disk", path: "./chart" }],
    ["small-1.0.0.tgz", null, { from: "disk", path: "small-1.0.0.tgz" }],
    ["shop/small", "https://e.com/c", { from: "repository", name: "small", address: "https://e.com/c", login: null }],
    [
      "small",
      "https://me:p%40ss@e.com",
      { from: "repository", name: "small", address: "https://e.com", login: { username: "me", password: "p@ss" } },
    ],
    ["oci://h:5000/a/b", null, { from: "registry", address: "oci://h:5000/a/b", host: "h:5000", login: null }],
    ["b", "oci://h/a/", { from: "registry", address: "oci://h/a/b", host: "h", login: null }],
  ])("%s with repository %s", (chart, repository, expected) => {
    expect(read(chart, repository)).toEqual(expected);
  });

  test("takes what is on the disk before it thinks of repositories", () => {
    expect(read("charts/small", "https://e.com", true)).toEqual({ from: "disk", path: "charts/small" });
  });

  test.each([
    ["shop/small", null, /has no repository/],
    ["a/b/c", null, /neither a folder nor a name/],
    ["https://me:secret@e.com/x.tgz", null, /https:\/\/e\.com\/x\.tgz is an address of its own/],
    ["small", "ftp://e.com", /no http or https address/],
    ["small", "e.com/charts", /no http or https address/],
    ["oci://h", null, /names no repository of a registry/],
  ])("%s with repository %s is refused", (chart, repository, message) => {
    expect(() => read(chart, repository)).toThrow(message);
    expect(() => read(chart, repository)).not.toThrow(/secret/);
  });
});

test("redact hides secrets in every form a tool prints them, and logins in addresses", () => {
  const text = 'a p"w c, a p\\"w c, p%22w%20c and https://me:other@h/x, oci://tok@h';
  expect(redact(text, ['p"w c', undefined, ""])).toBe(
    "a ***, a ***, *** and https://h/x, oci://h".replace('p"w c', "***"),
  );
});
