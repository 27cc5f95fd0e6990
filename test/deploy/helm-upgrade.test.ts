import { expect, test } from "vitest";
import { upgradeRelease } from "../../src/deploy/upgrade-release.ts";
import { describeStamp, stampOf } from "../../src/kubectl/stamp.ts";
import type { Cluster } from "../../src/outside/cluster.ts";
import type { Helm } from "../../src/outside/helm.ts";
import type { Scratch } from "../../src/outside/outside.ts";
import { upgradeArguments } from "../../src/plan/release/upgrade-arguments.ts";
import { copyValues, withNamesOfTree } from "../../src/render/chart/copy-values.ts";
import { parseYaml } from "../../src/text/parse-yaml.ts";
import { emptyStack } from "../checks/subject.ts";

const at = { file: "install.sh", line: 1, column: 1 };
const stack = {
  ...emptyStack,
  valueFiles: ["a: 1\n", "b: 2\n"].map((text, index) => parseYaml(text, `stack/values-of-${index}.yaml`, "helm")),
  setFiles: { "stack/b.txt": "text of b" },
  release: {
    ...emptyStack.release,
    name: { value: "--post-renderer=./evil.sh", from: "default" as const },
    sets: [
      { flag: "--set" as const, value: "a=1", at },
      { flag: "--set-file" as const, key: "b", file: "stack/b.txt", at },
    ],
    createNamespace: true,
  },
};
const chart = { name: "chart", version: "1.0.0", appVersion: null, path: "/chart", digest: "", source: "" };

test("helm's arguments: all values, reset, no CRDs, wait, and no rollback of its own; names and paths are no options", async () => {
  const written: Record<string, string> = {};
  const scratch: Scratch = {
    dir: "/scratch",
    folder: async (name) => `/scratch/${name}`,
    write: async (name, content) => {
      written[name] = String(content);
      return `/scratch/${name}`;
    },
  };
  const values = await copyValues(stack, scratch);
  const upgrade = {
    stack,
    chart,
    timeoutMs: 90_500,
    description: "acme/stack@abc",
    take: { fields: false, objects: false },
  };
  const told = (major: 3 | 4) => upgradeArguments(upgrade, values, { major }, [["kube-context", "--x"]]).join(" ");
  expect(told(4).replace("--wait=legacy", "--wait")).toBe(told(3));
  expect(told(3)).toBe(
    "upgrade --install --namespace=monitoring --create-namespace --reset-values --values=values-0.yaml --values=values-1.yaml --set=a=1 --set-file=b=set-file-1 " +
      "--skip-crds --wait --timeout=91s --description=acme/stack@abc --output=json --kube-context=--x -- --post-renderer=./evil.sh /chart",
  );
  expect(written).toEqual({
    "helm/values/values-0.yaml": "a: 1\n",
    "helm/values/values-1.yaml": "b: 2\n",
    "helm/values/set-file-1": "text of b",
  });
  expect(values.folder).toBe("/scratch/helm/values");
  expect(withNamesOfTree("failed to parse values-1.yaml, no set-file-1, values-7.yaml", stack)).toBe(
    "failed to parse stack/values-of-1.yaml, no stack/b.txt, values-7.yaml",
  );
});

/** Its upgrades end so, one after the other, and there is no release. */
const helmThatSays = (...upgrades: readonly string[]): Helm => {
  const left = [...upgrades];
  return {
    ...{ major: 4, version: "4.0.0" },
    run: async ([verb]) => {
      const stderr = verb === "upgrade" ? (left.shift() ?? "") : "Error: release: not found";
      return { code: 1, stdout: "", stderr, durationMs: 1 };
    },
  };
};

const upgraded = async (...upgrades: readonly string[]) => {
  const scratch = { dir: "/scratch", folder: async () => "/scratch", write: async (name: string) => name };
  const upgrade = { ...{ stack, chart, timeoutMs: 90_500, description: "" }, take: { fields: false, objects: false } };
  return upgradeRelease(upgrade, null, {
    helm: helmThatSays(...upgrades),
    cluster: { env: {}, helmFlags: [], server: "https://x" } as unknown as Cluster,
    outside: {
      scratch,
      signal: new AbortController().signal,
      log: { info: () => {}, debug: () => {}, stage: () => {} },
    },
    deadline: { left: () => 60_000 },
  });
};

const atWork = "Error: UPGRADE FAILED: another operation (install/upgrade/rollback) is in progress";

test.each([
  atWork,
  "Error: cannot reuse a name that is still in use",
  "Error: cannot re-use a name that is still in use",
  "Error: UPGRADE FAILED: release: already exists",
])("helm is refused for another helm that began first: %s", async (says) => {
  expect(await upgraded(says)).toMatchObject({ release: null, error: { reason: "release-pending" }, isRefused: true });
});

test("a helm that is run again may be refused for what it left itself before", async () => {
  expect(await upgraded("Error: dial tcp 127.0.0.1:1: connect: connection refused", atWork)).toMatchObject({
    ...{ release: undefined, error: { reason: "release-pending" }, isRefused: false },
  });
});

test("a stamp holds what the environment tells, and no more", () => {
  expect(stampOf({ GITHUB_SHA: "abc" })).toEqual({ "prometheus-stack-action.dev/commit": "abc" });
  expect(stampOf({})).toEqual({});
  expect(describeStamp(stampOf({ GITHUB_REPOSITORY: "acme/stack" }))).toBe("acme/stack");
  expect(describeStamp({})).toBe("");
});
