import { describe, expect, test } from "vitest";
import type { Check, Subject } from "../../src/checks/check.ts";
import { checkOptions } from "../../src/checks/check-option.ts";
import { checks } from "../../src/checks/index.ts";
import type { Problem } from "../../src/core/finding.ts";
import { readBaseline, writeBaseline } from "../../src/policy/baseline.ts";
import { noConfig } from "../../src/policy/config.ts";
import { helpBase, judgeAhead, runChecks } from "../../src/policy/run-checks.ts";
import { noSuppressions, type Suppressions } from "../../src/policy/suppress.ts";
import { subjectOf } from "../checks/subject.ts";

const checkOf = (id: string, problems: readonly Problem[], more: Partial<Check> = {}): Check => ({
  id,
  title: `finds ${id}`,
  severity: "warning",
  decidedBy: "own",
  reads: ["stack"],
  find: () => problems,
  ...more,
});

const at = (file: string, line: number, column = 1) => ({ file, line, column });

describe("checks that are run ahead", () => {
  const { alertTests, ...soFar } = subjectOf({});
  const policy = { config: noConfig, suppressions: noSuppressions };

  test("are those that read nothing which is not there yet, and say the same", async () => {
    const asked: string[] = [];
    const asking = (id: string, more: Partial<Check> = {}): Check =>
      checkOf(id, [], { ...more, find: () => [asked.push(id)].map(() => ({ message: id, at: at("a", 1) })) });
    const list = [
      asking("late", { reads: ["stack", "alertTests"] }),
      asking("early"),
      asking("blind", { cannotJudge: () => "an overlay did not build" }),
    ];
    const plain = runChecks({ ...soFar, alertTests }, new Map(), list);
    asked.length = 0;
    const ahead = await judgeAhead(soFar, list, policy);
    expect(asked).toEqual(["early"]);
    expect(runChecks({ ...soFar, alertTests }, new Map(), list, policy, ahead)).toEqual(plain);
    expect(asked).toEqual(["early", "late"]);
  });

  test("are not those that are turned off, nor one that throws: it throws where it is told", async () => {
    const broken = checkOf("broken", [], {
      find: () => {
        throw new TypeError("x is undefined");
      },
    });
    const off = { ...noConfig, checks: new Map([["off", { severity: "off", options: {} }]] as const) };
    const ahead = await judgeAhead(soFar, [broken, checkOf("off", [])], { ...policy, config: off });
    expect(ahead.size).toBe(0);
    expect(() => runChecks(soFar, new Map(), [broken], policy, ahead)).toThrow("check broken failed");
  });

  test.for(checks)("$id reads no part that it does not name", (check) => {
    const named = new Set<unknown>(check.reads);
    const subject = new Proxy(subjectOf({}), {
      get(of: Subject, part: keyof Subject) {
        if (!named.has(part)) throw new Error(`it reads ${part}`);
        return of[part];
      },
    });
    const options = checkOptions(check.options ?? {});
    expect(() => check.cannotJudge?.(subject) ?? [...check.find(subject, options)]).not.toThrow();
  });
});

describe("runChecks", () => {
  test("stamps id, severity and the address of the page", () => {
    const { findings } = runChecks(subjectOf({}), new Map(), [checkOf("one", [{ message: "m" }])]);
    expect(findings).toEqual([{ message: "m", check: "one", severity: "warning", help: `${helpBase}/one.md` }]);
  });

  test("leaves no carriage return in a repair, which would be one too many in a suggestion", () => {
    const fix = { description: "d", edits: [{ file: "a", startLine: 1, endLine: 1, text: "a: 1\r\nb: 2\r" }] };
    const { findings } = runChecks(subjectOf({}), new Map(), [checkOf("one", [{ message: "m", fix }])]);
    expect(findings[0]?.fix?.edits[0]?.text).toBe("a: 1\nb: 2");
  });

  test("tells findings by file, line, column, check; those without a place last", () => {
    const list = [
      checkOf("z", [{ message: "nowhere" }, { message: "b2", at: at("b", 2) }]),
      checkOf("y", [
        { message: "a9", at: at("a", 9) },
        { message: "b10", at: at("b", 10) },
      ]),
      checkOf("x", [
        { message: "b2x", at: at("b", 2) },
        { message: "b2c", at: at("b", 2, 5) },
      ]),
    ];
    const { findings } = runChecks(subjectOf({}), new Map(), list);
    expect(findings.map(({ message }) => message)).toEqual(["a9", "b2x", "b2", "b2c", "b10", "nowhere"]);
  });

  test("tells the same thing at the same place once, and the same thing at two places twice", () => {
    const problems = [
      { message: "m", at: at("a", 1) },
      { message: "m", at: at("a", 1) },
      { message: "m", at: at("a", 2) },
    ];
    const { findings } = runChecks(subjectOf({}), new Map(), [checkOf("one", problems), checkOf("two", problems)]);
    expect(findings.map((finding) => [finding.check, finding.at?.line])).toEqual([
      ["one", 1],
      ["two", 1],
      ["one", 2],
      ["two", 2],
    ]);
  });

  describe("a file that several overlays use", () => {
    const shared = (namespace: string, message = "m") => ({
      message,
      at: at("shared.json", 3),
      resource: { apiVersion: "v1", kind: "ConfigMap", namespace, name: "shared" },
    });
    const list = [checkOf("one", [shared("dev"), shared("prod"), shared("dev", "n")])];
    const judged = (configured: Suppressions["configured"], baseline: Suppressions["baseline"] = null) => {
      const policy = { config: noConfig, suppressions: { ...noSuppressions, configured, configFile: "c", baseline } };
      const { findings, suppressed } = runChecks(subjectOf({}), new Map(), list, policy);
      return {
        open: findings.map(({ message, resource }) => `${message} ${resource?.namespace}`),
        suppressed: suppressed.map(
          ({ finding, reason }) => `${finding.message} ${finding.resource?.namespace} ${reason}`,
        ),
      };
    };
    const entry = (reason: string, resource?: string) => ({
      ...{ check: "one", reason, line: 1 },
      ...(resource === undefined ? {} : { resource }),
    });

    test("is told once, of the first", () => {
      expect(judged([])).toEqual({ open: ["m dev", "n dev"], suppressed: [] });
    });

    test("is still told of the other object where one object's is let be", () => {
      expect(judged([entry("bench", "ConfigMap dev/shared")])).toEqual({
        open: ["m prod"],
        suppressed: ["m dev bench", "n dev bench"],
      });
    });

    test("is let be once by what means all of it, and by each reason where there are several", () => {
      expect(judged([entry("all")])).toEqual({ open: [], suppressed: ["m dev all", "n dev all"] });
      expect(judged([entry("bench", "ConfigMap dev/shared"), entry("soon")])).toEqual({
        open: [],
        suppressed: ["m dev bench", "m prod soon", "n dev bench"],
      });
    });

    test("is in the baseline as it was told", () => {
      const { findings } = runChecks(subjectOf({}), new Map(), list);
      const baseline = readBaseline(writeBaseline(findings), "b.json");
      const { open, suppressed } = judged([], baseline);
      expect(open).toEqual([]);
      expect(suppressed.map((one) => one.slice(0, 5))).toEqual(["m dev", "n dev"]);
    });
  });

  test("a check whose part is not there does not run and is listed with the reason", () => {
    const { render: _, ...subject } = subjectOf({});
    const list = [
      checkOf("needs-render", [{ message: "m" }], { reads: ["stack", "render"] }),
      checkOf("needs-stack", [{ message: "m" }]),
    ];
    const { findings, notRun } = runChecks(subject, new Map([["render", "helm was not found"]]), list);
    expect(findings.map(({ check }) => check)).toEqual(["needs-stack"]);
    expect(notRun).toEqual([{ check: "needs-render", reason: "helm was not found" }]);
  });

  test("a check that cannot judge is listed and not asked", () => {
    const list = [checkOf("blind", [{ message: "m" }], { cannotJudge: () => "an overlay did not build" })];
    expect(runChecks(subjectOf({}), new Map(), list)).toEqual({
      findings: [],
      suppressed: [],
      notRun: [{ check: "blind", reason: "an overlay did not build" }],
    });
  });

  test("a check that throws is a bug: the error names it and keeps its cause", () => {
    const cause = new TypeError("x is undefined");
    const broken = checkOf("broken", [], {
      find: () => {
        throw cause;
      },
    });
    expect(() => runChecks(subjectOf({}), new Map(), [broken])).toThrow(
      expect.objectContaining({ message: "check broken failed: x is undefined", cause }),
    );
  });

  test("the configuration sets severities, turns checks off and gives options", () => {
    const list = [
      checkOf("one", [{ message: "usual" }, { message: "lesser", severity: "notice" }]),
      checkOf("two", [{ message: "m" }]),
    ];
    const settings = new Map([
      ["one", { severity: "warning", options: {} }],
      ["two", { severity: "off", options: {} }],
    ] as const);
    const policy = { config: { ...noConfig, file: "c.yaml", checks: settings }, suppressions: noSuppressions };
    const { findings, notRun } = runChecks(subjectOf({}), new Map(), list, policy);
    expect(findings.map(({ message, severity }) => `${message} ${severity}`)).toEqual([
      "lesser notice",
      "usual warning",
    ]);
    expect(notRun).toEqual([{ check: "two", reason: "c.yaml turns it off" }]);
  });

  test("every check bears a subject with nothing in it", () => {
    expect(() => runChecks(subjectOf({}), new Map(), checks)).not.toThrow();
  });
});
