import type { Environment } from "../../outside/environment.ts";
import { isEncrypted } from "./ask-api.ts";

/**
 * Who signs tokens of jobs, by the address of the server that runs them: for github.com and its tenants on ghe.com a
 * host of their own, for GitHub Enterprise Server a path of the server,
 * https://docs.github.com/en/actions/reference/security/oidc. Null where the server's address is none that is trusted.
 */
const issuerOf = (server: string): string | null => {
  const url = URL.parse(server);
  if (url === null || !isEncrypted(server) || url.username !== "" || url.search !== "" || url.hash !== "") return null;
  if (url.host === "github.com") return "https://token.actions.githubusercontent.com";
  if (/^[a-z0-9-]+\.ghe\.com$/.test(url.host)) return `https://token.actions.${url.host}`;
  return `${url.origin}/_services/token`;
};

/**
 * The issuer of a token where it is this server's, else null. An enterprise may have its slug behind the issuer's
 * address, https://docs.github.com/en/enterprise-cloud@latest/rest/actions/oidc
 */
export const ownIssuer = (claimed: unknown, env: Environment): string | null => {
  const issuer = issuerOf(env["GITHUB_SERVER_URL"] || "https://github.com");
  if (issuer === null || typeof claimed !== "string") return null;
  if (claimed === issuer) return issuer;
  const isSlugged = claimed.startsWith(`${issuer}/`) && /^[\w-]{1,100}$/.test(claimed.slice(issuer.length + 1));
  return isSlugged && !issuer.endsWith("/_services/token") ? claimed : null;
};
