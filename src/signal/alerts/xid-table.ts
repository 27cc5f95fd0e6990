import { type XidCode, type XidNeed, xidCodes } from "../../dcgm/xid-codes.ts";
import type { HopStatus } from "../path/signal-path.ts";
import { pagesFor } from "./paging.ts";
import { type XidAlert, xidAlerts } from "./xid-alerts.ts";

/** An alert that fires for some codes, and who is told. */
export interface XidTold {
  readonly name: string;
  /** Whether it reaches somebody. */
  readonly status: HopStatus;
  /** Null where it has none, or a template decides it. */
  readonly severity: string | null;
  readonly pages: "yes" | "no" | "unknown";
  /** Names of the receivers that its routes lead to; null where no route is in sight. */
  readonly receivers: readonly string[] | null;
}

/** Codes with the same action of NVIDIA's catalogue, of which the same alerts tell. */
export interface XidRow {
  /** Null where the catalogue names none. */
  readonly action: string | null;
  readonly need: XidNeed;
  readonly codes: readonly number[];
  readonly alerts: readonly XidTold[];
}

/** Which XID is told by whom. */
export interface XidTable {
  /** What asks for the hardware first; within that by action and code. */
  readonly rows: readonly XidRow[];
  /** Alerts that read XIDs, and of which it cannot be told for which codes they fire. */
  readonly unclear: readonly string[];
}

/** Every code of the catalogue, its action and its alerts; null where the tree has no alert on XIDs. */
export const xidTable = (resolution: Parameters<typeof xidAlerts>[0]): XidTable | null => {
  const alerts = xidAlerts(resolution);
  if (alerts.length === 0) return null;
  const coded = xidCodes.map((one) => ({ one, alerts: alerts.flatMap((alert) => toldOf(alert, one)) }));
  const groups = Map.groupBy(coded, ({ one, alerts }) => JSON.stringify([one.action, alerts]));
  const rows = [...groups.values()].flatMap(([first, ...more]): XidRow[] =>
    first === undefined
      ? []
      : [
          {
            action: first.one.action,
            need: first.one.need,
            codes: [first, ...more].map(({ one }) => one.code),
            alerts: first.alerts,
          },
        ],
  );
  return {
    rows: rows.toSorted((a, b) => needs.indexOf(a.need) - needs.indexOf(b.need) || byAction(a, b)),
    unclear: alerts.filter(({ unclear }) => unclear).map(({ way }) => way.entry.name),
  };
};

const needs: readonly XidNeed[] = ["hardware", "other", "application"];

/** Rows of one action stand together; those without an action last. */
const byAction = (a: XidRow, b: XidRow): number => {
  const [left, right] = [a.action ?? "~", b.action ?? "~"];
  return left === right ? (a.codes[0] ?? 0) - (b.codes[0] ?? 0) : left < right ? -1 : 1;
};

const toldOf = (alert: XidAlert, one: XidCode): readonly XidTold[] => {
  if (!alert.codes.includes(one)) return [];
  const { way, severity } = alert;
  const receivers = alert.receiversOf(one.code)?.map(({ name }) => name) ?? null;
  return [
    {
      ...{ name: way.entry.name, status: way.path.status, severity, pages: pagesFor(alert, one.code) },
      receivers: receivers === null ? null : [...new Set(receivers)],
    },
  ];
};
