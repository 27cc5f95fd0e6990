import { compileRe2 } from "./compile-re2.ts";

/** A regular expression as Prometheus anchors it: RE2, over the whole text, `.` takes line feeds too. */
export interface AnchoredRegexp {
  test(text: string): boolean;
  /** The template (`$1`, `${name}`) filled by the match; null where the text does not match. */
  expand(template: string, text: string): string | null;
}

/** Compiles as Prometheus does; null where RE2 refuses the pattern. */
export const anchoredRegexp = (pattern: string): AnchoredRegexp | null => {
  const known = compiled.get(pattern);
  if (known !== undefined) return known;
  const fresh = compile(pattern);
  if (compiled.size >= maxCompiled) compiled.clear();
  compiled.set(pattern, fresh);
  return fresh;
};

/** A generated scrape configuration repeats the same few dozen patterns for every monitor. */
const compiled = new Map<string, AnchoredRegexp | null>();
const maxCompiled = 5_000;

const compile = (pattern: string): AnchoredRegexp | null => {
  if (literal.test(pattern)) return wordRegexp(pattern);
  const words = choice.exec(pattern);
  if (words !== null) return choiceRegexp(words[1] ?? "", words[2] ?? "");
  if (pattern === "(.*)" || pattern === "(.+)") return wholeRegexp(pattern === "(.+)" ? 1 : 0);
  try {
    const regexp = compileRe2(`^(?s:${pattern})$`);
    return {
      test: (text) => regexp.test(text),
      expand: (template, text) => {
        const matcher = regexp.matcher(text);
        if (!matcher.find()) return null;
        const named = matcher.getNamedGroups();
        const count = matcher.groupCount();
        return expandTemplate(template, (name) => {
          if (!/^\d+$/.test(name)) return named[name] ?? "";
          return Number(name) <= count ? (matcher.group(Number(name)) ?? "") : "";
        });
      },
    };
  } catch {
    return null;
  }
};

/** Names of ports and labels: by far the most patterns, and no pattern at all. */
const literal = /^[A-Za-z0-9_;-]*$/;

const wordRegexp = (word: string): AnchoredRegexp => ({
  test: (text) => text === word,
  expand: (template, text) =>
    text === word ? expandTemplate(template, (name) => (/^0+$/.test(name) ? text : "")) : null,
});

/** What the operator makes of a selector's values, e.g. `(a|b);true`: every monitor's is held against every Service. */
const choice = /^\(([A-Za-z0-9_|-]*)\)([A-Za-z0-9_;-]*)$/;

const choiceRegexp = (alternatives: string, rest: string): AnchoredRegexp => {
  const words = new Set(alternatives.split("|").map((word) => word + rest));
  return {
    test: (text) => words.has(text),
    expand: (template, text) =>
      words.has(text)
        ? expandTemplate(template, (name) => {
            if (/^0+$/.test(name)) return text;
            return /^0*1$/.test(name) ? text.slice(0, text.length - rest.length) : "";
          })
        : null,
  };
};

/** The pattern of most relabelings, and the operator's own: all of a text of at least so many characters. */
const wholeRegexp = (least: 0 | 1): AnchoredRegexp => ({
  test: (text) => text.length >= least,
  expand: (template, text) =>
    text.length < least ? null : expandTemplate(template, (name) => (/^0*[01]$/.test(name) ? text : "")),
});

/**
 * Go's `Regexp.Expand`: the longest name after `$` counts, so `$1x` is the group `1x`; `$$` is a dollar;
 * anything else stays as it is.
 */
const expandTemplate = (template: string, group: (name: string) => string): string =>
  template.replace(/\$(?:(\$)|([A-Za-z0-9_]+)|\{([A-Za-z0-9_]+)\})/g, (_, dollar, bare, braced) =>
    dollar === undefined ? group(bare ?? braced) : "$",
  );
