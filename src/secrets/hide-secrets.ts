import type { Manifest } from "../kubernetes/manifest.ts";
import { hideAddressCredentials } from "./address-credentials.ts";
import { collectSecrets, type KnownTexts } from "./collect-secrets.ts";
import { patternsOf } from "./secret-patterns.ts";
import { type Pattern, SecretTrie } from "./secret-trie.ts";
import type { Secret } from "./secrets-in-text.ts";

/** A text without secrets. */
export type Hide = (text: string) => string;

/**
 * What takes out of any text the secrets that are known from the tree, the render and `more`, however a tool quotes
 * them, and credentials in addresses.
 */
export const secretHider = (known: KnownTexts, more: readonly Secret[] = []): Hide => hiderBy(patternsIn(known, more));

/** All that a hider of these secrets looks for, beside credentials in addresses. */
export const patternsIn = (known: KnownTexts, more: readonly Secret[] = []): readonly Pattern[] => {
  const secrets = [...more, ...collectSecrets(known)];
  return secrets.length === 0 ? [] : patternsOfAll(secrets, publicWords(known));
};

/** What takes these patterns out of any text, and credentials in addresses. */
export const hiderBy = (patterns: readonly Pattern[]): Hide => {
  if (patterns.length === 0) return hideAddressCredentials;
  const trie = new SecretTrie();
  for (const pattern of patterns) trie.add(pattern);
  return (text) => hideAddressCredentials(trie.hide(text));
};

/** More secrets than that are a hostile tree: the shortest are kept, which files quote whole. */
const mostSecrets = 2000;

const patternsOfAll = (secrets: readonly Secret[], words: ReadonlySet<string>): readonly Pattern[] => {
  const unique = new Map(secrets.map((secret) => [`${secret.key}\n${secret.text}`, secret]));
  const kept = [...unique.values()].sort((a, b) => a.text.length - b.text.length).slice(0, mostSecrets);
  return kept.flatMap((secret) => patternsOf(secret, (text) => words.has(text)));
};

/** Names, namespaces and labels: a password that is one of them stands everywhere, and tells nobody that it is one. */
const publicWords = ({ stack, render }: KnownTexts): ReadonlySet<string> => {
  const words = new Set<string>();
  const add = (word: unknown): void => void (typeof word === "string" && words.add(word));
  for (const sourced of stack === undefined
    ? []
    : [stack.release.name, stack.release.namespace, stack.release.chart, stack.release.repository])
    add(sourced.value);
  if (render === undefined) return words;
  for (const text of [render.chart.chart.name, render.chart.chart.version, render.chart.chart.source]) add(text);
  for (const { manifests } of [render.chart, { manifests: render.chart.hooks }, ...render.roots])
    for (const manifest of manifests) addWords(manifest, add);
  return words;
};

const addWords = ({ ref, body }: Manifest, add: (word: unknown) => void): void => {
  for (const word of [ref.kind, ref.name, ref.namespace]) add(word);
  const metadata = body["metadata"];
  const labels = typeof metadata === "object" && metadata !== null && "labels" in metadata ? metadata["labels"] : null;
  if (typeof labels === "object" && labels !== null) for (const label of Object.values(labels)) add(label);
};
