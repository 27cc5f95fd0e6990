import { createHash, createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Json } from "../../../src/kubernetes/manifest.ts";
import { digester, fileDigest } from "../../../src/plan/hidden/digest.ts";

const key = "0123456789abcdef";
const hide = (text: string): string => text.replaceAll("hunter2", "***");
const keyed = digester({ key, hide });
const unkeyed = digester({ key: undefined, hide });

describe("the digest of a file", () => {
  it("is its SHA-256", () => {
    expect(fileDigest(Buffer.from("abc"))).toBe(
      "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    );
  });
});

describe("digests with a key", () => {
  it("are HMACs that others can make again", () => {
    const text = '["prometheus-stack-action/plan/1","live",{"a":"hunter2"}]';
    const hex = createHmac("sha256", key).update(text).digest("hex");
    expect(keyed.of({ a: "hunter2" }, "live")).toBe(`hmac-sha256:${hex}`);
    expect(keyed.ofSecret({ a: "hunter2" }, "live")).toBe(`hmac-sha256:${hex}`);
  });

  it("tell one secret from another, and what it is for, and do not mind the order of keys", () => {
    expect(keyed.of({ a: "hunter2" }, "live")).not.toBe(keyed.of({ a: "hunter3" }, "live"));
    expect(keyed.of("x", "live")).not.toBe(keyed.of("x", "wanted"));
    expect(keyed.of({ a: 1, b: 2 }, "live")).toBe(keyed.of({ b: 2, a: 1 }, "live"));
  });

  it("are others with another key", () => {
    expect(digester({ key: `${key}0`, hide }).of("x", "live")).not.toBe(keyed.of("x", "live"));
  });

  it("take no key that can be found by trying, and do not tell it", () => {
    for (const short of ["", "tr0ub4dor", "hunter2hunter2h"])
      expect(() => digester({ key: short, hide })).toThrow(
        expect.objectContaining({
          name: "OperatorError",
          reason: "invalid-input",
          message: expect.stringMatching(/^(?!.*(?:tr0ub|hunter)).*plan-key/),
        }),
      );
  });
});

describe("digests without a key", () => {
  it("are none of what is secret as a whole", () => {
    expect(unkeyed.ofSecret("hunter2", "change")).toBeNull();
  });

  it("are of what is left when secrets are hidden, wherever they are", () => {
    const same: readonly (readonly [Json, Json])[] = [
      [{ url: "https://x:hunter2@y" }, { url: "https://x:***@y" }],
      [
        ["a", { b: "hunter2" }],
        ["a", { b: "***" }],
      ],
      [{ hunter2: 1 }, { "***": 1 }],
    ];
    for (const [secret, hidden] of same) expect(unkeyed.of(secret, "live")).toBe(unkeyed.of(hidden, "live"));
    const digits = digester({ key: undefined, hide: (text) => text.replaceAll("1234", "***") });
    expect(digits.of({ pin: 1234 }, "live")).toBe(digits.of({ pin: "***" }, "live"));
    expect(digits.of({ pin: 4321 }, "live")).not.toBe(digits.of({ pin: "***" }, "live"));
  });

  it("cannot be found by trying secrets, for no secret is in what they are made of", () => {
    const tried = ["hunter2", "***"].map((secret) =>
      createHash("sha256").update(`["prometheus-stack-action/plan/1","live","${secret}"]`).digest("hex"),
    );
    expect(tried.map((hex) => `sha256:${hex}` === unkeyed.of("hunter2", "live"))).toEqual([false, true]);
  });

  it("tell all else apart: values, kinds of values, and keys that are the same once they are hidden", () => {
    const others: readonly Json[] = [
      null,
      true,
      false,
      1,
      "1",
      [],
      {},
      [1],
      { a: 1 },
      { a: "1" },
      { a: null },
      [["a", 1]],
      { hunter2: 1, "***": 2 },
      { hunter2: 2, "***": 1 },
      { hunter2: 1 },
    ];
    expect(new Set(others.map((value) => unkeyed.of(value, "live"))).size).toBe(others.length);
    expect(unkeyed.of({ a: undefined, b: 1 }, "live")).toBe(unkeyed.of({ b: 1 }, "live"));
    expect(unkeyed.of({ x: 1, hunter2: 2, "***": 3 }, "live")).toBe(unkeyed.of({ "***": 3, hunter2: 2, x: 1 }, "live"));
  });

  it("are had of what is nested more deeply than there is stack", () => {
    const deep = (inner: string): Json => JSON.parse(`${"[".repeat(10_000)}"${inner}"${"]".repeat(10_000)}`);
    expect(unkeyed.of(deep("hunter2"), "live")).toBe(unkeyed.of(deep("***"), "live"));
    expect(unkeyed.of(deep("a"), "live")).not.toBe(unkeyed.of(deep("b"), "live"));
  });
});
