import type { Attack } from "./attack.ts";
import { alerting, type Ground } from "./ground.ts";

const file = `${alerting}/gpu-usage.yaml`;
const comment = "# prometheus-stack: ignore alert-severity-invalid -- agreed on";

const rule = (name: string, excuse: string): string =>
  `${excuse}        - alert: ${name}
          expr: DCGM_FI_DEV_GPU_TEMP > ${name.length}0
          for: 5m
          labels:
${excuse === "" ? "" : `            ${comment}\n`}            severity: unheard-of
          annotations: {summary: a, description: b, runbook_url: https://example.com/x}
`;

const rules = (...all: readonly string[]): string =>
  `apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\nmetadata:\n  name: gpu-usage\nspec:\n  groups:\n    - name: gpu-usage\n      rules:\n${all.join("")}`;

const excused = "        # one that the base commit knows\n";

/** A pull request whose base knows one suppression, and what the change makes of it. */
export const copied = (name: string, change: (ground: Ground) => void): Attack => ({
  name: `a suppression ${name}`,
  lay: (ground) => {
    ground.write(file, rules(rule("Known", excused)));
    const base = ground.commit("base");
    change(ground);
    const head = ground.commit("head");
    ground.write("../event.json", JSON.stringify({ pull_request: { base: { sha: base }, head: { sha: head } } }));
  },
  inputs: { "fail-on": "warning" },
  env: {
    GITHUB_EVENT_NAME: "pull_request",
    GITHUB_EVENT_PATH: "$WORKSPACE/../event.json",
    GITHUB_SHA: "f".repeat(40),
    GITHUB_REF: "refs/pull/1/merge",
  },
  ends: "findings",
});

/** What a copy of a comment that the base commit has may not excuse. */
export const suppressions: readonly Attack[] = [
  copied("copied to a second rule", (ground) =>
    ground.write(file, rules(rule("Known", excused), rule("Fresh", excused))),
  ),
  copied("copied in front of the first", (ground) =>
    ground.write(file, rules(rule("Fresh", excused), rule("Known", excused))),
  ),
  copied("moved to another rule", (ground) => ground.write(file, rules(rule("Known", ""), rule("Fresh", excused)))),
  copied("moved to another file", (ground) => {
    ground.write(file, rules(rule("Known", "")));
    ground.write(
      `${alerting}/gpu-exporter.yaml`,
      `${rules(rule("Fresh", excused)).replace("name: gpu-usage\nspec", "name: gpu-exporter\nspec")}`,
    );
  }),
  copied("copied to another object of the file", (ground) =>
    ground.write(
      file,
      `${rules(rule("Known", excused))}---\n${rules(rule("Fresh", excused)).replaceAll("gpu-usage", "gpu-other")}`,
    ),
  ),
  copied("whose list is longer", (ground) =>
    ground.write(
      file,
      rules(rule("Known", excused), rule("Fresh", "")).replace(
        "ignore alert-severity-invalid",
        "ignore alert-severity-invalid, alert-for-missing",
      ),
    ),
  ),
  copied("that is new", (ground) =>
    ground.write(
      `${alerting}/gpu-exporter.yaml`,
      rules(rule("Fresh", excused)).replace("name: gpu-usage\nspec", "name: gpu-exporter\nspec"),
    ),
  ),
  copied("in the configuration", (ground) => {
    ground.write(file, rules(rule("Known", ""), rule("Fresh", "")));
    ground.write(".prometheus-stack.yaml", "suppressions: [{check: alert-severity-invalid, reason: x}]\n");
  }),
  copied("in a baseline", (ground) => {
    ground.write(file, rules(rule("Known", ""), rule("Fresh", "")));
    ground.write(".prometheus-stack-baseline.json", JSON.stringify({ version: 1, findings: [] }));
  }),
];
