import { describe, expect, test } from "vitest";
import { hideReport } from "../../src/report/hide-report.ts";
import type { Report } from "../../src/report/report.ts";
import { secretHider } from "../../src/secrets/hide-secrets.ts";
import { parseYaml } from "../../src/text/parse-yaml.ts";
import { emptyStack } from "../checks/subject.ts";
import { leaksOf, planted, surfacesOf } from "./planted.ts";
import { finding, report } from "./sample-report.ts";

const ref = { apiVersion: "apps/v1", kind: "Deployment", namespace: "monitoring", name: "grafana" };
const fix = (text: string) => ({
  description: "Pin it",
  edits: [{ file: "a.sh", startLine: 1, endLine: 1, text }],
});

/** A report with something in every part. */
const full: Report = report({
  mode: "deploy",
  conclusion: "failure",
  failureReason: "timeout",
  error: { message: "the rollout did not finish", hint: "look" },
  counts: { error: 1, warning: 1, notice: 0, suppressed: 1 },
  stages: [{ name: "load", status: "failed", durationMs: 1, reason: "no" }],
  findings: [
    finding("error", 1, { fix: fix("helm x"), resource: ref }),
    finding("warning", 2, { fix: { description: "Do it", edits: [] } }),
  ],
  suppressed: [{ finding: finding("notice", 3, { fix: fix("y") }), by: "comment", reason: "because" }],
  configuration: { file: ".prometheus-stack.yaml", notes: ["a note"] },
  checksNotRun: [{ check: "yaml-invalid", reason: "not resolved" }],
  signalPaths: [
    {
      signal: "alert",
      subject: "alert A",
      resource: ref,
      status: "broken",
      hops: [
        {
          hop: "route-reaches-receiver",
          status: "broken",
          why: "nobody is told",
          at: { file: "a.yaml", line: 1, column: 1 },
          fix: fix("z"),
          check: "alert-no-receiver",
        },
      ],
    },
  ],
  alertProofs: [{ name: "Hot", passed: 0, failed: 0, canary: { fired: false, why: "rand()", course: null } }],
  dashboards: [{ area: "gpu", found: [{ title: "GPUs", from: "base" }] }],
  hooks: [ref],
  unstable: [{ ...ref, pointers: ["/data"] }],
  deploy: {
    cluster: { server: "https://127.0.0.1:6443", uid: "u", version: "1.35.4" },
    release: { name: "prometheus-stack", namespace: "monitoring", revision: 2, status: "failed" },
    objects: [{ ref, layer: "overlay", action: "created" }],
    workloads: [{ ref, ready: 0, desired: 1 }],
    notReady: [
      {
        ref,
        why: "0 of 1",
        containers: [{ pod: "p", container: "c", state: "waiting", restarts: 3, log: ["l"], noLog: null }],
        events: [{ object: "Pod/p", reason: "Failed", message: "pull failed", count: 4 }],
      },
    ],
  },
});

const plain = secretHider({});

describe("hideReport", () => {
  test("plants are seen where nothing hides them", () => {
    expect(leaksOf((one) => one, full, "https://bob:hunter2@h", "hunter2")).toHaveLength(13);
  });

  test("no credential of an address stays in any text of a report, whatever its shape", () => {
    expect(leaksOf((one) => hideReport(one, plain), full, "https://bob:hunter2@h/x", "hunter2")).toEqual([]);
    expect(leaksOf((one) => hideReport(one, plain), full, "http://u:a@b/c d'hunter2@h", "hunter2")).toEqual([]);
  });

  test("nor does a secret that the tree holds", () => {
    const stack = { ...emptyStack, files: [parseYaml("kind: Secret\nstringData: {db: hunter2hunter2}", "a.yaml")] };
    const hide = secretHider({ stack });
    for (const told of ["hunter2hunter2", "db=hunter2hunter2", Buffer.from("hunter2hunter2").toString("base64")])
      expect(leaksOf((one) => hideReport(one, hide), full, told, told)).toEqual([]);
  });

  test("and nothing else is changed", () => {
    expect(hideReport(full, plain)).toEqual(full);
    expect(surfacesOf(hideReport(full, plain))).toEqual(surfacesOf(full));
    expect(planted(full, "x", true)).not.toEqual(full);
  });

  test("a repair that would have to show a secret keeps its description alone, wherever it stands", () => {
    const stack = { ...emptyStack, files: [parseYaml("kind: Secret\nstringData: {db: hunter2, x: y}", "a.yaml")] };
    const hide = secretHider({ stack });
    const shown = (text: string): number =>
      hideReport(report({ findings: [finding("error", 1, { fix: fix(text) })] }), hide).findings[0]?.fix?.edits
        .length ?? -1;
    expect(shown("stringData: {db: hunter2, x: y}")).toBe(0);
    expect(shown("helm upgrade x --repo https://bob:p4ss@charts.example.com")).toBe(0);
    expect(shown("adminPassword: a-new-one")).toBe(0);
    expect(shown("helm upgrade x y --version 1.2.3 # a@b")).toBe(1);
    const [path] = full.signalPaths;
    const [hop] = path?.hops ?? [];
    if (path === undefined || hop === undefined) throw new Error("no path");
    const paths = [{ ...path, hops: [{ ...hop, fix: fix("stringData: {db: hunter2}") }] }];
    expect(hideReport(report({ signalPaths: paths }), hide).signalPaths[0]?.hops[0]?.fix).toEqual({
      description: "Pin it",
      edits: [],
    });
  });
});
