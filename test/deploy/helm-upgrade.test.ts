import { expect, test } from "vitest";
import { upgradeArguments } from "../../src/deploy/helm-upgrade.ts";
import { describeStamp, stampOf } from "../../src/deploy/stamp.ts";
import type { Release } from "../../src/stack/stack.ts";

const at = { file: "install.sh", line: 1, column: 1 };
const given = <T>(value: T) => ({ value, from: "default" as const });
const release = {
  name: given("stack"),
  namespace: given("monitoring"),
  chart: given("repo/chart"),
  version: given("1.0.0"),
  repository: given(null),
  valueFiles: [given("stack/values.yaml"), given("stack/prod.yaml")],
  sets: [
    { flag: "--set" as const, value: "a=1", at },
    { flag: "--set-file" as const, value: "b=stack/b.txt", at },
  ],
  createNamespace: true,
} satisfies Partial<Release> as unknown as Release;
const chart = { name: "chart", version: "1.0.0", appVersion: null, path: "/chart", digest: "", source: "" };

test("helm's arguments: all values, reset, no CRDs, wait, and no rollback of its own", () => {
  const args = upgradeArguments(
    { release, chart, timeoutMs: 90_500, description: "acme/stack@abc" },
    { absolute: (path) => `/repo/${path}` },
  );
  expect(args.join(" ")).toBe(
    "upgrade stack /chart --install --namespace monitoring --create-namespace --reset-values --values /repo/stack/values.yaml --values /repo/stack/prod.yaml " +
      "--set a=1 --set-file b=stack/b.txt --skip-crds --wait --timeout 91s --description acme/stack@abc -o json",
  );
});

test("a stamp holds what the environment tells, and no more", () => {
  expect(stampOf({ GITHUB_SHA: "abc" })).toEqual({ "prometheus-stack-action.dev/commit": "abc" });
  expect(stampOf({})).toEqual({});
  expect(describeStamp(stampOf({ GITHUB_REPOSITORY: "acme/stack" }))).toBe("acme/stack");
  expect(describeStamp({})).toBe("");
});
