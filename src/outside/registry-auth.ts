import { OperatorError } from "../errors.ts";
import { isObject, type Json } from "../manifest.ts";
import type { Outside } from "./outside.ts";

/**
 * The registry configuration for helm, as JSON text: what the input `registry-config` holds (the JSON itself, or the path of such a file). Its
 * secrets are masked. Throws OperatorError `invalid-input`.
 */
export const registryAuth = async (
  input: string | undefined,
  { files, workspace, mask }: Pick<Outside, "files" | "workspace" | "mask">,
): Promise<string> => {
  if (input === undefined) return "{}";
  const text = input.trimStart().startsWith("{") ? input : await files.read(workspace.absolute(input));
  if (text === null) throw invalid(`names the file ${input}, which does not exist`);
  const config = parse(text);
  for (const secret of secretsIn(config)) mask(secret);
  return JSON.stringify(config);
};

const parse = (text: string): Json => {
  try {
    const config: Json = JSON.parse(text);
    if (isObject(config)) return config;
  } catch {
    // The parser's message would quote the text, which holds credentials.
  }
  throw invalid("is not the JSON of a registry configuration");
};

const invalid = (what: string): OperatorError =>
  new OperatorError(
    "invalid-input",
    `Input registry-config ${what}.`,
    'Give what `helm registry login` or `docker login` writes, e.g. {"auths": {"registry.example.com": {"auth": "…"}}}, or the path of that file.',
  );

/** `auth` is `user:password` in base64: the password by itself is a secret, too. */
const secretsIn = (config: Json): readonly string[] => {
  if (Array.isArray(config) || !isObject(config)) return [];
  return Object.entries(config)
    .flatMap(([key, value]) => {
      if (typeof value !== "string") return secretsIn(value ?? null);
      if (key === "auth")
        return [
          value,
          Buffer.from(value, "base64")
            .toString("utf8")
            .replace(/^[^:]*:/, ""),
        ];
      return ["password", "identitytoken", "registrytoken"].includes(key) ? [value] : [];
    })
    .filter((secret) => secret !== "");
};
