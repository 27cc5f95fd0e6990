import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const usual = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The browser of this machine: what CHROMIUM names, else one at a usual place; undefined where there is none. */
export const browserPath = (): string | undefined => process.env["CHROMIUM"] ?? usual.find((path) => existsSync(path));

export const openBrowser = (path: string): Promise<Browser> =>
  // As root, as in most containers, it has no sandbox; the pages are our own.
  chromium.launch({ executablePath: path, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
