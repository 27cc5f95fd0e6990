import { expect, test } from "vitest";
import { environmentObstacle } from "../../src/plan/obstacles/decisions.ts";
import type { SetArgument } from "../../src/stack/stack.ts";

const at = { file: "prometheus-stack/upstream/install.sh", line: 5, column: 1 };

test("what install.sh takes from its environment is not deployed without it", () => {
  const plain: SetArgument = { flag: "--set", value: "a=1", at };
  const secret: SetArgument = { flag: "--set", value: "grafana.adminPassword=$P", environment: "P", at };
  expect(environmentObstacle([plain])).toEqual([]);
  expect(environmentObstacle([plain, secret])).toMatchObject([
    { reason: "invalid-input", message: expect.stringContaining(": P") },
  ]);
});
