import { fail } from "node:assert";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Json, JsonObject } from "../../../src/kubernetes/manifest.ts";
import { leaseBody, readLease } from "../../../src/lock/lease/lease-record.ts";
import { judgeLease, usualTimes } from "../../../src/lock/lease/lease-verdict.ts";

const now = Date.parse("2026-03-01T12:00:00Z");
const held = { holder: "run-1", durationMs: 60_000, renewedAt: now - 1000 };
const verdict = (record: Partial<Parameters<typeof judgeLease>[0]>) =>
  judgeLease({ ...held, ...record }, now, usualTimes);

describe("a Lease", () => {
  test("that nobody holds is free, whatever its times are", () => {
    expect(verdict({ holder: "" })).toEqual({ is: "free" });
    expect(judgeLease({ holder: "", durationMs: null, renewedAt: null }, now, usualTimes)).toEqual({ is: "free" });
  });

  test("that was renewed not long ago is watched for a sign of life: its holder may have been killed just now", () => {
    expect(verdict({})).toEqual({ is: "doubtful", watchMs: 64_000, late: false });
    expect(verdict({ renewedAt: now - 30_000 })).toEqual({ is: "doubtful", watchMs: 35_000, late: false });
  });

  test("whose renewals stayed away is watched until it has expired by more than clocks differ", () => {
    expect(verdict({ renewedAt: now - 40_000 })).toEqual({ is: "doubtful", watchMs: 25_000, late: true });
    expect(verdict({ renewedAt: now - 64_999 })).toEqual({ is: "doubtful", watchMs: 1, late: true });
    expect(verdict({ renewedAt: now - 65_000 })).toEqual({ is: "expired" });
  });

  test("that says it lasts for an hour is held for that hour", () => {
    expect(verdict({ durationMs: 3_600_000, renewedAt: now - 600_000 })).toEqual({ is: "held" });
    expect(verdict({ durationMs: 3_600_000, renewedAt: now - 3_605_000 })).toEqual({ is: "expired" });
  });

  test("renewed in the future, or at no time, is taken over only after it did not change for as long as it lasts", () => {
    for (const renewedAt of [Date.parse("9999-12-31T23:59:59Z"), null])
      expect(verdict({ renewedAt })).toEqual({ is: "doubtful", watchMs: 65_000, late: true });
    expect(verdict({ renewedAt: now + 4000 })).toEqual({ is: "doubtful", watchMs: 69_000, late: false });
  });

  test("that lasts for no time, or for longer than anybody watches, is for a person", () => {
    expect(verdict({ durationMs: null })).toEqual({ is: "senseless" });
    expect(verdict({ durationMs: 71_000, renewedAt: null })).toEqual({ is: "senseless" });
  });
});

test("whoever cannot renew has stopped long before anybody may take over", () => {
  const { lastsMs, skewMs, stopAfterMs, renewEveryMs } = usualTimes;
  expect(lastsMs + skewMs - stopAfterMs).toBeGreaterThanOrEqual(20_000);
  expect(stopAfterMs).toBeGreaterThan(2 * renewEveryMs);
});

const json: fc.Arbitrary<Json> = fc.letrec<{ readonly value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom<Json>(null, true, -60, 0, 1e308, 60, "", "2026-03-01T12:00:00.000000Z", "yesterday", "9999-12-31"),
    fc.string({ unit: "binary" }),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(fc.string(), tie("value"), { maxKeys: 3, noNullPrototype: true }) as fc.Arbitrary<JsonObject>,
  ),
})).value;
const part = (...names: readonly string[]) =>
  fc.record(Object.fromEntries(names.map((name) => [name, json])), { requiredKeys: [], noNullPrototype: true });
const lease = fc.record(
  {
    metadata: fc.oneof(
      json,
      fc.record({
        annotations: fc.oneof(
          json,
          part(...["run", "commit", "reason", "former"].map((name) => `prometheus-stack-action.dev/${name}`)),
        ),
      }),
    ),
    spec: fc.oneof(
      json,
      part("holderIdentity", "leaseDurationSeconds", "acquireTime", "renewTime", "leaseTransitions"),
    ),
  },
  { requiredKeys: [], noNullPrototype: true },
) as fc.Arbitrary<JsonObject>;

test("a Lease written by hand with any nonsense is read and judged, its texts short and printable", () => {
  fc.assert(
    fc.property(lease, (body) => {
      const record = readLease(body);
      const { is } = judgeLease(record, now, usualTimes);
      if (record.holder === "" && is !== "free") fail("nobody holds it");
      if (record.durationMs === null && record.holder !== "" && is !== "senseless")
        fail("nobody knows when it expires");
      for (const text of [
        record.holder,
        record.run,
        record.commit,
        record.reason,
        ...record.former.map((f) => f.run),
      ]) {
        expect((text ?? "").length).toBeLessThanOrEqual(200);
        expect(text ?? "").not.toMatch(/\p{C}|(?! )\p{Z}/u);
      }
      JSON.stringify(
        leaseBody("x", { ...record, durationMs: 1, acquiredAt: 0, renewedAt: 0, stamp: {}, reason: "r" }, body),
      );
    }),
    { numRuns: 2000 },
  );
});

test("a Lease that is sent back keeps what others wrote on it, and what is too much of the past is dropped", () => {
  const before: JsonObject = {
    metadata: {
      resourceVersion: "7",
      labels: { team: "gpu" },
      annotations: { mine: "1", "prometheus-stack-action.dev/run": "old" },
      managedFields: [{ manager: "x" }],
    },
  };
  const former = Array.from({ length: 14 }, (_, index) => ({ run: `r${index}`, from: index, until: index + 1 }));
  const stamp = { "prometheus-stack-action.dev/run": "new" };
  const times = { durationMs: 60_000, acquiredAt: now, renewedAt: now, transitions: 3 };
  const body = leaseBody("x", { holder: "h", stamp, reason: "deploy", former, ...times }, before);
  expect(body["metadata"]).toMatchObject({
    name: "x",
    resourceVersion: "7",
    labels: { team: "gpu" },
    annotations: {
      mine: "1",
      "prometheus-stack-action.dev/run": "new",
      "prometheus-stack-action.dev/reason": "deploy",
    },
  });
  expect(body["metadata"]).not.toHaveProperty("managedFields");
  const read = readLease(body);
  expect(read).toMatchObject({ holder: "h", run: "new", reason: "deploy", ...times });
  expect(read.former).toEqual(former.slice(0, 10));
});
