import { type Form, valuesKey } from "../../core/forms.ts";

/** One `key=path` of a `--set-file`. */
export interface SetFilePair {
  readonly key: string;
  readonly path: string;
}

const maxPairs = 100;

/** What `readSetFilePairs` takes, for messages. */
export const setFilePairs: Pick<Form, "wanted"> = {
  wanted: `key=path, or up to ${maxPairs} of them with commas, with plain keys such as a.b[0] and without = " \\ { } in the paths`,
};

/**
 * `key=path,key=path` and nothing more, or null: helm's own reading of quotes, braces and backslashes decides nothing.
 */
export const readSetFilePairs = (text: string): readonly SetFilePair[] | null => {
  const pairs = text.split(",").map((pair): SetFilePair | null => {
    const [, key = "", path = ""] = /^([^=]*)=([^="{}\\\r\n]+)$/.exec(pair) ?? [];
    return path !== "" && valuesKey.fits(key) ? { key, path } : null;
  });
  const read = pairs.filter((pair) => pair !== null);
  return read.length === pairs.length && read.length <= maxPairs ? read : null;
};
