import { randomBytes } from "node:crypto";

/** Words that stand in places which nothing may read or tell; fresh ones for every run. */
export interface Canaries {
  /** In files beside the workspace. */
  readonly beside: string;
  /** The token that actions/checkout leaves in `.git/config`. */
  readonly git: string;
  /** In HOME. */
  readonly home: string;
  /** On another mount. */
  readonly mount: string;
  /** In the environment of the step: its inputs and the runner's tokens. */
  readonly environment: string;
}

export const makeCanaries = (): Canaries => {
  const word = (what: string): string => `canary${what}${randomBytes(9).toString("hex")}`;
  return {
    beside: word("beside"),
    git: word("git"),
    home: word("home"),
    mount: word("mount"),
    environment: word("env"),
  };
};

/** The ways a word can be written: as it is, and in base64 at any of the three offsets. */
export const spellingsOf = (word: string): readonly string[] => [
  word,
  ...[0, 1, 2].map((offset) => {
    const encoded = Buffer.from(" ".repeat(offset) + word).toString("base64");
    // Characters that depend on the neighbours are cut off at both ends.
    return encoded.slice(offset === 0 ? 0 : 4, -4);
  }),
];

/** Which of the words a text holds, however written. */
export const wordsIn = (text: string, words: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(words).flatMap(([name, word]) => (spellingsOf(word).some((one) => text.includes(one)) ? [name] : []));
