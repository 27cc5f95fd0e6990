import { expect, test } from "vitest";
import { OperatorError } from "../../../src/core/errors.ts";
import { measuredSize } from "../../../src/verify/gpus/measured-size.ts";

const node = (name: string, capacity: Readonly<Record<string, string>>) => ({
  metadata: { name },
  status: { capacity, allocatable: capacity },
});
const first = [
  node("a", { cpu: "64", "nvidia.com/gpu": "8" }),
  node("b", { cpu: "32", "nvidia.com/mig-1g.10gb": "7" }),
];
const second = [node("c", { cpu: "4" })];

test("all pages of nodes are counted: GPUs, MIG devices, and CPUs of a node", async () => {
  const asked: string[] = [];
  const getRaw = async (path: string): Promise<string> => {
    asked.push(path);
    return JSON.stringify(
      path.includes("continue=next%2Fpage")
        ? { metadata: {}, items: second }
        : { metadata: { continue: "next/page" }, items: first },
    );
  };
  expect(await measuredSize({ getRaw })).toEqual({ nodes: 3, gpus: 8, "mig-devices": 7, cpus: 33 });
  expect(asked).toEqual(["/api/v1/nodes?limit=500", "/api/v1/nodes?limit=500&continue=next%2Fpage"]);
});

test("nothing is known where nodes may not be listed, or there are none", async () => {
  const refused = new OperatorError("unauthorized", "nodes is forbidden", "Grant it.");
  expect(await measuredSize({ getRaw: () => Promise.reject(refused) })).toEqual({});
  expect(await measuredSize({ getRaw: async () => '{"items": []}' })).toEqual({});
  const bug = measuredSize({ getRaw: () => Promise.reject(new TypeError("a bug")) });
  await expect(bug).rejects.toThrow("a bug");
});
