import type { Location } from "../core/finding.ts";
import { isObject, type Json, type Path } from "../kubernetes/manifest.ts";
import { isSetByArgument, valuesOfTree } from "../render/chart/value-sources.ts";
import { isSecretKey, isStandIn, secretFields } from "../secrets/secret-keys.ts";
import type { SetArgument } from "../stack/stack.ts";
import type { YamlFile } from "../text/yaml-file.ts";
import type { Check } from "./check.ts";
import { isKnownPassword } from "./own/known-password.ts";

export const secretInClearText: Check = {
  id: "secret-in-clear-text",
  title: "A password, token or webhook address stands in the repository in clear text.",
  severity: "warning",
  decidedBy: "own",
  reads: ["stack"],
  *find({ stack }) {
    const seen = new Set<string>();
    const { sets } = stack.release;
    const found = [
      ...valuesOfTree(stack).flatMap((file) => secretsIn(file, (path) => isSetByArgument(sets, path))),
      ...sets.flatMap(secretsOfSet),
      ...stack.files.flatMap((file) => secretsIn(file, () => false)),
    ];
    for (const { where, what } of found) {
      const key = `${where.file}:${where.line}`;
      if (seen.has(key)) continue;
      seen.add(key);
      yield {
        message: `${what} stands here in clear text: whoever reads the repository has it, and its history keeps it`,
        at: where,
        fix: {
          description:
            "Keep it in a Secret that the cluster gets in another way (External Secrets, Sealed Secrets, SOPS) and name that; then change the secret.",
          edits: [],
        },
      };
    }
  },
};

interface Found {
  readonly where: Location;
  readonly what: string;
}

/** The value itself is never quoted. What is replaced reaches nothing. */
const secretsIn = ({ documents }: YamlFile, isReplaced: (path: Path) => boolean): readonly Found[] =>
  documents.flatMap((document) => {
    // Encrypted by SOPS as a whole: https://getsops.io/docs/
    if (isObject(document.value) && isObject(document.value["sops"])) return [];
    const plain = isObject(document.value) && document.value["kind"] === "Secret" ? ["stringData", "data"] : [];
    return [...leaves(document.value, [])].flatMap(({ path, text }): readonly Found[] => {
      const key = String(path.at(-1));
      const ofSecret = plain.includes(String(path[0]));
      const what = ofSecret ? `The value ${key} of a Secret` : fieldOf(key);
      const value = ofSecret && path[0] === "data" ? Buffer.from(text, "base64").toString("utf8") : text;
      const isNone = isStandIn(value) || (ofSecret && isAddress(key, value)) || isReplaced(path);
      return what === null || isNone ? [] : [{ where: document.locate(path), what }];
    });
  });

const fieldOf = (key: string): string | null => {
  const named = secretFields.get(key.toLowerCase());
  return named === undefined ? null : `${named} (${key})`;
};

/** `smtp.example.com:587` beside the password is where something is, unless its name says that it is secret. */
const isAddress = (key: string, text: string): boolean =>
  !isSecretKey(key) && /^[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?:\d{1,5}$/.test(text.trim());

/** `--set grafana.adminPassword=…` with the password itself. */
const secretsOfSet = (set: SetArgument): readonly Found[] => {
  if (set.flag === "--set-file" || set.flag === "--set-json" || set.environment !== undefined) return [];
  return set.value.split(/(?<!\\),/).flatMap((pair) => {
    const [, key = "", value = ""] = /^(?:[^=]*\.)?([^.=]*)=([\s\S]*)$/.exec(pair) ?? [];
    const what = fieldOf(key);
    // A password that everybody knows is told as that.
    return what === null || isStandIn(value) || isKnownPassword(value) ? [] : [{ where: set.at, what }];
  });
};

function* leaves(value: Json, path: Path): Generator<{ readonly path: Path; readonly text: string }> {
  if (typeof value === "string") yield { path, text: value };
  else if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* leaves(item, [...path, index]);
  else if (isObject(value))
    for (const [key, item] of Object.entries(value)) if (item !== undefined) yield* leaves(item, [...path, key]);
}
