import { passingTrouble } from "./passing-trouble.ts";
import { isWebhookSilent } from "./webhook-silent.ts";

/** What kept a command from the cluster, read from its last words. */
export type AccessTrouble =
  | { readonly kind: "unreachable"; readonly why: string }
  | { readonly kind: "unauthorized"; readonly why: string }
  | { readonly kind: "credentials"; readonly why: string }
  | { readonly kind: "forbidden"; readonly why: string; readonly permission: string };

/**
 * kubectl and helm tell a failure of access only in prose (client-go's own sentences), also with `-o json`.
 * Null: the cluster answered, and the trouble is another one.
 */
export const accessTrouble = (stderr: string): AccessTrouble | null => {
  const why = withoutValues(stderr.trim());
  // The API server answered; what it could not reach is one of its webhooks.
  if (isWebhookSilent(why)) return null;
  if (/getting credentials:/.test(why)) return { kind: "credentials", why: firstLine(why, /getting credentials:/) };
  if (/\(Unauthorized\)|: Unauthorized\b|provide credentials/.test(why))
    return { kind: "unauthorized", why: firstLine(why, /Unauthorized|provide credentials/) };
  const permission = missingPermission(why);
  if (permission !== null) return { kind: "forbidden", why: firstLine(why, /forbidden|cannot/), permission };
  const passing = passingTrouble(why);
  if (unreachable.test(why)) return { kind: "unreachable", why: firstLine(why, unreachable) };
  return passing !== null && passing !== "internal" && passing !== "conflict"
    ? { kind: "unreachable", why: firstLine(why, /^error|^Error/) }
    : null;
};

const unreachable =
  /Unable to connect to the server|The connection to the server .* was refused|cluster unreachable|dial tcp|no such host|i\/o timeout|TLS handshake|x509:|server gave HTTP response|connection reset by peer|Client\.Timeout exceeded|the server has asked for|ServiceUnavailable|currently unable to handle the request/;

/** The RBAC authorizer's sentence: User "u" cannot create resource "secrets" in API group "" in the namespace "n". */
const forbidden =
  /cannot (?<verb>\S+) (?:resource "(?<resource>[^"]+)" in API group "(?<group>[^"]*)"|path "(?<path>[^"]+)")(?: in the namespace "(?<namespace>[^"]+)")?/;

/**
 * E.g. `create on deployments.apps in namespace monitoring`; null where it is a policy or a quota that forbids, and
 * no permission is missing.
 */
const missingPermission = (text: string): string | null => {
  const match = forbidden.exec(text)?.groups;
  if (match === undefined) return null;
  const { verb, resource, group, path, namespace } = match;
  const what = path ?? (group ? `${resource}.${group}` : resource);
  return `${verb} on ${what}${namespace ? ` in namespace ${namespace}` : path ? "" : " in the whole cluster"}`;
};

const firstLine = (text: string, wanted: RegExp): string =>
  text.split("\n").find((line) => wanted.test(line)) ?? text.split("\n")[0] ?? "";

/** The API server quotes the bytes around a value that it cannot decode, and that value can be a Secret's. */
export const withoutValues = (text: string): string =>
  text
    .replaceAll(/\.\.\.\|.*?\|\.\.\./gs, "...|(not shown)|...")
    .replaceAll(/value\.valueUnstructured\{.*?\}/g, "another type");
