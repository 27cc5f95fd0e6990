import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { parse } from "yaml";
import { workflowRepository } from "./act.ts";

const root = resolve(import.meta.dirname, "../..");
const workflow = parse(readFileSync(resolve(root, ".github/workflows/release.yml"), "utf8"));
const { version } = JSON.parse(readFileSync(resolve(root, "package.json"), "utf8")) as { readonly version: string };

interface Step {
  readonly uses?: string;
  readonly run?: string;
}

const files = [
  ...["CHANGELOG.md", "LICENSE", "README.md", "package.json", "package-lock.json", "tsconfig.json"],
  ...["tsconfig.build.json", "tools.lock.json", "src", "scripts", "docs", "fixtures", "tools/node"],
];
const repository = workflowRepository(files);
afterAll(() => repository.remove());

test("a dry run makes all that a release holds, and a changelog that does not know the tag ends it", async () => {
  // Those of other repositories cannot be had here: of them only the checkout, which act does itself.
  const steps = (workflow.jobs.make.steps as readonly Step[]).filter(
    ({ uses }) => uses === undefined || uses.startsWith("actions/checkout@"),
  );
  const check = steps.find(({ run }) => run?.includes("release -- check"));
  expect(check).toBeDefined();
  const date = `sed -i 's/^## \\[Unreleased\\]$/&\\n\\n## [${version}] - 2026-11-30/' CHANGELOG.md`;
  const before = steps.indexOf(check as Step);
  const prepared = [
    ...steps.slice(0, before),
    { ...check, id: "early", "continue-on-error": true },
    { run: 'echo "early $EARLY" >> "$RESULTS"', env: { EARLY: `\${{ steps.early.outcome }}` } },
    { run: date },
    ...steps.slice(before),
    { run: '(cd release && ls) >> "$RESULTS" && cat release/notes.md >> "$RESULTS"' },
  ];
  const { code, log, results } = await repository.push({
    on: "push",
    env: { TAG: `v${version}` },
    jobs: { make: { "runs-on": "ubuntu-latest", steps: prepared } },
  });
  expect(code, log).toBe(0);
  expect(log).toContain(`CHANGELOG.md has no section [${version}] with a date`);
  expect(results.slice(0, 5)).toEqual([
    "early failure",
    "SHA256SUMS",
    "notes.md",
    `prometheus-stack-action-${version}.tgz`,
    "sbom.spdx.json",
  ]);
  expect(results.join("\n")).toMatch(/@[0-9a-f]{40} # v/);
});

test("what writes waits: the draft for the attestation, its publishing for the environment, and by hand nothing is written", () => {
  const { make, ...writing } = workflow.jobs;
  expect(make.permissions).toEqual({ contents: "read" });
  expect(Object.keys(writing)).toEqual(["attest", "draft", "publish", "pin"]);
  for (const job of Object.values<{ readonly if: string }>(writing)) expect(job.if).toBe("github.event_name == 'push'");
  expect([writing.attest.needs, writing.draft.needs, writing.publish.needs, writing.pin.needs]).toEqual([
    "make",
    "attest",
    "draft",
    "publish",
  ]);
  expect(writing.publish.environment).toBe("release");
});
