import type { Links } from "../summary/links.ts";
import { link } from "../summary/markdown.ts";

/** Stands above what an earlier run reported, as Markdown: nobody is to take it for what this run saw. */
export const earlierForeword = (links: Links): string =>
  `> ℹ️ From the artifact of ${link("an earlier run", links.run)}, which ran what the pull request proposes: whoever opened it could have written this.\n\n`;
