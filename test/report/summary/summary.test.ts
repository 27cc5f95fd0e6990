import { describe, expect, test } from "vitest";
import { linksOf } from "../../../src/report/summary/links.ts";
import { renderSummary } from "../../../src/report/summary/summary.ts";
import { renderLogText } from "../../../src/report/text/log-text.ts";
import { hopNames, type SignalPath, signals } from "../../../src/signal/path/signal-path.ts";
import { finding, report, sampleRollback } from "../sample-report.ts";

const links = linksOf({
  GITHUB_SERVER_URL: "https://github.com",
  GITHUB_REPOSITORY: "o/r",
  GITHUB_SHA: "0123456789abcdef",
  GITHUB_RUN_ID: "7",
});
const nowhere = linksOf({});

describe("renderSummary", () => {
  test("says the outcome in its first line", () => {
    expect(renderSummary(report(), nowhere)).toMatch(/^## ✅ Check of the Prometheus stack: nothing found\n/);
    const failed = report({
      conclusion: "failure",
      failureReason: "findings",
      counts: { error: 1, warning: 0, notice: 0, suppressed: 0 },
      findings: [finding("error", 4)],
    });
    expect(renderSummary(failed, nowhere)).toMatch(/^## ❌ .*stack: 1 error\n/);
  });

  test("leads to the line at the commit under check", () => {
    const summary = renderSummary(report({ findings: [finding("warning", 4)] }), links);
    expect(summary).toContain("https://github.com/o/r/blob/0123456789abcdef/prometheus-stack/base/4.yaml#L4");
    expect(summary).toContain("https://github.com/o/r/actions/runs/7");
  });

  test("lets nothing out of the tree become Markdown, HTML, a mention or a table cell", () => {
    const message = "<img src=x> | **bold** `code` [link](http://x) @team <!-- --> \n| row";
    const summary = renderSummary(report({ findings: [finding("error", 1, { message })] }), nowhere);
    const row = summary.split("\n").find((line) => line.includes("&lt;img"));
    expect(row).toBeDefined();
    expect(row?.split("|")).toHaveLength(5);
    for (const raw of ["<img", "**bold**", "`code`", "[link]", "@team", "<!--"]) expect(summary).not.toContain(raw);
  });

  test("fences a repair longer than any fence in it", () => {
    const edits = [{ file: "a.yaml", startLine: 1, endLine: 2, text: "a: |\n  ````\n" }];
    const summary = renderSummary(
      report({ findings: [finding("error", 1, { fix: { description: "d", edits } })] }),
      nowhere,
    );
    expect(summary).toContain("\n`````\na: |");
  });

  test("stays within the runner's limit and says what it left out", () => {
    const findings = Array.from({ length: 5000 }, (_, n) => finding("error", n + 1, { message: "é".repeat(2000) }));
    const summary = renderSummary(report({ findings }), nowhere);
    expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(900 * 1024);
    expect(summary).toMatch(/\d+ more findings in report\.json/);
  });

  test("stays within it whatever a single message says, and so does the log", () => {
    const error = { message: "m".repeat(3_000_000), hint: "h" };
    expect(Buffer.byteLength(renderSummary(report({ error }), nowhere))).toBeLessThanOrEqual(900 * 1024);
    const row = (n: number) => ({ name: "n", value: n === 0 ? "v".repeat(1_000_000) : "v", source: "s" });
    const settings = Array.from({ length: 3000 }, (_, n) => row(n));
    expect(renderLogText(report({ settings })).length).toBeLessThan(2_000_000);
  });

  test("every broken hop is seen on an arrow of the picture", () => {
    const pathOf = (signal: keyof typeof hopNames, hop: SignalPath["hops"][number]["hop"]): SignalPath => ({
      signal,
      subject: hop,
      resource: { apiVersion: "v1", kind: "A", namespace: null, name: "a" },
      status: "broken",
      hops: [{ hop, status: "broken", why: "it ends here" }],
    });
    for (const signal of signals)
      for (const hop of hopNames[signal])
        expect(renderSummary(report({ signalPaths: [pathOf(signal, hop)] }), nowhere), hop).toContain("❌ 1 broken");
  });

  test("signals that end alike are one row, and none of them is lost", () => {
    const path = (subject: string, why: string): SignalPath => ({
      signal: "alert",
      subject,
      resource: {
        apiVersion: "monitoring.coreos.com/v1",
        kind: "PrometheusRule",
        namespace: "monitoring",
        name: "gpu",
      },
      status: "broken",
      hops: [{ hop: "route-reaches-receiver", status: "broken", why }],
    });
    const silent = ["A", "B", "C", "D", "E"].map((name) => path(`alert ${name}`, "nobody is told"));
    const signalPaths = [...silent, path("alert F", "another cause")];
    const rows = renderSummary(report({ signalPaths }), nowhere)
      .split("\n")
      .filter((line) => line.startsWith("| Alert "));
    expect(rows).toHaveLength(2);
    expect(rows[0]).toContain(
      "alert A<br><details><summary>and 4 more</summary>alert B<br>alert C<br>alert D<br>alert E</details>",
    );
    expect(rows[0]?.match(/nobody is told/g)).toHaveLength(1);
    expect(rows[1]).toContain("another cause");
  });

  test("counts what proves that the alerts fire, and lists each", () => {
    const alertProofs = [
      { name: "Hot", passed: 2, failed: 0, canary: { fired: true, why: null, course: null } },
      { name: "Full", passed: 1, failed: 1, canary: { fired: false, why: "rand() is not simulated", course: null } },
      { name: "Node", passed: 0, failed: 0, canary: null },
    ];
    const summary = renderSummary(report({ alertProofs }), nowhere);
    expect(summary).toContain(
      "unit tests of 2 of 3 alerts: 3 passed, 1 failed; 1 of 2 GPU alerts fired on synthetic series",
    );
    expect(summary).toContain(
      "| Hot | ✅ 2 passed | ✅ fired |\n| Full | ❌ 1 of 2 failed | ❔ not proved: rand() is not simulated |\n| Node | ➖ none | ➖ |",
    );
    expect(renderSummary(report({ alertProofs: alertProofs.slice(2) }), nowhere)).not.toContain("Do the alerts fire");
  });

  test("names tools from PATH as trusted, kinds without schema, rules not judged, and stages that did not run", () => {
    const summary = renderSummary(report(), nowhere);
    expect(summary).toContain("PATH (trusted as it is)");
    expect(summary).toContain("example.com/v1/Thing");
    expect(summary).toContain(
      "A validation rule of <code>example.com/v1/Other</code> was not judged, the function isURL is not known here: <code>isURL(self.address)</code> (2 objects).",
    );
    expect(summary).toContain("➖ skipped: mode is check");
  });

  test("shows the evidence of a failed rollout", () => {
    const ref = { apiVersion: "apps/v1", kind: "Deployment", namespace: "monitoring", name: "grafana" };
    const summary = renderSummary(
      report({
        mode: "deploy",
        conclusion: "failure",
        failureReason: "timeout",
        error: { message: "The rollout did not finish", hint: "Look at the container" },
        deploy: {
          cluster: { server: "https://127.0.0.1:6443", uid: "u", version: "1.35.4" },
          release: { name: "prometheus-stack", namespace: "monitoring", revision: 2, status: "failed" },
          objects: [{ ref, layer: "overlay", action: "created" }],
          workloads: [{ ref, ready: 0, desired: 1 }],
          notReady: [
            {
              ref,
              why: "0 of 1 replicas available",
              containers: [
                {
                  ...{ pod: "p", container: "c", state: "waiting: ImagePullBackOff", restarts: 3 },
                  ...{ log: ["it said this", "and <that>"], noLog: null },
                },
                {
                  ...{ pod: "p", container: "d", state: "running, not ready", restarts: 0 },
                  ...{ log: [], noLog: "the node does not answer" },
                },
              ],
              events: [{ object: "Pod/p", reason: "Failed", message: "pull failed", count: 4 }],
            },
          ],
        },
      }),
      nowhere,
    );
    for (const part of [
      "The rollout did not finish",
      "Look at the container",
      "ImagePullBackOff",
      "pull failed",
      "it said this<br>and &lt;that&gt;",
      "the node does not answer",
      "❌ 0 of 1",
      "revision 2",
    ])
      expect(summary).toContain(part);
  });
});

describe("a deploy that was taken back", () => {
  const error = { message: "The alert GPUHot was not seen.\nmore", hint: "Look at the route." };
  const failed = { mode: "deploy", conclusion: "failure", failureReason: "verify-failed", error } as const;

  test("what is not as it was, with its fields, and what was put back", () => {
    const summary = renderSummary(report({ ...failed, rollback: sampleRollback() }), nowhere);
    for (const part of [
      "### Rollback",
      "❌ 1 of 9 objects are not as they were before the deploy.",
      "| ConfigMap monitoring/gpu-panels | /data/a | it is not as it was |",
      "last words",
      "1 object put back beside what helm did",
      "| ConfigMap monitoring/gpu-panels | overlay | recreated |",
    ])
      expect(summary).toContain(part);
    expect(summary).not.toContain("taken back");
  });

  test("the heading and the log say so where all of it was", () => {
    const rollback = sampleRollback({ outcome: "complete", summary: "9 objects, 0 differences.", differences: [] });
    const whole = report({ ...failed, rollback });
    expect(renderSummary(whole, nowhere)).toContain("The alert GPUHot was not seen. (taken back)");
    expect(renderLogText(whole)).toContain("Rollback: 9 objects, 0 differences.");
  });

  test("the log names what is not as it was", () => {
    expect(renderLogText(report({ ...failed, rollback: sampleRollback() }))).toContain(
      "  NOT AS IT WAS ConfigMap monitoring/gpu-panels /data/a it is not as it was",
    );
  });
});

describe("a run that an error ended", () => {
  const failed = report({
    conclusion: "failure",
    failureReason: "invalid-input",
    error: {
      message: "2 inputs are wrong:\n  - mode is 'x'\n  - path is '#1'",
      hint: "See the action's inputs.",
    },
  });

  test("tells every line of its message and the next step", () => {
    const summary = renderSummary(failed, nowhere);
    expect(summary).toMatch(/^## ❌ .*: 2 inputs are wrong:\n/);
    expect(summary).toContain("mode is &#39;x&#39;<br>- path is &#39;&#35;\u200b1&#39;");
    expect(summary).toContain("<b>Next step:</b> See the action&#39;s inputs.");
  });

  test("so does the log, once", () => {
    const log = renderLogText(failed);
    expect(log).toMatch(
      /FAILED check: 2 inputs are wrong:\n {2}- mode is 'x'\n.*\nNext step: See the action's inputs\.$/,
    );
    expect(log.split("2 inputs are wrong")).toHaveLength(2);
  });

  test("missing schemas: which address did not answer, and the ways round it", () => {
    const unchecked = report({
      conclusion: "failure",
      failureReason: "schemas-unavailable",
      stages: [
        { name: "validate", status: "failed", durationMs: 1, reason: "https://example.com/x could not be reached" },
      ],
      validation: { resources: 3, valid: 0, invalid: 0, skipped: 0, unchecked: 3 },
    });
    for (const shown of [renderSummary(unchecked, nowhere).replaceAll("&#58;", ":"), renderLogText(unchecked)]) {
      expect(shown).toContain("3 objects could not be validated");
      expect(shown).toContain("https://example.com/x could not be reached");
      expect(shown).toContain("schema-locations");
    }
  });
});
