import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isGpuMetric } from "../../../src/promql/gpu-metric-name.ts";
import { type Expression, readExpression } from "../../../src/promql/parse-expression.ts";
import { nodesIn } from "../../../src/promql/syntax.ts";
import { gpuLabelReads, renamePlaces, showsGpuLabel } from "../../../src/signal/series/gpu-label-reads.ts";

const metric = fc.constantFrom("DCGM_FI_DEV_GPU_TEMP", "DCGM_FI_DEV_FB_USED", "amd_gpu_temp", "kube_pod_info");
const label = fc.constantFrom("hostname", "hostname", "gpu", "node");
const matchers = fc.array(label, { maxLength: 2 }).map((names) => names.map((name) => `${name}=~"a.*"`).join(","));
const selector = fc.tuple(metric, matchers).map(([name, inside]) => `${name}{${inside}}`);
const labels = fc.uniqueArray(label, { maxLength: 2 }).map((names) => names.join(", "));

/** Expressions that mix metrics of the GPU exporter with those of others, and labels that functions make. */
const expression = fc.letrec<{ vector: string }>((tie) => ({
  vector: fc.oneof(
    { maxDepth: 4 },
    selector,
    fc
      .tuple(fc.constantFrom("by", "without"), labels, tie("vector"))
      .map(([word, names, of]) => `sum ${word} (${names}) (${of})`),
    fc
      .tuple(tie("vector"), fc.constantFrom("*", "/", "and", "or", "unless"), tie("vector"))
      .map(([a, op, b]) => `(${a}) ${op} (${b})`),
    fc
      .tuple(tie("vector"), fc.constantFrom("on", "ignoring"), labels, tie("vector"))
      .map(([a, word, names, b]) => `(${a}) * ${word} (${names}) group_left () (${b})`),
    fc
      .tuple(tie("vector"), label, label)
      .map(([of, to, source]) => `label_replace(${of}, "${to}", "$1", "${source}", "(.*)")`),
  ),
})).vector;

const renamed = (text: string, places: NonNullable<ReturnType<typeof renamePlaces>>): string =>
  places
    .toSorted((a, b) => b.from - a.from)
    .reduce((left, { from, to }) => `${left.slice(0, from)}Hostname${left.slice(to)}`, text);

const selectorsOf = ({ text, selectors }: Expression, ours: boolean): readonly string[] =>
  selectors.filter((one) => isGpuMetric(one.metric ?? "") === ours).map(({ from, to }) => text.slice(from, to));

const targetsOf = ({ root }: Expression): readonly unknown[] =>
  nodesIn(root)
    .flatMap((node) => (node.kind === "call" && node.args[1]?.kind === "string" ? [node.args[1].value] : []))
    .toArray();

const seed = Number(process.env["SEED"] ?? 20_261_129);

test(`the edit of a label leaves other exporters' selectors and what functions make alone (seed ${seed})`, () => {
  let edited = 0;
  let refused = 0;
  fc.assert(
    fc.property(expression, (text) => {
      const before = readExpression(text);
      const places = renamePlaces(before, "hostname");
      if (places === null) {
        refused += 1;
        return;
      }
      edited += places.length > 0 ? 1 : 0;
      const after = readExpression(renamed(text, places));
      expect(after.complete).toBe(true);
      expect(selectorsOf(after, false)).toEqual(selectorsOf(before, false));
      expect(targetsOf(after)).toEqual(targetsOf(before));
      expect(selectorsOf(after, true).filter((one) => one.includes("hostname"))).toEqual([]);
    }),
    { numRuns: 500, seed },
  );
  expect(edited).toBeGreaterThan(50);
  expect(refused).toBeGreaterThan(50);
});

const ours = "DCGM_FI_DEV_GPU_TEMP";

describe("a label is one of GPU metrics", () => {
  test.each([
    [`amd{hostname="a"} or ${ours}{hostname="a"}`, 1, `amd{hostname="a"} or ${ours}{Hostname="a"}`],
    [`sum by (hostname) (${ours})`, 1, `sum by (Hostname) (${ours})`],
    [`sum by (hostname) (amd or ${ours})`, 0, null],
    // The side of the GPUs has no such label, and both have to change.
    [`${ours} * on (hostname) group_left () kube`, 1, null],
    [`${ours} * on (gpu) group_left (hostname) kube`, 0, `${ours} * on (gpu) group_left (hostname) kube`],
    [`kube * on (gpu) group_left (hostname) ${ours}`, 1, `kube * on (gpu) group_left (Hostname) ${ours}`],
    [`sum by (hostname) (label_replace(${ours}, "hostname", "$1", "Hostname", "(.+)"))`, 0, undefined],
    [
      `label_replace(${ours}, "node", "$1", "hostname", "(.*)")`,
      0,
      `label_replace(${ours}, "node", "$1", "Hostname", "(.*)")`,
    ],
    [`sum by (hostname) (sum by (hostname) (${ours}) * 2)`, 2, `sum by (Hostname) (sum by (Hostname) (${ours}) * 2)`],
    ['absent(amd{hostname="a"})', 0, 'absent(amd{hostname="a"})'],
  ])("%s", (text, reads, wanted) => {
    const read = readExpression(text);
    expect(gpuLabelReads(read, "hostname")).toHaveLength(reads);
    const places = renamePlaces(read, "hostname");
    expect(places === null ? null : renamed(text, places)).toBe(wanted === undefined ? text : wanted);
  });

  test.each([
    [ours, true],
    [`sum by (hostname) (${ours})`, true],
    [`sum by (Hostname) (${ours})`, true],
    [`sum by (gpu) (${ours})`, false],
    [`${ours} or amd`, false],
    [`${ours} and amd`, true],
    [`label_replace(${ours}, "hostname", "$1", "Hostname", "(.+)")`, false],
  ])("in the legend of %s: %s", (text, shown) => {
    expect(showsGpuLabel(readExpression(text), "hostname", "Hostname")).toBe(shown);
  });
});
