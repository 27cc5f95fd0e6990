import { describe, expect, test } from "vitest";
import { hideCredentials } from "../../src/report/hide-credentials.ts";
import { finding, report } from "./sample-report.ts";

const address = "https://bob:p4ss%20w@charts.example.com/x";
const clean = "https://charts.example.com/x";

describe("hideCredentials", () => {
  test("takes user and password out of every address that is told", () => {
    const hidden = hideCredentials(
      report({
        error: { message: `a.yaml:1: ${address}: refused`, hint: `try "${address}"` },
        stages: [{ name: "load", status: "failed", durationMs: 1, reason: address }],
        settings: [{ name: "chart repository", value: address, source: "install.sh:5" }],
        findings: [
          finding("error", 1, {
            message: `${address} and oci://t0ken@host/x`,
            resource: { apiVersion: "v1", kind: "ConfigMap", namespace: null, name: address },
          }),
        ],
      }),
    );
    expect(JSON.stringify(hidden)).not.toMatch(/bob|p4ss|t0ken/);
    expect(hidden.settings[0]?.value).toBe(clean);
    expect(hidden.findings[0]?.message).toBe(`${clean} and oci://host/x`);
  });

  test("drops an edit that would have to show one, and leaves others as they are", () => {
    const edit = (text: string) => ({ file: "a.sh", startLine: 1, endLine: 1, text });
    const fix = (text: string) => ({ description: "Pin it", edits: [edit(text)] });
    const hidden = hideCredentials(
      report({
        findings: [
          finding("error", 1, { fix: fix(`helm upgrade x --repo ${address}`) }),
          finding("error", 2, { fix: fix("helm upgrade x y --version 1.2.3 # a@b") }),
        ],
      }),
    );
    expect(hidden.findings.map((one) => one.fix)).toEqual([
      { description: "Pin it", edits: [] },
      fix("helm upgrade x y --version 1.2.3 # a@b"),
    ]);
  });
});
