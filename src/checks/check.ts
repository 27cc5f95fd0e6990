import type { Problem, Severity } from "../core/finding.ts";
import type { AlertTestFile } from "../proof/alert-tests.ts";
import type { JudgedValue } from "../render/chart/judge-values.ts";
import type { Render } from "../render/render.ts";
import type { ClusterSize } from "../signal/capacity/cluster-size.ts";
import type { Resolution } from "../signal/resolve-signals.ts";
import type { Stack } from "../stack/stack.ts";
import type { RuleVerdict } from "../validate/promtool/rule-verdict.ts";
import type { Validation } from "../validate/validation.ts";
import type { CheckOption, CheckOptions } from "./check-option.ts";

/** All that checks may read: the tree, what it renders to, and what the deciding tools said of it. */
export interface Subject {
  readonly stack: Stack;
  readonly render: Render;
  readonly validation: Validation;
  readonly rules: readonly RuleVerdict[];
  /** The values that the chart does not know, and whether they do anything. */
  readonly unknownValues: readonly JudgedValue[];
  /**
   * The way of every signal of the tree, each hop judged, and the world they go through: checks read it and
   * resolve nothing themselves.
   */
  readonly resolution: Resolution;
  /** How the tree's own unit tests of its rules ended. */
  readonly alertTests: readonly AlertTestFile[];
  /** What is stated of the cluster's size, by the configuration or by the cluster. */
  readonly clusterSize: ClusterSize;
}

/** One check: data and one pure generator. The runner stamps id, severity and help on what it yields. */
export interface Check {
  /** Kebab-case; the same name in the file, the fixture, the page and the report. */
  readonly id: string;
  /** One sentence: what it finds. */
  readonly title: string;
  readonly severity: Severity;
  /** Who decides: `own`, or the command whose verdict is passed on. */
  readonly decidedBy: "own" | "helm" | "kustomize" | "kubeconform" | "promtool";
  /** The parts of the subject it reads: where one of them failed, the check does not run, and the report says so. */
  readonly reads: readonly (keyof Subject)[];
  /**
   * Why this subject cannot be judged (e.g. an overlay that did not build may hold what seems
   * absent); null where it can.
   */
  cannotJudge?(subject: Subject): string | null;
  /** What the configuration may set of it, by name. */
  readonly options?: Readonly<Record<string, CheckOption>>;
  find(subject: Subject, options: CheckOptions): Iterable<Problem>;
}
