/** A link of a page: what it leads to, and the anchor behind `#` without it. */
export interface PageLink {
  readonly target: string;
  readonly anchor: string | null;
}

/** Links and pictures of a page that are no addresses; those in code are none. */
export const linksOf = (page: string): readonly PageLink[] =>
  [...withoutCode(page).matchAll(/\]\((?![a-z]+:)([^)\s#]*)(?:#([^)\s]*))?\)/g)].map(([, target = "", anchor]) => ({
    target,
    anchor: anchor ?? null,
  }));

/** The anchors that GitHub gives a page's headings: https://github.com/gjtorikian/html-pipeline, its filter `toc`. */
export const anchorsOf = (page: string): ReadonlySet<string> => {
  const anchors = new Set<string>();
  for (const [, heading = ""] of withoutCode(page).matchAll(/^#{1,6} (.*)$/gm)) {
    const base = heading
      .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1")
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\p{M}\p{Pc}\- ]/gu, "")
      .replaceAll(" ", "-");
    let anchor = base;
    for (let number = 1; anchors.has(anchor); number++) anchor = `${base}-${number}`;
    anchors.add(anchor);
  }
  return anchors;
};

/** The texts of fenced blocks of one language. */
export const blocksOf = (page: string, language: string): readonly string[] =>
  [...page.matchAll(new RegExp(`^( *)\`\`\`${language}\\n([\\s\\S]*?)^\\1\`\`\`$`, "gm"))].map(
    ([, indent = "", text = ""]) => text.replaceAll(new RegExp(`^${indent}`, "gm"), ""),
  );

/**
 * The commands that a page's shell blocks show, in their order, without comments: a line that goes on in the next one
 * is one command, of a block with output the lines behind `$` are.
 */
export const commandsOf = (page: string): readonly string[] =>
  blocksOf(page, "(?:bash|sh|shell|console)").flatMap(commandsIn);

const commandsIn = (block: string): readonly string[] => {
  const lines = block
    .replaceAll(/\\\n\s*/g, "")
    .replaceAll(/\|\n\s*/g, "| ")
    .split("\n");
  const isConsole = lines.some((line) => line.startsWith("$ "));
  return lines
    .filter((line) => !isConsole || line.startsWith("$ "))
    .map((line) =>
      line
        .replace(/^\$ /, "")
        .replace(/(?:^|\s)# .*$/, "")
        .trim(),
    )
    .filter((line) => line !== "");
};

const withoutCode = (page: string): string => page.replaceAll(/^( *)```[\s\S]*?^\1```$/gm, "");
