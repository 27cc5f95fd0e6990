import type { JsonObject } from "../../kubernetes/manifest.ts";

/** A rule file, as Prometheus reads it, under a name of its own. */
export interface RuleFile {
  readonly name: string;
  readonly content: JsonObject;
}

/** What promtool says of one rule file. */
export interface RuleFileVerdict {
  /** Rules that promtool counted; 0 where it failed. */
  readonly rules: number;
  /** promtool's messages, each once; none where it succeeded. */
  readonly errors: readonly string[];
}

/** Rules as promtool gets them. */
export interface WrittenRules {
  readonly name: string;
  readonly text: string;
}

/**
 * Characters that JSON leaves as they are and YAML reads as line breaks or refuses:
 * https://yaml.org/spec/1.2.2/#51-character-set
 */
const notInYaml = /[\u007f-\u009f\u2028\u2029\ufeff]/g;
const escapeCharacter = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** YAML that is JSON: nothing in a value can be read as anything else. */
export const ruleFileText = (content: JsonObject): string =>
  `${JSON.stringify(content)}\n`.replace(notInYaml, escapeCharacter);
