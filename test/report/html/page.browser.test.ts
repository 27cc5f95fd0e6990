import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { renderHtml } from "../../../src/report/html/page.ts";
import type { Report } from "../../../src/report/report.ts";
import { report } from "../sample-report.ts";
import { browserPath, openBrowser } from "./browser.ts";
import { pageReport } from "./reports.ts";

const path = browserPath();

/** Another size of the window, and another choice of colours. */
const looks = [
  ["light", { viewport: { width: 1280, height: 900 }, colorScheme: "light" }],
  ["dark", { viewport: { width: 1280, height: 900 }, colorScheme: "dark" }],
  ["a phone", { viewport: { width: 390, height: 844 }, colorScheme: "light" }],
] as const;

const reports: readonly (readonly [string, Report])[] = [
  ["everything", pageReport()],
  ["nothing", report({ signalPaths: [], findings: [] })],
];

describe.skipIf(path === undefined)("in a browser (CHROMIUM names one where there is none at a usual place)", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser(path ?? "");
  });
  afterAll(() => browser?.close());

  interface Opened {
    readonly page: Page;
    readonly trouble: string[];
  }
  const open = async (shown: Report, options: Parameters<Browser["newPage"]>[0] = {}): Promise<Opened> => {
    const page = await browser.newPage(options);
    const trouble: string[] = [];
    page.on("request", (request) => trouble.push(`asks for ${request.url()}`));
    page.on("console", (message) => trouble.push(message.text()));
    page.on("pageerror", (error) => trouble.push(error.message));
    await page.setContent(renderHtml(shown, { blob: undefined, run: undefined, commit: undefined }));
    return { page, trouble };
  };

  test.for(reports.flatMap(([what, shown]) => looks.map(([look, options]) => ({ what, shown, look, options }))))(
    "$what, $look: axe finds nothing, it asks for nothing, and nothing is cut off",
    async ({ shown, options }) => {
      const { page, trouble } = await open(shown, options);
      expect(trouble).toEqual([]);
      // The page's own policy would keep axe out.
      const session = await page.context().newCDPSession(page);
      await session.send("Page.setBypassCSP", { enabled: true });
      await page.setContent(await page.content());
      await page.evaluate(axe.source);
      const found = (await page.evaluate("axe.run()")) as axe.AxeResults;
      expect(found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
      await page.close();
    },
  );

  test("findings are filtered", async () => {
    const { page, trouble } = await open(pageReport());
    const shown = () => page.locator(".findings > li:visible").count();
    expect(await shown()).toBe(3);
    await page.selectOption("select[name=severity]", "warning");
    expect(await shown()).toBe(1);
    expect(await page.textContent("#filtered")).toBe("1 of 3 shown");
    await page.selectOption("select[name=check]", "servicemonitor-not-selected");
    expect(await shown()).toBe(0);
    expect(trouble).toEqual([]);
    await page.close();
  });

  test("the picture is walked by the keyboard: an arrow opens what it stands for", async () => {
    const { page } = await open(pageReport());
    await page.focus(".map a.arrow");
    await page.keyboard.press("Enter");
    const name = (await page.getAttribute(".map a.arrow", "href"))?.slice(1);
    await page.waitForFunction(`document.getElementById(${JSON.stringify(name)}).open`);
    expect(await page.evaluate("document.activeElement.tagName")).toBe("SUMMARY");
    await page.close();
  });

  test("without scripts all of it is there", async () => {
    const { page } = await open(pageReport(), { javaScriptEnabled: false });
    expect(await page.locator(".findings > li:visible").count()).toBe(3);
    expect(await page.locator("#filters").isVisible()).toBe(false);
    expect(await page.locator("details.way").count()).toBeGreaterThan(0);
    await page.locator("details.way > summary").last().click();
    expect(await page.locator("details.way").last().locator("td").first().isVisible()).toBe(true);
    await page.close();
  });
});
