import type { Json } from "../kubernetes/manifest.ts";
import type { SetArgument } from "../stack/stack.ts";
import { mapSecrets } from "./map-secrets.ts";
import { isNoSecret, isSecretKey } from "./secret-keys.ts";
import { mapSecretsInText, type Secret } from "./secrets-in-text.ts";

/**
 * The secrets among the arguments of `--set` and its like, by the last part of their path. `--set-file`
 * names a file and no value.
 */
export const secretsOfSets = (sets: readonly SetArgument[]): readonly Secret[] =>
  sets.flatMap((set) => {
    if (set.flag === "--set-file") return [];
    const { flag, value } = set;
    if (flag === "--set-json") return jsonSecrets(value);
    const parts = flag === "--set-literal" ? [value] : value.split(/(?<!\\),/);
    // A value that holds a comma without a backslash goes on in the next part.
    const whole = parts.length > 1 ? [value] : [];
    return [...parts, ...whole].flatMap(pairOf);
  });

const pairOf = (text: string): readonly Secret[] => {
  const sign = text.indexOf("=");
  if (sign < 0) return [];
  const [path, value] = [text.slice(0, sign), text.slice(sign + 1)];
  const plain = value.replaceAll(/\\(.)/gs, "$1");
  return isSecretPath(path) && !isNoSecret(value) ? forms(path, [value, plain]) : [];
};

const isSecretPath = (path: string): boolean =>
  isSecretKey(lastPart(path)) || /secure_?(?:JsonData|json_data|settings)\./i.test(path);
const lastPart = (path: string): string => path.replace(/\[\d{1,9}\]$/, "").slice(path.lastIndexOf(".") + 1);

const forms = (path: string, texts: readonly string[]): readonly Secret[] =>
  [...new Set(texts)].flatMap((text) => [
    { key: path, text },
    { key: lastPart(path), text },
  ]);

const jsonSecrets = (argument: string): readonly Secret[] => {
  const sign = argument.indexOf("=");
  const found: Secret[] = [];
  const note = (secret: Secret): string => {
    found.push(secret);
    return "";
  };
  try {
    const value: Json = JSON.parse(argument.slice(sign + 1));
    mapSecrets({ [lastPart(argument.slice(0, Math.max(sign, 0)))]: value }, note);
  } catch {
    mapSecretsInText(argument, note);
  }
  return found;
};

/** Names a file and no value, whatever its key is called. */
const setFile = /--set-file[= ](?:"[^"\n]*"|'[^'\n]*'|[^\s"']+)/g;

/** A pair of `kubectl create secret`. */
const literal = /--from-literal[= ]["']?([\w.-]{1,100})=("[^"\n]*"|'[^'\n]*'|[^\s"']+)/g;

/** The secrets in a script: what variables, options and values of such names are set to. */
export const secretsOfScript = (script: string): readonly Secret[] => {
  const found: Secret[] = [];
  mapSecretsInText(script.replaceAll(setFile, ""), ({ key, text }) => {
    found.push({ key, text });
    // Where nothing quotes a value, a blank or a sign of the shell ends it.
    const word = /^[^\s;&|,)"'\\]+/.exec(text)?.[0];
    if (word !== undefined && word !== text) found.push({ key, text: word });
    return "";
  });
  for (const [, key = "", text = ""] of script.matchAll(literal))
    found.push({ key, text: text.replace(/^(["'])(.*)\1$/s, "$2") });
  return found.filter(({ text }) => !isNoSecret(text));
};
