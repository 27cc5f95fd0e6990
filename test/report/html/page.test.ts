import fc from "fast-check";
import { expect, test } from "vitest";
import { renderHtml } from "../../../src/report/html/page.ts";
import { linksOf } from "../../../src/report/summary/links.ts";
import { planted } from "../planted.ts";
import { finding, report } from "../sample-report.ts";
import { pageReport } from "./reports.ts";

const links = linksOf({
  GITHUB_SERVER_URL: "https://github.example",
  GITHUB_REPOSITORY: "o/r",
  GITHUB_SHA: "abc",
  GITHUB_RUN_ID: "7",
});

/** The page's tags in their order, without what their attributes say. */
const tagsOf = (page: string): readonly string[] => page.match(/<\/?[a-z!][^\s>]*/g) ?? [];

test("it asks for nothing: no address is loaded, and its policy allows its own style and script alone", () => {
  const page = renderHtml(pageReport(), links);
  expect(page).not.toMatch(/<(?:img|link|iframe|object|embed|base)\b|\bsrc=|@import|url\(/);
  expect(page.match(/<script/g)).toHaveLength(1);
  expect(page).toMatch(/default-src &#39;none&#39;; style-src &#39;sha256-.+; script-src &#39;sha256-/);
  expect(page).toContain('href="https://github.example/o/r/blob/abc/');
});

test("no text of a report becomes a part of the page's structure", () => {
  const hostile = fc.constantFrom(
    `"><script>alert(1)</script>`,
    `' onmouseover='alert(1)`,
    "</style></details></table><img src=x onerror=alert(1)>",
    "<!-- -->",
    "]]>",
    "&lt;b&gt;",
    "javascript:alert(1)",
    "\u202egnirts",
  );
  fc.assert(
    fc.property(hostile, (text) => {
      const page = renderHtml(planted(pageReport(), text, false), links);
      expect(tagsOf(page)).toEqual(tagsOf(renderHtml(planted(pageReport(), "harmless", false), links)));
      expect(page).not.toContain("\u202e");
      for (const [, url] of page.matchAll(/href="([^"]*)"/g)) expect(url).toMatch(/^(?:https?:\/\/|#)/);
    }),
  );
});

test("an address that is none of the web is no link", () => {
  const page = renderHtml(report({ findings: [finding("error", 1, { help: "javascript:alert(1)" })] }), links);
  expect(page).not.toContain('href="javascript');
});

test("what is too much for a page is left out, and it says so", () => {
  const findings = Array.from({ length: 10_000 }, (_, n) => finding("error", n, { message: "x".repeat(5000) }));
  const start = process.threadCpuUsage();
  const page = renderHtml(report({ findings }), links);
  const { user, system } = process.threadCpuUsage(start);
  expect((user + system) / 1e6).toBeLessThan(2);
  expect(Buffer.byteLength(page)).toBeLessThanOrEqual(8 * 1024 * 1024);
  expect(page).toMatch(/\d+ more findings in report\.json/);
});

test("one monstrous text still leaves a page", () => {
  const page = renderHtml(report({ error: { message: "y".repeat(20_000_000), hint: "z" } }), links);
  expect(Buffer.byteLength(page)).toBeLessThanOrEqual(8 * 1024 * 1024);
});

test("prediction and observation stand side by side, and lines that differ too", () => {
  const page = renderHtml(pageReport(), links);
  expect(page).toContain('<th scope="col">Seen</th>');
  expect(page).toMatch(/<td class="removed">|<td class="added">/);
});
