import { failureReasons } from "../errors.ts";
import { isNoSecret } from "./secret-keys.ts";
import type { Pattern } from "./secret-trie.ts";
import { mapSecretsInText, type Secret } from "./secrets-in-text.ts";

/** Shorter values, and words that the report needs, are hidden only behind their name: a report without `true` and `admin` cannot be read. */
const shortest = 8;
/** A line of a file that may be a key by itself. */
const shortestLine = 16;

/** In how many ways each secret may be told. `isPublic` knows the words that stand everywhere anyway: names of objects, namespaces, labels. */
export const patternsOf = (secret: Secret, isPublic: (text: string) => boolean): readonly Pattern[] =>
  withInner(secret).flatMap((one) => patternsOfOne(one, isPublic));

/** The secret itself, what it encodes, and of a whole file the secrets in it and its lines that look like keys. */
const withInner = (secret: Secret): readonly Secret[] => {
  const decoded = decodedBase64(secret.text.trim());
  const texts = decoded === null ? [secret.text] : [secret.text, decoded];
  return texts.flatMap((text) => {
    const own = { key: secret.key, text };
    if (!text.trim().includes("\n")) return [own, ...partsOfAddress(text)];
    const inner: Secret[] = [];
    mapSecretsInText(text, (found) => {
      inner.push(found);
      return "";
    });
    const lines = text.split("\n").map((line) => line.trim());
    const keys = lines.filter((line) => line.length >= shortestLine && /^[\w+/=.-]+$/.test(line));
    return [own, ...inner, ...keys.map((line) => ({ key: "", text: line }))];
  });
};

/** Who has the path of a webhook's address has the webhook. */
const partsOfAddress = (text: string): readonly Secret[] => {
  const path = /^\s*https?:\/\/[^/\s]+\/(\S+)\s*$/.exec(text)?.[1] ?? "";
  const parts = [path, ...path.split(/[/?&=#]/)].filter((part) => /\d/.test(part));
  return parts.map((part) => ({ key: "", text: part }));
};

const decodedBase64 = (text: string): string | null => {
  if (text.length < 4 || text.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return null;
  try {
    const decoded = new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(text, "base64"));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what holds some is no text, and so was not encoded as one
    return /[\u0000-\u0008\u000e-\u001f]/.test(decoded) ? null : decoded;
  } catch {
    return null;
  }
};

const patternsOfOne = ({ key, text }: Secret, isPublic: (text: string) => boolean): readonly Pattern[] => {
  const value = text.trim();
  if (isNoSecret(value)) return [];
  const encoded = Buffer.from(text).toString("base64");
  const bare = isBare(value, isPublic)
    ? [{ text: value, head: "", bounds: isWord(value) ? ("word" as const) : ("none" as const) }]
    : [];
  return [
    ...bare,
    ...(bare.length > 0 && !isWord(value)
      ? [{ text: encoded, head: "", bounds: "none" as const }]
      : behindName(key, [value, encoded])),
  ];
};

const isWord = (text: string): boolean => /^[a-z-]+$/i.test(text) && text.length < 24;

const isBare = (value: string, isPublic: (text: string) => boolean): boolean =>
  value.length >= shortest && !ordinary.has(value.toLowerCase()) && !isPublic(value);

const behindName = (key: string, values: readonly string[]): readonly Pattern[] =>
  key === ""
    ? []
    : values.flatMap((value) =>
        signs.map((sign) => ({ text: `${key}${sign}${value}`, head: `${key}${sign}`, bounds: "end" as const })),
      );

/** A pair, a field; an option and its argument, where blanks do not count; kustomize of a literal without a sign. */
const signs = ["=", ":", ""];

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
