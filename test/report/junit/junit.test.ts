import { parseXml, type XmlElement } from "@rgrove/parse-xml";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checks } from "../../../src/checks/index.ts";
import { renderJunit } from "../../../src/report/junit/junit.ts";
import type { Report } from "../../../src/report/report.ts";
import { finding, report } from "../sample-report.ts";

const checked = [{ name: "check", status: "passed", durationMs: 1500 }] as const;
const junit = (more: Partial<Report>): XmlElement => {
  const { root } = parseXml(renderJunit(report({ stages: checked, ...more })));
  if (root === null) throw new Error("there is no element");
  return root;
};

const inside = (element: XmlElement): readonly XmlElement[] =>
  element.children.filter((child): child is XmlElement => child.type === "element");
const suite = (root: XmlElement, name: string): readonly XmlElement[] =>
  inside(root)
    .filter(({ attributes }) => attributes["name"] === name)
    .flatMap(inside);

describe("the tests of a report", () => {
  test("are one a check that found nothing, and one of the run", () => {
    const root = junit({});
    expect(root.attributes).toMatchObject({
      ...{ tests: String(checks.length + 1), failures: "0", errors: "0", skipped: "0", time: "1.500" },
    });
    expect(suite(root, "yaml-invalid").map(({ attributes }) => attributes["name"])).toEqual([
      checks.find(({ id }) => id === "yaml-invalid")?.title,
    ]);
  });

  test("fail by the findings that fail the run, and by no others", () => {
    const findings = [finding("error", 1), finding("warning", 2), finding("notice", 3)];
    const counts = (failOn: Report["failOn"]) => junit({ findings, failOn }).attributes["failures"];
    expect((["error", "warning", "notice", "never"] as const).map(counts)).toEqual(["1", "2", "3", "0"]);
    const [first, second] = suite(junit({ findings }), "yaml-invalid");
    expect(first?.attributes).toMatchObject({ file: "prometheus-stack/base/1.yaml", line: "1" });
    expect(inside(first as XmlElement).map(({ name }) => name)).toEqual(["failure"]);
    expect(inside(second as XmlElement).map(({ name }) => name)).toEqual(["system-out"]);
    expect(second?.text).toBe("problem 2\nhttps://example.com/yaml-invalid.md");
  });

  test("are skipped where a check did not run, or a finding is let be", () => {
    const suppressed = [{ finding: finding("error", 1), by: "comment", reason: "we know" }] as const;
    const root = junit({ suppressed, checksNotRun: [{ check: "component-missing", reason: "nothing rendered" }] });
    expect(root.attributes).toMatchObject({ skipped: "2", failures: "0" });
    expect(inside(suite(root, "component-missing")[0] as XmlElement)[0]?.attributes["message"]).toBe(
      "nothing rendered",
    );
  });

  test("are the run's alone where it ended before the checks, and that is an error", () => {
    const error = { message: "helm is not there\nnor anywhere", hint: "Install it." };
    const root = junit({ stages: [], error, conclusion: "failure", failureReason: "tool-missing" });
    expect(root.attributes).toMatchObject({ tests: "1", errors: "1" });
    expect(suite(root, "run")[0]?.text).toBe("helm is not there\nnor anywhere\nInstall it.");
  });
});

test("is well-formed XML that says what it was told, whatever that is, and no command to a runner", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.constantFrom("]]>", "<!--", "&lt;", "\"'", "\n::error::x", "##[add-path]x", "\ufffe\uffff\u0000", "a\tb"),
  );
  fc.assert(
    fc.property(text, text, (message, file) => {
      const at = { file, line: 1, column: 1 };
      const written = renderJunit(
        report({ stages: checked, findings: [finding("error", 1, { message, at, help: "" })] }),
      );
      expect(written).not.toMatch(/^\s*::|##\[/m);
      const [first] = suite(parseXml(written).root as XmlElement, "yaml-invalid");
      if (/^[\x20-\x7e\n\t]*$/.test(message)) expect(first?.text).toBe(message);
    }),
    { numRuns: 300 },
  );
});
