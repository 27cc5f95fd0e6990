import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { failureReasons, OperatorError } from "../../../src/core/errors.ts";
import { planText, readPlanFile } from "../../../src/plan/approved/plan-file.ts";
import { canonicalJson } from "../../../src/plan/hidden/canonical-json.ts";
import { fileDigest } from "../../../src/plan/hidden/digest.ts";
import { noiseKinds, type Plan, planActions, planLayers } from "../../../src/plan/plan.ts";
import { samplePlan } from "../sample-plan.ts";
import { fileEdits } from "../tamper/file-edits.ts";
import { forbiddenEdits } from "../tamper/plan-edits.ts";

const name = "plan/plan.json";
const valid = Buffer.from(planText(samplePlan));

/** The refusal of a file by whoever knows its digest. Anything but an operator's error is a bug, and fails the test. */
const refusalOf = (bytes: Uint8Array, digest = fileDigest(bytes)): OperatorError | null => {
  try {
    readPlanFile(bytes, digest, name);
    return null;
  } catch (thrown) {
    if (thrown instanceof OperatorError) return thrown;
    throw thrown;
  }
};

describe("a plan file", () => {
  it("is the plan again, and one plan is one file", () => {
    expect(readPlanFile(valid, fileDigest(valid), name)).toEqual(samplePlan);
    const reordered = Object.fromEntries(Object.entries(samplePlan).reverse()) as unknown as Plan;
    expect(planText(reordered)).toBe(valid.toString());
  });

  it("is one line of canonical JSON", () => {
    expect(valid.toString().split("\n")).toEqual([canonicalJson(JSON.parse(JSON.stringify(samplePlan))), ""]);
  });

  it("holds whatever texts the tree has, in all alphabets", () => {
    const texts = fc.string({ unit: fc.oneof(fc.constantFrom("\ud800", "\0", "\u2028", '"', "\\"), fc.string()) });
    fc.assert(
      fc.property(texts, (note) => {
        const text = planText({ ...samplePlan, notes: [note] });
        const read = readPlanFile(Buffer.from(text), fileDigest(Buffer.from(text)), name);
        expect(read.notes).toEqual([note.toWellFormed()]);
      }),
      { seed: 20261124, numRuns: 200 },
    );
  });

  it.each(fileEdits)("is refused, though its digest is right: $name", ({ make }) => {
    const refusal = refusalOf(make(valid));
    expect(refusal).toMatchObject({ reason: "invalid-input", hint: expect.stringMatching(/^Plan again/) });
    expect(refusal?.message.length).toBeLessThan(500);
    expect(refusal?.message).not.toMatch(/\n|undefined/);
  });

  it.each(fileEdits)("is refused with the digest that was approved: $name", ({ make }) => {
    const bytes = make(valid);
    const reason = bytes.length > 8 * 1024 * 1024 ? "invalid-input" : "plan-changed";
    expect(refusalOf(bytes, fileDigest(valid))).toMatchObject({ reason });
  });

  it("is refused in little time, however it is nested or long", () => {
    const started = performance.now();
    for (const { make } of fileEdits) refusalOf(make(valid));
    for (const text of ["[[],", '{"a":[],', "[{},", "0,"]) refusalOf(Buffer.from(text.repeat(2 ** 20)));
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it("tells which file it is, both digests and the next step where it is another one", () => {
    const other = Buffer.from(planText({ ...samplePlan, notes: [] }));
    const refusal = refusalOf(other, fileDigest(valid));
    expect(refusal).toMatchObject({ reason: "plan-changed" });
    for (const part of [name, fileDigest(other), fileDigest(valid)]) expect(refusal?.message).toContain(part);
    expect(refusal?.hint).toContain("output of the plan job");
  });

  it.each([
    "",
    "sha256:",
    `sha256:${"0".repeat(63)}`,
    `SHA256:${"0".repeat(64)}`,
    `sha256:${"A".repeat(64)}`,
    `sha512:${"0".repeat(64)}`,
    ` ${fileDigest(valid)}`,
    `${fileDigest(valid)}\n`,
    "x".repeat(2 ** 20),
  ])("is not read where the digest is none: %#", (digest) => {
    const refusal = refusalOf(valid, digest);
    expect(refusal).toMatchObject({ reason: "invalid-input", message: expect.stringContaining("plan-digest") });
    expect(refusal?.message.length).toBeLessThan(300);
  });

  it("says where it is not a plan", () => {
    const edited = (change: object): Buffer =>
      Buffer.from(`${canonicalJson({ ...JSON.parse(valid.toString()), ...change })}\n`);
    const message = (change: object): string | undefined => refusalOf(edited(change))?.message;
    expect(message({ approved: true })).toBe(`${name} is not a plan: it has the unknown field "approved".`);
    expect(message({ planVersion: 2 })).toBe(`${name} is not a plan: "/planVersion" must be equal to constant.`);
    expect(message({ createdAt: "2026-02-31T00:00:00Z" })).toBe(`${name} is not a plan: createdAt is no time.`);
    expect(message({ ["x".repeat(5000)]: 1 })).toMatch(/unknown field "x{200}…"\.$/);
  });
});

describe("bytes that are no plan", () => {
  const seeded = { seed: 20261124 };

  it("are refused, whatever they are", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
        expect(refusalOf(bytes)?.reason).toBe("invalid-input");
        expect(refusalOf(bytes, fileDigest(valid))?.reason).toBe("plan-changed");
      }),
      { ...seeded, numRuns: 1000 },
    );
  });

  it("are refused where they are JSON", () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 8 }), (text) => {
        expect(refusalOf(Buffer.from(text))?.reason).toBe("invalid-input");
      }),
      { ...seeded, numRuns: 1000 },
    );
  });

  it("are refused where they are the beginning of a plan", () => {
    for (let length = 0; length < valid.length; length += 1)
      expect(refusalOf(valid.subarray(0, length))?.reason).toBe("invalid-input");
  });

  it("are a plan in its one writing, where single bytes of a plan were changed", () => {
    const place = fc.tuple(fc.nat({ max: valid.length - 1 }), fc.constantFrom(...'{}[]",:\\0aZ \u0000'));
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 3 }), (places) => {
        const bytes = Buffer.from(valid);
        for (const [at, character] of places) bytes[at] = character.charCodeAt(0);
        const refusal = refusalOf(bytes);
        if (refusal !== null) expect(refusal.reason).toBe("invalid-input");
        else expect(planText(readPlanFile(bytes, fileDigest(bytes), name))).toBe(bytes.toString());
      }),
      { ...seeded, numRuns: 3000 },
    );
  });

  it("are a plan in its one writing, where a value of a plan was replaced", () => {
    fc.assert(
      fc.property(fc.nat(), fc.jsonValue(), (at, value) => {
        const bytes = Buffer.from(`${canonicalJson(replaceAt(JSON.parse(valid.toString()), at, value as never))}\n`);
        const refusal = refusalOf(bytes);
        if (refusal !== null) expect(refusal.reason).toBe("invalid-input");
        else expect(planText(readPlanFile(bytes, fileDigest(bytes), name))).toBe(bytes.toString());
      }),
      { ...seeded, numRuns: 3000 },
    );
  });
});

/** With another value at one of all places, which are counted through. */
const replaceAt = (value: unknown, at: number, by: unknown): never => {
  const places: (readonly [object, string])[] = [];
  const walk = (here: unknown): void => {
    if (typeof here !== "object" || here === null) return;
    for (const [key, inner] of Object.entries(here)) {
      places.push([here, key]);
      walk(inner);
    }
  };
  walk(value);
  const [owner, key] = places[at % places.length] ?? [{}, ""];
  Object.assign(owner, { [key]: by });
  return value as never;
};

describe("a plan that is written", () => {
  it("can be read, whatever was changed in it that is still a plan", () => {
    const plans = forbiddenEdits.flatMap(({ make }) => make(samplePlan) ?? []).filter((plan) => plan.planVersion === 1);
    expect(plans.length).toBeGreaterThan(60);
    for (const plan of plans) {
      const bytes = Buffer.from(planText(plan));
      expect(readPlanFile(bytes, fileDigest(bytes), name)).toEqual(plan);
    }
  });

  it("is none where nobody could read it", () => {
    const change = { pointer: "/data/x", before: "x".repeat(20_000), after: null, digest: null, noise: null };
    const [object] = samplePlan.objects;
    const large = {
      ...samplePlan,
      objects: object === undefined ? [] : [{ ...object, changes: Array(500).fill(change) }],
    };
    expect(() => planText(large)).toThrow(/cannot be written: it has \d+ bytes, and at most 8388608 are read/);
    const odd = { ...samplePlan, target: { ...samplePlan.target, server: "https://a\n" } };
    expect(() => planText(odd)).toThrow(/cannot be written: "\/target\/server" must match pattern/);
  });
});

describe("docs/plan.schema.json", () => {
  const schema = JSON.parse(readFileSync(resolve(import.meta.dirname, "../../../docs/plan.schema.json"), "utf8"));

  it("has the words of the type", () => {
    const { object, change } = schema.definitions;
    expect(object.properties.layer.enum).toEqual(planLayers);
    expect(object.properties.action.enum).toEqual(planActions);
    expect(change.properties.noise.enum).toEqual([null, ...noiseKinds]);
    expect(schema.properties.obstacles.items.properties.reason.enum).toEqual(failureReasons);
  });

  it("leaves no object open, no text and no list without an end", () => {
    const open: string[] = [];
    const walk = (here: unknown, path: string): void => {
      if (typeof here !== "object" || here === null) return;
      const { type, additionalProperties, maxLength, maxItems } = here as Record<string, unknown>;
      const types = [type].flat();
      if (types.includes("object") && additionalProperties === undefined) open.push(path);
      if (types.includes("string") && maxLength === undefined) open.push(path);
      if (types.includes("array") && maxItems === undefined) open.push(path);
      for (const [key, inner] of Object.entries(here)) walk(inner, `${path}/${key}`);
    };
    walk(schema, "");
    expect(open).toEqual([]);
  });
});
