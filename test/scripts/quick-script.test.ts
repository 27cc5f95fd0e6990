import { expect, test } from "vitest";
import { asciiScript, lazyModules } from "../../scripts/quick-script.ts";

const evaluated = (script: string): unknown => new Function(`return ${script}`)();

test("what is beyond ASCII means the same as an escape, wherever it stands", () => {
  for (const script of [
    '"85 °C … \u{1f600}"',
    "`a – b`",
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

test("the modules of a bundle are no longer in parentheses, and are called as before", () => {
  const bundle = `({

/***/ 12:
/***/ ((module) => {
module.exports = "twelve";

/***/ }),

/***/ 7:
/***/ (function(module, exports) {
exports.own = (() => 7)();

/***/ })

})`;
  const lazy = lazyModules(bundle);
  expect(lazy).not.toMatch(/^\/\*{3}\/ (?:\(\(|\(function|\}\))/m);
  const modules = evaluated(lazy) as Readonly<Record<number, (module: object, exports: object) => void>>;
  const [module, exports] = [{ exports: {} }, {}];
  modules[12]?.(module, exports);
  modules[7]?.(module, exports);
  expect([module.exports, exports]).toEqual(["twelve", { own: 7 }]);
});

test("a bundle that is written otherwise is told", () => {
  expect(() => lazyModules("({})")).toThrow("0 modules begin");
  expect(() => lazyModules("/***/ ((module) => {\n/***/ },")).toThrow("1 modules begin, and 0 end");
});
