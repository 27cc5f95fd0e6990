import fc from "fast-check";
import { marked } from "marked";

/** Texts that are alive on one of the surfaces, alone and put together, among any others. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...["<!-- prometheus-stack-action x -->", "@team", "<img src=x onerror=1>", "</details>", "```", "| a | b |"],
        ...[
          "\n# x",
          "[a](http://evil.example)",
          "\u202e",
          "\ud800",
          "#1 GH-1",
          "é".repeat(2000),
          "\u001b[2J",
          "\u009b",
        ],
        ...["\n::error::x", "::stop-commands::x\n", "##[add-path]/x", "%0A::error::x", "a:b,c=d", "\r", "\u2028"],
      ),
      fc.string({ unit: "binary", maxLength: 20 }),
    ),
    { maxLength: 4 },
  )
  .map((parts) => parts.join(" "));

/** Elements that our Markdown is made of. */
const ours: ReadonlySet<string | undefined> = new Set([
  ...["h2", "h3", "p", "br", "b", "strong", "a", "code", "pre", "sub", "details", "summary", "blockquote"],
  ...["table", "thead", "tbody", "tr", "th", "td", "ul", "li"],
]);

/** Control characters but tabs and line feeds, line separators, and marks of the writing direction. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const steering = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g;

/** What a text steers or shows otherwise than it is; empty where it is inert. */
export const controlFaults = (text: string): readonly string[] =>
  text.isWellFormed() ? (text.match(steering) ?? []) : ["a part of a character"];

/** What in our GitHub Markdown is alive but what we made; empty where nothing is. */
export const markdownFaults = (markdown: string): readonly string[] => {
  // What is fenced is shown as it is.
  const page = marked
    .parse(markdown, { async: false })
    .replaceAll(/<pre>[^<]*(?:<\/?code[^>]*>[^<]*)*<\/pre>/g, "")
    .replaceAll(/ href="https:[^"]*"/g, "");
  const tags = new Set([...page.matchAll(/<([a-z][a-z0-9]*)\b/gi)].map(([, tag]) => tag));
  const count = (tag: string): number => page.split(tag).length;
  return [
    ...controlFaults(markdown),
    ...(page.match(/<!--|@[a-z]|href=/g) ?? []),
    ...[...tags.difference(ours)].map(String),
    ...(count("<details>") === count("</details>") ? [] : ["details"]),
  ];
};

/**
 * The lines that the runner would obey: commands outside of every stop-commands section, as its own reader finds them.
 * Throws where commands stay stopped.
 */
export const obeyedLines = (output: string): readonly string[] => {
  const commands: string[] = [];
  let token: string | undefined;
  for (const line of output.split(/\r\n|\n|\r/)) {
    if (token !== undefined) {
      if (line.includes(`::${token}::`)) token = undefined;
      continue;
    }
    const stop = /^\s*::stop-commands::(.+)$/.exec(line);
    if (stop !== null) token = stop[1];
    else if (/^\s*::.+::/.test(line) || line.includes("##[")) commands.push(line);
  }
  if (token !== undefined) throw new Error("commands stay stopped");
  return commands;
};
