import { isSecretKey } from "./secret-keys.ts";

/**
 * A text without what stands before the `@` of an address, without the values of `?token=` and its like, and without
 * the path of a chat's webhook, which is its password. A password may hold `@`, `/`, spaces, quotes and `://`: where an
 * address begins with `user:`, all up to the last `@` of its line goes. That may be too much of a line, and never
 * leaves a part of a password. Linear in the text's length.
 */
export const hideAddressCredentials = (text: string): string => {
  if (!text.includes("//") && !text.includes("\\/")) return text;
  const lines = text.includes("@") ? text.split("\n").map(withoutUserInfo).join("\n") : text;
  return withoutSecretParameters(lines.replace(webhook, "$1/***"));
};

/** Who knows such an address may write into the chat. Each part has a length of its own: the search is linear. */
const webhook =
  /(\/\\*\/(?:hooks\.slack\.com|discord(?:app)?\.com\\*\/api\\*\/webhooks|[\w-]{1,63}\.webhook\.office\.com|api\.telegram\.org|chat\.googleapis\.com|hooks\.zapier\.com|hooks\.chime\.aws|oapi\.dingtalk\.com|open\.(?:feishu\.cn|larksuite\.com)))\\*\/[^\s"'<>`]+/gi;

/** Slashes may be escaped, as some write JSON. */
const start = /:\\*\/\\*\//g;
const endOfHost = /[/?#\s"'<>`|]/g;
const space = /\s/g;

const withoutUserInfo = (line: string): string => {
  if (!line.includes("@")) return line;
  const end = userInfoEnds(line);
  let kept = "";
  let done = 0;
  for (const { index, 0: mark } of line.matchAll(start)) {
    const from = index + mark.length;
    // Inside of what was taken for a password just now.
    if (from <= done || !/[a-z0-9+.-]/i.test(line[index - 1] ?? "")) continue;
    const to = end(from);
    if (to <= from) continue;
    kept += line.slice(done, from);
    done = to;
  }
  return kept + line.slice(done);
};

/**
 * Tells for where an address's host begins, in rising order, the position after the `@` that ends user and password; at
 * most `from` where there are none.
 */
const userInfoEnds = (line: string): ((from: number) => number) => {
  const last = lastAt(line);
  // Each word is looked at once, however many addresses are in it.
  let word = { end: -1, at: -1, colon: -1 };
  const wordAt = (from: number): typeof word => {
    if (from < word.end) return word;
    const end = find(space, line, from);
    const text = line.slice(from, end);
    const at = from + lastAt(text);
    word = { end, at: at < from ? -1 : at, colon: line.lastIndexOf(":", at) };
    return word;
  };
  return (from) => {
    const host = line.slice(from, find(endOfHost, line, from));
    if (last < from || /^\[[0-9a-f:.]*\]$/i.test(host)) return from;
    const { at, colon } = wordAt(from);
    // `host/x:y@z` is no login by the book, and may have been meant as one.
    if (!/[:@]/.test(host)) return colon > from ? at + 1 : from;
    // `host.name:8080/x`, or a password of digits and a slash: only what is one word with it can tell.
    return isHostAndPort(host) ? at + 1 : last + 1;
  };
};

const find = (pattern: RegExp, text: string, from: number): number => {
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? text.length;
};

const isHostAndPort = (segment: string): boolean =>
  /^(?:localhost|[^:@]*\.[^:@]*|\[[0-9a-f:.]*\]):\d{0,5}\\*$/i.test(segment);

/** The last `@` that can end a password: after that of `name@sha256:…` stands a digest. -1 where there is none. */
const lastAt = (text: string): number => {
  let at = text.lastIndexOf("@");
  while (at > 0 && /^@sha(?:256|512):/.test(text.slice(at, at + 8))) at = text.lastIndexOf("@", at - 1);
  return at === 0 && /^@sha(?:256|512):/.test(text.slice(0, 8)) ? -1 : at;
};

/** A name of a parameter is no longer than this: so the search is linear. */
const parameter = /([?&;]([\w.%-]{1,64})=)([^&#\s"'<>\\]+)/g;

const withoutSecretParameters = (text: string): string =>
  text.includes("=")
    ? text.replace(parameter, (whole, head: string, name: string) =>
        isSecretKey(name) || /^(?:sig|signature|key|auth|access_token)$/i.test(name) ? `${head}***` : whole,
      )
    : text;
