import type { Browser } from "playwright-core";

/** The window, in CSS pixels. */
interface Window {
  readonly width: number;
  readonly height: number;
  readonly colorScheme?: "light" | "dark";
}

/** Takes pictures of pages. */
export interface Studio {
  /** What of the page the window shows goes into the file. */
  photograph(page: string, file: string, window: Window): Promise<void>;
  close(): Promise<void>;
}

/** `mermaid`: its bundle, which draws the diagrams of Markdown; other pages never see it. */
export const openStudio = async (browser: Browser, mermaid: string): Promise<Studio> => ({
  async photograph(html, file, { width, height, ...look }) {
    const page = await browser.newPage({ viewport: { width, height }, ...look });
    await page.setContent(html);
    if ((await page.$("code.language-mermaid")) !== null) {
      await page.addScriptTag({ path: mermaid });
      await page.evaluate(drawDiagrams);
    }
    await page.screenshot({ path: file });
    await page.close();
  },
  close: () => browser.close(),
});

/** In the page: each fence becomes the diagram that it describes. */
const drawDiagrams = async (): Promise<void> => {
  const { document, mermaid: drawing } = globalThis as unknown as {
    document: { querySelectorAll(selector: string): Iterable<{ outerHTML: string; textContent: string | null }> };
    mermaid: { render(id: string, text: string): Promise<{ svg: string }> };
  };
  for (const fence of document.querySelectorAll("pre:has(> code.language-mermaid)"))
    fence.outerHTML = (await drawing.render("diagram", fence.textContent ?? "")).svg;
};
