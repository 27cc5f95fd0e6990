// Pictures of every place where the result is shown, of one real check of a tree with some faults: the job summary, the
// pull request's comment, a terminal, and the page in light, dark and on a phone. Markdown is drawn in the colours of
// GitHub's: CHROMIUM=<the browser> MERMAID=<mermaid's dist/mermaid.min.js> npm run picture.
// GitHub draws diagrams with mermaid; as a dependency it would be 200 MB for some pictures.
import { join, resolve } from "node:path";
import { commentOf } from "../src/report/brief/comment.ts";
import { linksOf } from "../src/report/summary/links.ts";
import { renderTerminalText } from "../src/report/text/terminal-text.ts";
import { browserPath, openBrowser } from "../test/report/html/browser.ts";
import { checkFaultyTree } from "./picture/faulty-tree.ts";
import { markdownPage, terminalPage } from "./picture/pages.ts";
import { openStudio } from "./picture/studio.ts";

const docs = resolve(import.meta.dirname, "../docs");

const [browserFile, mermaid] = [browserPath(), process.env["MERMAID"]];
if (browserFile === undefined || mermaid === undefined) {
  console.error(
    browserFile === undefined
      ? "error: no browser was found: CHROMIUM names one"
      : "error: MERMAID names no mermaid.min.js: take it from the package mermaid, in another folder",
  );
  process.exit(2);
}

const { summary, report, page } = await checkFaultyTree();
const terminal = renderTerminalText(report, { paint: (_, text) => text, shown: (file) => file });
const comment = commentOf(report, linksOf({}), { when: "always", key: "" }).body({ body: null, commit: null });
const studio = await openStudio(await openBrowser(browserFile), mermaid);
try {
  const wide = { width: 1100, height: 1300 };
  await studio.photograph(await markdownPage(summary), join(docs, "summary.png"), wide);
  await studio.photograph(await markdownPage(comment), join(docs, "comment.png"), {
    width: 780,
    height: 900,
  });
  await studio.photograph(terminalPage(terminal), join(docs, "terminal.png"), { width: 1100, height: 440 });
  await studio.photograph(page, join(docs, "page.png"), wide);
  await studio.photograph(page, join(docs, "page-dark.png"), { ...wide, colorScheme: "dark" });
  await studio.photograph(page, join(docs, "page-phone.png"), { width: 390, height: 844 });
} finally {
  await studio.close();
}
