import type { Path } from "../../src/kubernetes/manifest.ts";
import { parseYaml } from "../../src/text/parse-yaml.ts";
import { textPosition } from "../../src/text/text-position.ts";
import type { GrowthCase } from "./measure-growth.ts";

const lines = (count: number, line: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => line(n)).join("\n");

const parsing = (name: string, size: number, text: (size: number) => string, file = "a.yaml"): GrowthCase => ({
  name: `parse ${name}`,
  size,
  prepare: (n) => {
    const source = text(n);
    return () => parseYaml(source, file);
  },
});

const locating = (
  name: string,
  size: number,
  text: (size: number) => string,
  path: (n: number) => Path,
): GrowthCase => ({
  name: `locate ${name}`,
  size,
  prepare: (n) => {
    const source = text(n);
    return () => {
      const [document] = parseYaml(source, "a.yaml").documents;
      for (let at = 0; at < n; at += 1) document?.locateKey(path(at));
    };
  },
});

/** An anchor sends the text to the slow reader, which knows where each node stands. */
const anchored = "z: &z 1\n";
const map = (n: number): string => lines(n, (at) => `key-${at}: value ${at}`);
const list = (n: number): string => lines(n, (at) => `- value ${at}`);

/** Readers of YAML and JSON, fast and slow, and the way from a path to a place. */
export const yamlCases: readonly GrowthCase[] = [
  parsing("a mapping", 4000, map),
  parsing("a mapping, with nodes", 1000, (n) => anchored + map(n)),
  parsing("one key again and again", 1000, (n) => anchored + "a: 1\n".repeat(n)),
  parsing("a list", 4000, list),
  parsing("a flow mapping, with nodes", 1000, (n) => `{z: &z 1, ${lines(n, (at) => `k${at}: v,`)}}`),
  parsing("many documents", 1000, (n) => anchored + "---\na: 1\n".repeat(n)),
  parsing("comments alone", 4000, (n) => "# prometheus\n".repeat(n)),
  parsing("blanks", 20_000, (n) => `a:${" ".repeat(n)}b`),
  parsing("blank lines", 20_000, (n) => `a: 1${"\n".repeat(n)}b: &b 2`),
  parsing("a long plain scalar", 20_000, (n) => `a: &a ${"x ".repeat(n)}`),
  parsing("a plain scalar over many lines", 4000, (n) => `a: &a x${"\n  y".repeat(n)}`),
  parsing("a long quoted scalar", 20_000, (n) => `a: &a "${"\\n".repeat(n)}"`),
  parsing("a quote that never ends", 20_000, (n) => `a: &a "${"x ".repeat(n)}`),
  parsing("a block scalar", 4000, (n) => `a: &a |\n${"  text\n".repeat(n)}`),
  parsing("digits", 20_000, (n) => `a: &a ${"1".repeat(n)}x`),
  parsing("opening brackets", 1000, (n) => "[".repeat(n)),
  parsing("closing brackets", 1000, (n) => "]".repeat(n)),
  parsing("dashes in one line", 1000, (n) => "- ".repeat(n)),
  parsing("colons", 1000, (n) => "a: ".repeat(n)),
  parsing("question marks", 1000, (n) => "? ".repeat(n)),
  parsing("anchors", 1000, (n) => lines(n, (at) => `k${at}: &a${at} ${at}`)),
  parsing("aliases of one anchor", 1000, (n) => `${anchored}${lines(n, (at) => `k${at}: *z`)}`),
  parsing(
    "aliases of aliases",
    500,
    (n) => `a0: &a0 [1]\n${lines(n, (at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}]`)}`,
  ),
  parsing(
    "merge keys in a chain",
    2000,
    (n) => `a0: &a0 {b0: 1}\n${lines(n, (at) => `a${at + 1}: &a${at + 1} {<<: *a${at}, b${at + 1}: 1}`)}`,
  ),
  parsing(
    "merge keys of one large mapping",
    500,
    (n) => `a: &a {${lines(n, (at) => `k${at}: 1,`)}}\n${lines(n, (at) => `b${at}: {<<: *a}`)}`,
  ),
  parsing("tags", 1000, (n) => lines(n, (at) => `k${at}: !t${at} x`)),
  parsing("percent signs", 1000, (n) => `${"%TAG ! x\n".repeat(n)}---\na: 1`),
  parsing("JSON", 4000, (n) => `{${lines(n, (at) => `"k${at}":${at},`)}"z":1}`, "a.json"),
  parsing("JSON with backslashes", 20_000, (n) => `{"a":"${'\\\\\\"'.repeat(n)}"}`, "a.json"),
  parsing("JSON with blanks behind strings", 20_000, (n) => `["a"${" ".repeat(n)}]`, "a.json"),
  parsing("JSON that opens brackets", 1000, (n) => `${"[".repeat(n)}${"]".repeat(n)}`, "a.json"),
  parsing("JSON with a mistake", 4000, (n) => `{${lines(n, (at) => `"k${at}":${at},`)}"z"}`, "a.json"),
  locating("keys of a mapping", 1000, map, (at) => [`key-${at}`]),
  locating("items of a list", 1000, list, (at) => [at]),
  locating(
    "keys that are not there",
    500,
    (n) => `a0: &a0 {b: 1}\n${lines(n, (at) => `a${at + 1}: &a${at + 1} {b: 1}`)}`,
    (at) => [`no-${at}`],
  ),
  locating(
    "keys through merge keys in a diamond",
    15,
    (n) => `a0: &a0 {b: 1}\n${lines(n, (at) => `a${at + 1}: &a${at + 1} {<<: [*a${at}, *a${at}]}`)}`,
    (at) => [`a${at}`, "no"],
  ),
  {
    name: "places in a text",
    size: 10_000,
    prepare: (n) => {
      const text = "ab\n".repeat(n);
      return () => {
        const { at } = textPosition("a", text);
        for (let place = 0; place < n; place += 1) at(3 * place, 3 * place + 2);
      };
    },
  },
];
