import { OperatorError } from "../../core/errors.ts";
import { isObject, type Json, type JsonObject } from "../../kubernetes/manifest.ts";
import type { Outside } from "../../outside/outside.ts";
import type { Login } from "./chart-address.ts";

/** Where the input `registry-config` is read from, and who must not print what it holds. */
type Around = Pick<Outside, "files" | "workspace" | "mask">;

/**
 * What the input `registry-config` holds: the JSON itself, or that of the file that it names. Its secrets are masked.
 * Throws OperatorError `invalid-input`.
 */
export const readRegistryConfig = async (
  input: string | undefined,
  { files, workspace, mask }: Around,
): Promise<JsonObject> => {
  if (input === undefined) return {};
  const text = input.trimStart().startsWith("{") ? input : await files.read(workspace.absolute(input));
  if (text === null) throw invalid(`names the file ${input}, which does not exist`);
  const config = parse(text);
  for (const secret of secretsIn(config)) mask(secret);
  return config;
};

/**
 * The configuration that helm gets for one host: what `config` says of it, or the login that is given instead. It is
 * never empty: without an entry helm would look for a credential helper on PATH and run it.
 */
export const registryConfigFor = (host: string, config: JsonObject, login: Login | null): JsonObject => {
  if (login !== null) {
    const auth = Buffer.from(`${login.username}:${login.password}`).toString("base64");
    return { auths: Object.fromEntries(keysOf(host).map((key) => [key, { auth }])) };
  }
  const auths = entriesFor(host, config["auths"]);
  const credHelpers = entriesFor(host, config["credHelpers"]);
  const named = Object.keys(auths).length + Object.keys(credHelpers).length > 0;
  const store = config["credsStore"];
  return {
    auths: named ? auths : Object.fromEntries(keysOf(host).map((key) => [key, {}])),
    ...(Object.keys(credHelpers).length > 0 ? { credHelpers } : {}),
    // A helper is a program: only for a host that the configuration names.
    ...(typeof store === "string" && Object.keys(auths).length > 0 ? { credsStore: store } : {}),
  };
};

/** Docker Hub goes by an address of its own in registry configurations. */
const dockerHub = ["docker.io", "index.docker.io", "registry-1.docker.io"];

const keysOf = (host: string): readonly string[] =>
  dockerHub.includes(host) ? [host, "https://index.docker.io/v1/"] : [host];

const entriesFor = (host: string, entries: Json | undefined): JsonObject =>
  !isObject(entries)
    ? {}
    : Object.fromEntries(
        Object.entries(entries).filter(([key]) => {
          const name = key.replace(/^https?:\/\//, "").replace(/\/.*$/s, "");
          return name === host || (dockerHub.includes(host) && dockerHub.includes(name));
        }),
      );

const parse = (text: string): JsonObject => {
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
