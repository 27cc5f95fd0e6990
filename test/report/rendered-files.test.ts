import { expect, test } from "vitest";
import { renderedFiles } from "../../src/report/rendered-files.ts";
import { hiderBy, patternsIn } from "../../src/secrets/hide-secrets.ts";
import { mapMemory } from "../outside/map-memory.ts";
import { manifestOf, renderOf } from "../validate/schemas/manifest-of.ts";

const map = (name: string, text: string): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\ndata:\n  note: ${text}\n`;

const ofChart = (...texts: readonly string[]) => {
  const render = renderOf([manifestOf(map("overlay", "open"))]);
  return { ...render, chart: { ...render.chart, manifests: texts.map(manifestOf) } };
};

/** What hides these secrets, and how often it is asked to. */
const hidingOf = (...secrets: readonly string[]) => {
  const patterns = patternsIn(
    {},
    secrets.map((text) => ({ key: "password", text })),
  );
  const hide = hiderBy(patterns);
  const hiding = {
    patterns,
    asked: 0,
    hide: (text: string) => {
      hiding.asked += 1;
      return hide(text);
    },
  };
  return hiding;
};

test("the chart's files are made once for the same objects and the same secrets", () => {
  const memory = mapMemory();
  const [a, b] = [map("a", "correct-horse-battery"), map("b", "open")];
  const first = hidingOf("correct-horse-battery");
  const files = renderedFiles(ofChart(a, b), first, memory);
  expect(files.map(({ name }) => name)).toEqual(["chart.yaml", "chart-hooks.yaml", "overlays__a.yaml"]);
  expect(files[0]?.text).toBe(`---\n${map("a", "***")}---\n${b}`);
  expect(first.asked).toBe(3);
  expect([...memory.kept.values()].join()).not.toContain("correct-horse-battery");

  const again = hidingOf("correct-horse-battery");
  expect(renderedFiles(ofChart(a, b), again, memory)).toEqual(files);
  // The overlay's is made in any case.
  expect(again.asked).toBe(1);

  const more = hidingOf("correct-horse-battery", "staple-and-more");
  expect(renderedFiles(ofChart(a, b), more, memory)).toEqual(files);
  expect(more.asked).toBe(3);
  const changed = hidingOf("correct-horse-battery");
  expect(renderedFiles(ofChart(a, map("b", "other")), changed, memory)[0]?.text).toContain("note: other");
  expect(changed.asked).toBe(3);
});
