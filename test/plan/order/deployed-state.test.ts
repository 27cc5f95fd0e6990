import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Deployed, parseDeployed } from "../../../src/plan/order/deployed-state.ts";

const deployed: Deployed = {
  repository: "acme/stack",
  commit: "a".repeat(40),
  ref: "refs/heads/main",
  path: "prometheus-stack",
  run: { id: "7", attempt: "1", url: "https://github.com/acme/stack/actions/runs/7" },
  chart: "kube-prometheus-stack-88.5.2",
  at: "2026-03-01T12:00:00.000Z",
  objects: [
    { apiVersion: "v1", kind: "ConfigMap", namespace: "monitoring", name: "dashboards" },
    { apiVersion: "v1", kind: "Namespace", namespace: null, name: "monitoring" },
  ],
};

describe("what a deploy noted", () => {
  test("is read as it was written, also where nobody said where it came from", () => {
    expect(parseDeployed(JSON.stringify(deployed))).toEqual({ ok: true, deployed });
    const run = { id: null, attempt: null, url: null };
    const local = { ...deployed, repository: null, commit: null, ref: null, path: null, run };
    expect(parseDeployed(JSON.stringify(local))).toEqual({ ok: true, deployed: local });
  });

  test.each([
    ["no text", "", "its key deployed.json is no JSON"],
    ["half of it", JSON.stringify(deployed).slice(0, 90), "its key deployed.json is no JSON"],
    ["too much of it", " ".repeat(1024 * 1024 + 1), "it is larger than we write it"],
    ["a hundred thousand lists in each other", "[".repeat(1e5) + "]".repeat(1e5), "is not as this action writes it"],
  ])("is not read where it is %s", (_what, text, why) => {
    expect(parseDeployed(text)).toEqual({ ok: false, why: expect.stringContaining(why) });
  });

  test.each([
    { commit: 7 },
    { commit: undefined },
    { chart: null },
    { ref: "a\nb" },
    { path: "\u202e" },
    { repository: "x".repeat(1025) },
    { at: "yesterday" },
    { at: "2026-13-01T12:00:00Z" },
    { run: null },
    { run: { id: "7" } },
    { objects: {} },
    { objects: [null] },
    { objects: [{ ...deployed.objects[0], namespace: "" }] },
    { objects: [{ ...deployed.objects[0], name: "" }] },
    { objects: [{ kind: "ConfigMap", name: "a", namespace: null }] },
    { objects: Array(20_001).fill(deployed.objects[1]) },
  ])("is not read where a part of it is anything else: %j", (part) => {
    expect(parseDeployed(JSON.stringify({ ...deployed, ...part }))).toMatchObject({ ok: false });
  });

  test("is a reading or none, whatever is written there", () => {
    const part = fc.constantFrom(...Object.keys(deployed));
    fc.assert(
      fc.property(part, fc.jsonValue(), fc.nat(), fc.string({ unit: "binary" }), (name, value, at, noise) => {
        const text = JSON.stringify({ ...deployed, [name]: value });
        for (const one of [text, text.slice(0, at % text.length) + noise, noise]) {
          const reading = parseDeployed(one);
          if (!reading.ok) expect(reading.why).not.toBe("");
          else if (reading.deployed !== null) expect(parseDeployed(JSON.stringify(reading.deployed))).toEqual(reading);
        }
      }),
      { numRuns: 500 },
    );
  });
});
