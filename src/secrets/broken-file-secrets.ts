import { isNoSecret } from "./secret-keys.ts";
import { mapSecretsInText, type Secret } from "./secrets-in-text.ts";

/** Fields of a Secret, and of a kustomization, that are none of its data. */
const plain = new Set(["apiVersion", "kind", "metadata", "name", "namespace", "type", "immutable", "options"]);

const pair = /^[ \t]*(?:-[ \t]+)?["']?([\w./-]{1,200})["']?[ \t]*[:=][ \t]*(\S.*)$/;
const item = /^[ \t]*-[ \t]+(\S.*)$/;

/**
 * The secrets of a file that is no valid YAML, for its mistake may be quoted with them: by lines, and everything where
 * a Secret or its generator stands in it.
 */
export const secretsOfBrokenFile = (text: string): readonly Secret[] => {
  const found: Secret[] = [];
  mapSecretsInText(text, (secret) => {
    found.push(secret);
    return "";
  });
  if (!/kind["']?[ \t]*:[ \t]*["']?Secret\b|secretGenerator/i.test(text)) return found;
  for (const line of text.split(/[\n{},]/)) {
    const [, key = "", value = ""] = pair.exec(line) ?? ["", "", item.exec(line)?.[1] ?? ""];
    const own = value.trim().replace(/^(["'])(.*)\1$/, "$2");
    if (!plain.has(key) && !isNoSecret(own)) found.push({ key, text: own });
  }
  return found;
};
