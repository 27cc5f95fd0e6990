import fc from "fast-check";
import { marked } from "marked";
import { describe, expect, test } from "vitest";
import { code, details, fenced, table, text } from "../../../src/report/summary/markdown.ts";
import { cpuTime } from "../../cpu-time.ts";

const page = (markdown: string): string => marked.parse(markdown, { async: false, gfm: true });
/** What stands in the page but its text. */
const elements = (html: string): readonly string[] => [...html.matchAll(/<\/?[a-z][^>]*>/gi)].map(([tag]) => tag);
const decoded = (html: string): string =>
  html
    .replaceAll(/&#(\d+);/g, (_, number) => String.fromCharCode(Number(number)))
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");

const hostile = [
  "<img src=x onerror=1>",
  "<!-- hidden",
  "[a](javascript:alert(1))",
  "![a](http://x/y.png)",
  "[a]: http://x",
  "a[^1] b\n[^1]: note",
  "http://evil.example/x https://evil.example ftp://evil.example",
  "HTTPS://evil.example",
  "www.evil.example WWW.evil.example",
  "bob@evil.example mailto:bob@evil.example xmpp:bob@evil.example",
  "<http://evil.example>",
  "**b** __b__ *i* _i_ ~~s~~ `c`",
  "# heading",
  "=====",
  "----",
  "- item",
  "+ item",
  "1. item",
  "2) item",
  "> quote",
  "    code",
  "\tcode",
  "```\nfence\n```",
  "~~~\nfence",
  "a | b\n--- | ---\nc | d",
  "</details></summary>",
  "&lt;b&gt; &#60;b>",
  "a\\",
  "line  \nline",
  "\r\n\r\n# x",
  "$x$ $$x$$ $`x`$",
];

describe("a hostile text is inert", () => {
  test.for(hostile)("%j", (value) => {
    expect(elements(page(text(value))).filter((tag) => !/^<(?:\/?p|br)>$/.test(tag))).toEqual([]);
    expect(elements(page(code(value))).filter((tag) => !/^<(?:\/?p|\/?code|br)>$/.test(tag))).toEqual([]);
    const rows = page(table(["a", "b"], [[text(value), code(value)]]));
    expect(elements(rows).filter((tag) => /^<td/.test(tag))).toHaveLength(2);
    expect(rows).not.toMatch(/<(?:a|img|h\d|li|del|strong|em|input)\b/);
    expect(page(details(text(value), `${text(value)}\n\n${fenced(value)}`)).match(/<\/?details>/g)).toHaveLength(2);
  });

  test("whatever is put together", () => {
    const parts = fc.array(fc.constantFrom(...hostile, ..."\\`*_[]()<>#+-.!|~$:@w /\n\r&;1a\t\u2028"), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(parts, (all) => {
        const value = all.join("");
        expect(elements(page(text(value))).filter((tag) => !/^<(?:\/?p|br)>$/.test(tag))).toEqual([]);
        expect(page(`before\n\n${fenced(value)}\n\nafter`)).toMatch(
          /^<p>before<\/p>\n<pre><code>[^<]*<\/code><\/pre>\n<p>after<\/p>\n$/,
        );
      }),
      { numRuns: 2000 },
    );
  });

  test.for([
    ["@team", /@team/],
    ["o/r#12 #1 GH-1 gh-12", /#\d|GH-\d/i],
    [":x: :+1: a:100:b", /:[\w+-]+:/],
    ["a5c3785ed8d6a35868bc169f07e40e889087fd2e A5C3785", /[0-9a-f]{7}/i],
    ["bob@evil.example", /@evil/],
  ] as const)("GitHub finds nothing in %j", ([value, found]) => {
    const shown = decoded(text(value));
    expect(shown).not.toMatch(found);
    expect(shown.replaceAll("\u200b", "")).toBe(value);
  });

  test("no reader is shown another text than there is", () => {
    for (const unseen of "\u001b\u009b\u202a\u202e\u2066\u2069\u200e\u061c\u200b\u200d\u2028\u2029\ufeff\u00ad\ud800")
      for (const shown of [text(`a${unseen}b`), code(`a${unseen}b`), fenced(`a${unseen}b`)])
        expect(shown).toContain("a\ufffdb");
    expect(text("a\u{e0041}b ⚠️")).toBe("a\ufffdb ⚠️");
  });

  test("what is copied from a page is what stood there, but for mentions", () => {
    const value = "https://charts.example.com/x:8080/a?b=c#1 0123456789abcdef a.yaml:12:3";
    expect(decoded(code(value))).toBe(`<code>${value}</code>`);
    expect(text("plain words, e.g. a (b): c; d 'e' f=g 10.5%")).toBe(
      "plain words, e.g. a (b): c; d &#39;e&#39; f=g 10.5%",
    );
  });
});

test.for([
  " ",
  "\n",
  " \n",
  "\r",
  "`",
  "~",
  "`~",
  "#",
  ":",
  ":a",
  "a:",
  "@",
  "www.",
  "://",
  "&",
  "0123456789abcdef",
  "GH-",
  "-",
  "1",
  "<",
  "\u202e",
])("the time for %j grows with its length and no faster", (part) => {
  for (const render of [text, code, fenced]) {
    render(part.repeat(1000));
    const value = `a${part.repeat(Math.ceil(500_000 / part.length))}b`;
    expect(cpuTime(() => render(value))).toBeLessThan(2000);
  }
});
