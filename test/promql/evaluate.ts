import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tool } from "../tools-dir.ts";
import { series } from "./expression-cases.ts";

/** The labels of the series that an expression yields, without the metric's name; null where it cannot be evaluated. */
export type Evaluated = readonly Readonly<Record<string, string>>[] | null;

/**
 * Lets promtool evaluate expressions over the sample series. It tells results only of tests that fail: each
 * expects what nothing yields.
 */
export const evaluate = async (expressions: readonly string[]): Promise<readonly Evaluated[]> => {
  const folder = await mkdtemp(join(tmpdir(), "promql-"));
  try {
    const file = join(folder, "test.json");
    await writeFile(file, JSON.stringify(testsOf(expressions)));
    return resultsIn(await failures(await tool("promtool"), file), expressions);
  } finally {
    await rm(folder, { recursive: true });
  }
};

const testsOf = (expressions: readonly string[]) => ({
  evaluation_interval: "1m",
  tests: [
    {
      interval: "1m",
      input_series: Object.entries(series).flatMap(([name, all]) =>
        all.map((labels, index) => ({
          series: `${name}{${Object.entries(labels).map(([key, value]) => `${key}="${value}"`)}}`,
          values: `${index + 1}+${index + 1}x10`,
        })),
      ),
      promql_expr_test: expressions.map((expr) => ({
        expr,
        eval_time: "5m",
        exp_samples: [{ labels: "never", value: 1 }],
      })),
    },
  ],
});

const failures = (promtool: string, file: string): Promise<string> =>
  new Promise((resolve, reject) => {
    execFile(promtool, ["test", "rules", file], { maxBuffer: 100_000_000 }, (error, stdout, stderr) => {
      if (error !== null && error.code !== 1) reject(error);
      else resolve(stdout + stderr);
    });
  });

const resultsIn = (output: string, expressions: readonly string[]): readonly Evaluated[] => {
  const told = new Map<string, Evaluated>();
  for (const [, quoted = "", rest = ""] of output.matchAll(
    /^ {4}expr: ("(?:\\.|[^"\\])*"), time: 5m,((?:(?!\n {4}expr:)[\s\S])*)/gm,
  ))
    told.set(JSON.parse(quoted), seriesIn(rest));
  return expressions.map((expression) => {
    const found = told.get(expression);
    if (found === undefined) throw new Error(`promtool says nothing of ${expression}:\n${output.slice(0, 2000)}`);
    return found;
  });
};

const seriesIn = (text: string): Evaluated => {
  const got = /\n\s*got: ?(.*)/.exec(text)?.[1];
  if (got === undefined) return null;
  if (got === "nil") return [];
  return [...got.matchAll(/\{([^}]*)\} \S+/g)].map(([, labels = ""]) =>
    Object.fromEntries(
      [...labels.matchAll(/(\w+)="([^"]*)"/g)].flatMap(([, name = "", value = ""]) =>
        name === "__name__" ? [] : [[name, value] as const],
      ),
    ),
  );
};
