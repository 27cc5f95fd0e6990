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

test("each alert that fired has a picture of its series, with the limit and the moment", () => {
  const page = renderHtml(pageReport(), links);
  expect(page).toContain("Hot fires from minute 5 on");
  expect(page).toContain(
    'aria-label="DCGM_FI_DEV_GPU_TEMP is 86.7 all the time, compared &gt; 85; Hot fires from minute 5 on"',
  );
  const points = [...page.matchAll(/<polyline class="samples" points="([^"]*)"/g)].map(([, text = ""]) =>
    text.split(" ").map((point) => point.split(",").map(Number)),
  );
  const [constant = [], rising = [], alternating = []] = points;
  const [limit = 0, since = 0] = [/class="limit" [^>]*y1="([\d.]+)"/, /class="since" x1="([\d.]+)"/].map((part) =>
    Number(part.exec(page)?.[1]),
  );
  // What is above the limit is drawn above it, and five of twelve minutes are nearly half of the width.
  expect(constant.every(([, y = 0]) => y < limit)).toBe(true);
  expect(since).toBeGreaterThan(12 + (640 - 24) * 0.4);
  expect(since).toBeLessThan(12 + (640 - 24) * 0.43);
  expect(rising[1]?.[1]).toBeLessThan(rising[0]?.[1] ?? 0);
  expect(alternating).toHaveLength(13);
  expect(page).toContain("It fires where there is no series");
});

test("a drill shows how long each receiver waited", () => {
  const page = renderHtml(pageReport(), links);
  expect(page).toMatch(
    /aria-label="How long until each receiver had the drill&#39;s alert">\s*<text[^>]*>chat<\/text>/,
  );
  expect(page).toContain("30.4 s, route {}");
});

test("prediction and observation stand side by side, and lines that differ too", () => {
  const page = renderHtml(pageReport(), links);
  expect(page).toContain('<th scope="col">Seen</th>');
  expect(page).toMatch(/<td class="removed">|<td class="added">/);
});
