import type { Location } from "../core/finding.ts";
import { isObject, type JsonObject, type Manifest, type Path, valueAt } from "../kubernetes/manifest.ts";
import type { Outside } from "../outside/outside.ts";
import type { Stack } from "../stack/stack.ts";
import { ruleFileText } from "../validate/promtool/rule-file.ts";
import { featureFlags, groupsOf } from "../validate/promtool/rule-groups.ts";
import type { RuleVerdict } from "../validate/promtool/rule-verdict.ts";
import { isOwn } from "../world/world.ts";
import { piecesOf, type TestFile, type TestPiece, testFiles } from "./alert-test-file.ts";
import { type TestBench, testBench } from "./promtool-test.ts";
import { explainFailure } from "./test-failure.ts";
import { pieceText, testFileText } from "./test-file-text.ts";

/** A test that failed. */
export interface TestFailure {
  readonly at: Location;
  /** What was tested, and what promtool says of it. */
  readonly message: string;
}

/** How the tests of one file ended. */
export interface AlertTestFile {
  readonly file: string;
  /**
   * Cases by the alert that they ask for; those about expressions and about alerts that the tree does
   * not have are not among them.
   */
  readonly alerts: readonly { readonly alert: string; readonly passed: boolean }[];
  readonly failures: readonly TestFailure[];
}

/** Pieces of one failed file that are run by themselves, a process each: beyond that a file is told as a whole. */
const maxPieces = 200;

/**
 * The tree's own unit tests, run by promtool against the rules that base and overlays build. What `rule_files` name is
 * not read: it need not be what is applied. Throws OperatorError where promtool cannot be run.
 */
export const runAlertTests = async (
  stack: Stack,
  rules: readonly RuleVerdict[],
  manifests: readonly Manifest[],
  outside: Pick<Outside, "exec" | "scratch" | "tools" | "memory">,
): Promise<readonly AlertTestFile[]> => {
  const files = testFiles(stack);
  if (files.length === 0) return [];
  const loaded = loadedRules(rules);
  const content = loaded.map((manifest) => ({ groups: groupsOf(manifest) }));
  const bench = await testBench(content, featureFlags(manifests), outside);
  const alerts = namesIn(loaded);
  const results: AlertTestFile[] = [];
  for (const file of files) results.push(await runFile(file, alerts, bench));
  return results;
};

/**
 * What Prometheus would load of base and overlays. An object that several overlays build counts once, as it is applied
 * last; the operator drops what has an error.
 */
const loadedRules = (rules: readonly RuleVerdict[]): readonly Manifest[] => {
  const last = new Map(
    rules
      .filter((verdict) => isOwn(verdict) && verdict.errors.length === 0)
      .map(({ manifest }) => [`${manifest.ref.namespace}/${manifest.ref.name}`, manifest]),
  );
  // The same rules under two names: promtool would see each alert twice.
  return [...new Map([...last.values()].map((manifest) => [JSON.stringify(groupsOf(manifest)), manifest])).values()];
};

const namesIn = (manifests: readonly Manifest[]): ReadonlySet<string> =>
  new Set(
    manifests
      .flatMap(groupsOf)
      .flatMap((group) => valueAt(group, ["rules"]) ?? [])
      .flatMap((rule) => (isObject(rule) && typeof rule["alert"] === "string" ? [rule["alert"]] : [])),
  );

const runFile = async (file: TestFile, known: ReadonlySet<string>, bench: TestBench): Promise<AlertTestFile> => {
  const name = file.yaml.file;
  const text = testFileText(file, bench.ruleFiles);
  const whole =
    text === null ? "its series have more than a million samples, and it was not run" : await bench.run(text);
  // What is not in the tree cannot be judged here.
  const pieces = piecesOf(file).filter(({ alert }) => alert === null || known.has(alert));
  const failed = whole === null ? [] : text === null ? null : await failedPieces(pieces, file, bench);
  if (failed === null) {
    const message = explainFailure(whole ?? "");
    return { file: name, alerts: [], failures: [{ at: file.document.locate([]), message }] };
  }
  const passed = (piece: TestPiece): boolean => failed.every((one) => one.piece !== piece);
  return {
    file: name,
    alerts: pieces.flatMap((piece) => (piece.alert === null ? [] : [{ alert: piece.alert, passed: passed(piece) }])),
    failures: failed.map(({ piece, said }) => ({
      at: file.document.locate(piece.place),
      message: `${piece.name}: ${explainFailure(said)}`,
    })),
  };
};

interface FailedPiece {
  readonly piece: TestPiece;
  readonly said: string;
}

/**
 * Which pieces of a file fail that fails as a whole; null where that is no matter of pieces. A process each: promtool
 * does not say of an expression in which test it stands, and nothing of where.
 */
const failedPieces = async (
  pieces: readonly TestPiece[],
  file: TestFile,
  bench: TestBench,
): Promise<readonly FailedPiece[] | null> => {
  const run = (content: JsonObject) => bench.run(ruleFileText({ ...content, rule_files: bench.ruleFiles }));
  if (pieces.length > maxPieces) return null;
  if ((await run({ ...file.root, tests: [] })) !== null) return null;
  const failed: FailedPiece[] = [];
  for (const piece of pieces) {
    // A group that cannot be read fails with each of its cases: told once.
    if (failed.some((one) => isBelow(piece.path, one.piece.path))) continue;
    const text = pieceText(file, piece.path, bench.ruleFiles);
    const said = text === null ? await run(piece.content) : await bench.run(text);
    if (said !== null) failed.push({ piece, said });
  }
  const all = piecesOf(file).length === pieces.length;
  return failed.length === 0 && all ? null : failed;
};

const isBelow = (path: Path, above: Path): boolean =>
  path.length > above.length && above.every((key, index) => path[index] === key);
