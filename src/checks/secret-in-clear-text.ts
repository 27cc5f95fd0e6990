import type { Location } from "../core/finding.ts";
import { isObject, type Json, type Path } from "../kubernetes/manifest.ts";
import { isStandIn, secretFields } from "../secrets/secret-keys.ts";
import type { YamlFile } from "../text/yaml-file.ts";
import type { Check } from "./check.ts";

export const secretInClearText: Check = {
  id: "secret-in-clear-text",
  title: "A password, token or webhook address stands in the repository in clear text.",
  severity: "warning",
  decidedBy: "own",
  reads: ["stack"],
  *find({ stack }) {
    const seen = new Set<string>();
    for (const file of [...stack.valueFiles, ...stack.files])
      for (const { where, what } of secretsIn(file)) {
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

/** The value itself is never quoted. */
const secretsIn = ({ documents }: YamlFile): readonly Found[] =>
  documents.flatMap((document) => {
    // Encrypted by SOPS as a whole: https://getsops.io/docs/
    if (isObject(document.value) && isObject(document.value["sops"])) return [];
    const plain = isObject(document.value) && document.value["kind"] === "Secret" ? ["stringData", "data"] : [];
    return [...leaves(document.value, [])].flatMap(({ path, text }): readonly Found[] => {
      const key = String(path.at(-1));
      const named = secretFields.get(key.toLowerCase());
      const what = plain.includes(String(path[0]))
        ? `The value ${key} of a Secret`
        : named === undefined
          ? null
          : `${named} (${key})`;
      return what === null || isStandIn(text) ? [] : [{ where: document.locate(path), what }];
    });
  });

function* leaves(value: Json, path: Path): Generator<{ readonly path: Path; readonly text: string }> {
  if (typeof value === "string") yield { path, text: value };
  else if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* leaves(item, [...path, index]);
  else if (isObject(value))
    for (const [key, item] of Object.entries(value)) if (item !== undefined) yield* leaves(item, [...path, key]);
}
