import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { documentedKit, documentedObjects } from "../../scripts/docs/rbac/documented-kit.ts";
import { kitObjects } from "../../scripts/docs/rbac/kit-objects.ts";
import { kitModes } from "../../scripts/docs/rbac/kit-text.ts";
import { objectsAt, textsAt } from "../../src/kubernetes/json-fields.ts";
import { exampleChart, objectsInYaml, repository, sourcesOf } from "./stack-sources.ts";

const real = process.env["KPS_CHART"] ?? "";
const textOf = (chart: Awaited<ReturnType<typeof sourcesOf>>): string =>
  `${JSON.stringify(kitObjects(chart, "monitoring"), null, 2)}\n`;

describe("what the permissions are made of", () => {
  test("is what the example stack holds (vitest -u writes it anew)", async () => {
    await expect(textOf(await sourcesOf(exampleChart))).toMatchFileSnapshot(fileURLToPath(documentedObjects));
  });

  test.skipIf(real === "")("is what it holds with the real chart (needs its folder in KPS_CHART)", async () => {
    expect(textOf(await sourcesOf(resolve(repository, real)))).toBe(readFileSync(documentedObjects, "utf8"));
  });
});

/**
 * Neither a policy nor its binding, nor a review, is ever judged by a policy: no rule of an account that must not write
 * may name them.
 */
const unjudged = ["validatingadmissionpolicies", "validatingadmissionpolicybindings", "mutatingadmissionpolicies"];

describe("docs/rbac", () => {
  test.each(kitModes)("%s.yaml is as the code asks for it (npm run docs)", (mode) => {
    expect(readFileSync(join(repository, `docs/rbac/${mode}.yaml`), "utf8")).toBe(documentedKit(mode));
  });

  test.each(["check", "plan"] as const)("%s.yaml grants nothing that no policy judges, and no wildcard", (mode) => {
    const rules = objectsInYaml(documentedKit(mode)).flatMap((object) => objectsAt(object, ["rules"]));
    expect(rules.length).toBeGreaterThan(4);
    const named = rules.flatMap((rule) => [...textsAt(rule, ["resources"]), ...textsAt(rule, ["verbs"])]);
    expect(named.filter((one) => one.includes("*") || one.includes("review") || unjudged.includes(one))).toEqual([]);
  });

  test("check.yaml grants reads alone", () => {
    const rules = objectsInYaml(documentedKit("check")).flatMap((object) => objectsAt(object, ["rules"]));
    const verbs = new Set(rules.flatMap((rule) => textsAt(rule, ["verbs"])));
    expect([...verbs].sort()).toEqual(["get", "list"]);
  });

  test("no account may escalate and write", () => {
    expect(documentedKit("deploy")).not.toMatch(/escalate|bind\b/);
  });
});
