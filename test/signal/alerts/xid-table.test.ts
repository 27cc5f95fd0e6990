import { expect, test } from "vitest";
import { xidCodes } from "../../../src/dcgm/xid-codes.ts";
import { alertWays } from "../../../src/signal/alerts/alert-path.ts";
import { type XidTable, xidTable } from "../../../src/signal/alerts/xid-table.ts";
import { knownMetrics } from "../../../src/signal/series/known-metrics.ts";
import { alertWorld } from "./alert-world.ts";

const tableOf = (...rules: readonly [name: string, severity: string, expr: string][]): XidTable | null => {
  const world = alertWorld(
    rules
      .map(
        ([name, severity, expr]) =>
          `- {alert: ${name}, labels: {severity: ${severity}}, expr: ${JSON.stringify(expr)}}`,
      )
      .join("\n"),
  );
  const known = knownMetrics(world, new Map());
  return xidTable({ world, known, alerts: alertWays(world, known, new Map()) });
};
const rowOf = (table: XidTable | null, code: number) => table?.rows.find(({ codes }) => codes.includes(code));

test("a tree without an alert on XIDs has none", () => {
  expect(tableOf(["Hot", "warning", "DCGM_FI_DEV_GPU_TEMP > 90"])).toBeNull();
});

test("codes of one action stand together as far as the same alerts tell of them", () => {
  const table = tableOf(
    ["Hard", "critical", "DCGM_FI_DEV_XID_ERRORS == 79 or DCGM_FI_DEV_XID_ERRORS == 95"],
    ["Soft", "warning", 'DCGM_FI_DEV_XID_ERRORS{err_code=~"95|13|31"} > 0'],
    ["Said", "warning", 'DCGM_FI_DEV_XID_ERRORS{err_msg=~"fallen"} > 0'],
  );
  const told = (name: string, severity: string, pages: string) =>
    expect.objectContaining({ name, severity, pages, receivers: ["on-call"] });
  const [hard, soft] = [told("Hard", "critical", "yes"), told("Soft", "warning", "no")];
  expect(rowOf(table, 79)).toMatchObject({ action: "RESTART_BM", codes: [79], alerts: [hard] });
  expect(rowOf(table, 95)).toMatchObject({ action: "RESET_GPU", codes: [95], alerts: [hard, soft] });
  expect(rowOf(table, 46)).toMatchObject({ need: "hardware", alerts: [] });
  expect(rowOf(table, 13)).toMatchObject({ action: "RESTART_APP", codes: [13, 31], alerts: [soft] });
  expect(rowOf(table, 162)).toMatchObject({ action: null, need: "other", alerts: [] });
  expect(table?.unclear).toEqual(["Said"]);
  expect(table?.rows.flatMap(({ codes }) => codes).toSorted((a, b) => a - b)).toEqual(xidCodes.map(({ code }) => code));
  const order = table?.rows.map(({ need }) => need) ?? [];
  expect(order).toEqual(
    order.toSorted(
      (a, b) => ["hardware", "other", "application"].indexOf(a) - ["hardware", "other", "application"].indexOf(b),
    ),
  );
});
