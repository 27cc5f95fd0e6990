import { expect, test } from "vitest";
import { asciiScript } from "../../scripts/ascii-script.ts";

const evaluated = (script: string): unknown => new Function(`return ${script}`)();

test("what is beyond ASCII means the same as an escape, wherever it stands", () => {
  for (const script of [
    '"85 °C … \u{1f600}"',
    "`a ${1} – b`",
    '/^[✓✕]+$/.test("✓✕")',
    '/^\u{1f600}$/u.test("\u{1f600}")',
    '({ µs: "micro" })',
    "(/* ein Maß */ 1 // größer\n)",
    JSON.stringify("JSON.parse('{\"…\":1}')"),
  ]) {
    const plain = asciiScript(script);
    expect(plain).toMatch(/^[\0-\x7f]*$/);
    expect(evaluated(plain), script).toEqual(evaluated(script));
  }
});

test("where an escape would mean another thing it says so", () => {
  expect(() => asciiScript('"\\…"')).toThrow("cannot be written in ASCII");
  expect(() => asciiScript("String.raw`a …`")).toThrow("cannot be written in ASCII");
});
