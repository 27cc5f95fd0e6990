import { failureReasons } from "../core/errors.ts";
import { isNoSecret } from "./secret-keys.ts";
import type { Pattern } from "./secret-trie.ts";
import { mapSecretsInText, type Secret } from "./secrets-in-text.ts";

/**
 * Shorter values, and words that the report needs, are hidden only behind their name: a report without `true`
 * and `admin` cannot be read.
 */
const shortest = 8;
/** A line of a file that may be a key by itself. */
const shortestLine = 16;

/**
 * In how many ways each secret may be told. `isPublic` knows the words that stand everywhere anyway: names of
 * objects, namespaces, labels.
 */
export const patternsOf = (secret: Secret, isPublic: (text: string) => boolean): readonly Pattern[] =>
  withInner(secret).flatMap((one) => patternsOfOne(one, isPublic));

/**
 * The secret itself, what it encodes, and what is secret in it: it may be a whole file, an address, a
 * header or a registry's login.
 */
const withInner = (secret: Secret): readonly Secret[] => {
  const decoded = decodedBase64(secret.text.trim());
  const texts = decoded === null ? [secret.text] : [secret.text, decoded];
  return texts.flatMap((text) => {
    const inner: Secret[] = [];
    mapSecretsInText(text, (found) => {
      inner.push(found);
      return "";
    });
    const parts = [...partsOfAddress(text), ...partsOfHeader(text), ...loginsOfRegistries(text), ...linesOf(text)];
    return [{ key: secret.key, text }, ...inner, ...parts.map((part) => ({ key: "", text: part }))];
  });
};

/** Who has the path of a webhook's address has the webhook. */
const partsOfAddress = (text: string): readonly string[] => {
  const path = /^\s*https?:\/\/[^/\s]+\/(\S+)\s*$/.exec(text)?.[1] ?? "";
  return [path, ...path.split(/[/?&=#]/)].filter((part) => /\d/.test(part));
};

const partsOfHeader = (text: string): readonly string[] => {
  const login = /^\s*(?:Basic|Bearer|Token)\s+(\S+)\s*$/i.exec(text)?.[1];
  return login === undefined ? [] : [login, ...passwordOf(login)];
};

/** `{"auths": {"<host>": {"auth": "<user:password in base64>"}}}` */
const loginsOfRegistries = (text: string): readonly string[] =>
  text.includes('"auth')
    ? [...text.matchAll(/"auth"\s*:\s*"([^"\\]+)"/g)].flatMap(([, login = ""]) => [login, ...passwordOf(login)])
    : [];

const passwordOf = (login: string): readonly string[] => {
  const pair = decodedBase64(login);
  return pair === null ? [] : [pair.slice(pair.indexOf(":") + 1)];
};

/** The lines of a file that are one word with a digit: keys and hashes, and no configuration. */
const linesOf = (text: string): readonly string[] =>
  !text.trim().includes("\n")
    ? []
    : text
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line.length >= shortestLine && /^\S+$/.test(line) && /\d/.test(line));

const decodedBase64 = (text: string): string | null => {
  if (text.length < 4 || text.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return null;
  try {
    const decoded = new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(text, "base64"));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a text with some was never encoded
    return /[\u0000-\u0008\u000e-\u001f]/.test(decoded) ? null : decoded;
  } catch {
    return null;
  }
};

const patternsOfOne = ({ key, text }: Secret, isPublic: (text: string) => boolean): readonly Pattern[] => {
  const value = text.trim();
  if (isNoSecret(value)) return [];
  const encoded = Buffer.from(text).toString("base64");
  if (!isBare(value, isPublic)) return behindName(key, [value, encoded]);
  const bare = (own: string, bounds: Pattern["bounds"]): Pattern => ({ text: own, head: "", bounds });
  return isWord(value)
    ? [bare(value, "word"), bare(encoded, "none"), ...behindName(key, [value])]
    : [bare(value, "none"), bare(encoded, "none")];
};

const isWord = (text: string): boolean => /^[a-z-]+$/i.test(text) && text.length < 24;

const isBare = (value: string, isPublic: (text: string) => boolean): boolean =>
  value.length >= shortest && !ordinary.has(value.toLowerCase()) && !isPublic(value);

/** A pair, a field; an option and its argument, or kustomize of a literal without a sign, where blanks do not count. */
const behindName = (key: string, values: readonly string[]): readonly Pattern[] =>
  key === ""
    ? []
    : values.flatMap((value) => [
        { text: `${key}=${value}`, head: `${key}=`, bounds: "end" },
        { text: `${key}:${value}`, head: `${key}:`, bounds: "end" },
        { text: `${key} ${value}`, head: key, bounds: "both" },
      ]);

const ordinary: ReadonlySet<string> = new Set([
  ...failureReasons,
  ...["password", "username", "prometheus", "alertmanager", "grafana", "monitoring", "default", "disabled", "enabled"],
  ...[
    "admin-user",
    "admin-password",
    "client-secret",
    "secret-key",
    "private-key",
    "api-token",
    "localhost",
    "production",
    "administrator",
    "kubernetes",
    "postgres",
    "changeme",
  ],
]);
