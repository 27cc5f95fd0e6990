import type { FailureClassId } from "../../dcgm/failure-classes.ts";
import { runbookOf } from "./runbook.ts";

/** An alert of a class of failures, and the unit test that proves it. */
export interface FailureAlert {
  readonly name: string;
  /** Whose page it leads to. */
  readonly class: FailureClassId;
  /** Why it is written so, as lines of a comment. */
  readonly why: readonly string[];
  readonly expr: string;
  /** Its `for`; none where what it tells of stays until somebody acts, or a window says how long. */
  readonly pending?: string;
  readonly severity: "critical" | "warning";
  readonly summary: string;
  readonly description: string;
  readonly proof: {
    /** What happens, and what beside it is well. */
    readonly name: string;
    readonly series: readonly (readonly [series: string, values: string])[];
    /** When it does not fire yet, and when it does: minutes of the test. */
    readonly quiet: number;
    readonly fires: number;
    /** Labels of the one alert, beside its severity. */
    readonly labels: string;
    /** Its description. */
    readonly says: string;
  };
}

/** The alert in a group of rules. */
export const ruleText = (alert: FailureAlert): string => `${alert.why.map((line) => `        # ${line}\n`).join("")}\
        - alert: ${alert.name}
          expr: ${alert.expr}
${alert.pending === undefined ? "" : `          for: ${alert.pending}\n`}\
          labels:
            severity: ${alert.severity}
          annotations:
            summary: ${alert.summary}
            description: >-
              ${alert.description}
            runbook_url: ${runbookOf(alert.class)}
`;

/** A group of rules; nothing where it has none. */
export const groupText = (name: string, alerts: readonly FailureAlert[]): string =>
  alerts.length === 0 ? "" : `    - name: ${name}\n      rules:\n${alerts.map(ruleText).join("")}`;

/** Its unit test in promtool's form. */
export const testText = ({ name, class: of, severity, summary, proof }: FailureAlert): string => `
  - name: ${proof.name}
    interval: 1m
    input_series:
${proof.series.map(([series, values]) => `      - series: ${series}\n        values: ${values}\n`).join("")}\
    alert_rule_test:
      - alertname: ${name}
        eval_time: ${proof.quiet}m
        exp_alerts: []
      - alertname: ${name}
        eval_time: ${proof.fires}m
        exp_alerts:
          - exp_labels: { severity: ${severity}, ${proof.labels} }
            exp_annotations:
              summary: ${summary}
              description: >-
                ${proof.says}
              runbook_url: ${runbookOf(of)}
`;
