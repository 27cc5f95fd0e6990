import { load } from "js-yaml";
import { OperatorError } from "../../core/errors.ts";

/** What is read of a kubeconfig: its contexts and servers; kubectl and helm read the rest themselves. */
export interface Kubeconfig {
  readonly contexts: readonly { readonly name: string; readonly cluster: string; readonly namespace: string }[];
  readonly currentContext: string | null;
  readonly servers: Readonly<Record<string, string>>;
  /** Values that nobody may see: tokens, keys, passwords, as written and decoded. */
  readonly secrets: readonly string[];
}

/**
 * The text of the input `kubeconfig-data`, which is a kubeconfig or the base64 of one. Throws OperatorError
 * `invalid-input`; never quotes it.
 */
export const decodeKubeconfigData = (data: string): string => {
  if (isKubeconfig(data)) return data;
  const decoded = Buffer.from(data.replaceAll(/\s/g, ""), "base64").toString("utf8");
  if (isKubeconfig(decoded)) return decoded;
  throw new OperatorError(
    "invalid-input",
    "The input kubeconfig-data is neither a kubeconfig nor the base64 of one.",
    "Store the output of `kubectl config view --minify --flatten --raw` (or its base64) as a secret, and hand that secret over.",
  );
};

/** Reads a kubeconfig. `from` names it in errors. Throws OperatorError `invalid-input`; never quotes it. */
export const parseKubeconfig = (text: string, from: string): Kubeconfig => {
  if (!isKubeconfig(text))
    throw new OperatorError(
      "invalid-input",
      `${from} is not a kubeconfig: it has no contexts.`,
      "Check that the file is the one that `kubectl config view` shows.",
    );
  const config = record(read(text));
  const clusters = named(config["clusters"], "cluster");
  return {
    contexts: named(config["contexts"], "context").map(({ name, body }) => ({
      name,
      cluster: string(body["cluster"]),
      namespace: string(body["namespace"]),
    })),
    currentContext: string(config["current-context"]) || null,
    servers: Object.fromEntries(clusters.map(({ name, body }) => [name, string(body["server"])])),
    secrets: [
      ...named(config["users"], "user").flatMap(({ body }) => userSecrets(body)),
      ...clusters.flatMap(({ body }) => urlSecrets(string(body["proxy-url"]))),
    ],
  };
};

type Fields = Readonly<Record<string, unknown>>;

const isKubeconfig = (text: string): boolean => Array.isArray(record(read(text))["contexts"]);

/** A parser's message quotes the text around a mistake: here that may be a key, so it is dropped. */
const read = (text: string): unknown => {
  try {
    return load(text);
  } catch {
    return null;
  }
};

const record = (value: unknown): Fields => (typeof value === "object" && value !== null ? (value as Fields) : {});
const string = (value: unknown): string => (typeof value === "string" ? value : "");
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const named = (value: unknown, field: string): readonly { readonly name: string; readonly body: Fields }[] =>
  list(value).map((item) => ({ name: string(record(item)["name"]), body: record(record(item)[field]) }));

const secretName = /token|secret|password|key|credential/i;

const userSecrets = (user: Fields): readonly string[] => {
  const provider = record(record(user["auth-provider"])["config"]);
  const variables = list(record(user["exec"])["env"]).map((item) => record(item));
  return [
    ...[user["token"], user["password"]].map(string),
    ...[user["client-key-data"]].map(string).flatMap((data) => [data, ...linesOf(data)]),
    ...Object.entries(provider).flatMap(([name, value]) => (secretName.test(name) ? [string(value)] : [])),
    ...variables.flatMap(({ name, value }) => (secretName.test(string(name)) ? [string(value)] : [])),
  ].filter((secret) => secret !== "");
};

/**
 * The runner masks line by line: a decoded key is reported as its lines, without the `-----BEGIN …` that is no secret.
 */
const linesOf = (base64: string): readonly string[] =>
  Buffer.from(base64, "base64")
    .toString("utf8")
    .split(/\r?\n/)
    .filter((line) => line.length > 8 && !line.startsWith("-----"));

const urlSecrets = (url: string): readonly string[] => {
  const password = URL.parse(url)?.password ?? "";
  return password === "" ? [] : [password, decodeURIComponent(password)];
};
