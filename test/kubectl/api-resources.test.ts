import { expect, test } from "vitest";
import { readApiResources } from "../../src/kubectl/api-resources.ts";
import type { Cluster } from "../../src/outside/cluster.ts";

test("a version that its group does not prefer is asked for, and nothing that leads elsewhere", async () => {
  const asked: string[] = [];
  const kubectl = (async (args: readonly string[]) => {
    asked.push(args.join(" "));
    const resources = [
      { name: "horizontalpodautoscalers", kind: "HorizontalPodAutoscaler", namespaced: true },
      { name: "horizontalpodautoscalers/status", kind: "HorizontalPodAutoscaler", namespaced: true },
    ];
    const rows = "horizontalpodautoscalers hpa autoscaling/v2 true HorizontalPodAutoscaler\n";
    const stdout = args[0] === "api-resources" ? rows : JSON.stringify({ resources });
    return { code: 0, stdout, stderr: "", durationMs: 0 };
  }) as unknown as Cluster["kubectl"];
  const wanted = ["autoscaling/v2", "autoscaling/v1", "autoscaling/../../metrics", "autoscaling/..", "other/v1"];
  const api = await readApiResources(
    { kubectl, server: "" },
    wanted.map((apiVersion) => ({ apiVersion })),
  );
  expect(asked.slice(1).join()).toMatch(/^get --raw[= ]\/apis\/autoscaling\/v1$/);
  const kind = "HorizontalPodAutoscaler";
  const known = { resource: "horizontalpodautoscalers", group: "autoscaling", namespaced: true };
  expect(wanted.map((apiVersion) => api({ apiVersion, kind }))).toEqual([
    known,
    known,
    undefined,
    undefined,
    undefined,
  ]);
});
