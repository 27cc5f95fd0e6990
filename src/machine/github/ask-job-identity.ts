import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Environment } from "../../outside/environment.ts";
import type { FalseToken, JobIdentity, Untold } from "../../outside/github.ts";
import type { HttpGet } from "../../outside/outside.ts";
import { actionsCore } from "../runner/actions-core.ts";
import { codeOf, isEncrypted } from "./ask-api.ts";
import { ownIssuer } from "./token-issuer.ts";

interface IdentityOptions {
  readonly env: Environment;
  readonly httpGet: HttpGet;
  /** Aborted when the run is cancelled. */
  readonly signal: AbortSignal;
  /** For the token, and for each of two answers of its issuer. */
  readonly limitMs: number;
}

/** Characters; GitHub's have some two thousand. */
const longestToken = 64 * 1024;

/**
 * Asks the runner for a token of this job, for an audience that nobody else has, and verifies it by its issuer's keys.
 * The token itself is hidden from the log, used once, and handed to nobody.
 */
export const askJobIdentity = async (options: IdentityOptions): Promise<JobIdentity | FalseToken | Untold> => {
  const { env } = options;
  const [url, secret] = [env["ACTIONS_ID_TOKEN_REQUEST_URL"], env["ACTIONS_ID_TOKEN_REQUEST_TOKEN"]];
  if (!url || !secret) return { unknown: "the job may not ask GitHub for its token", permission: "id-token: write" };
  if (!isEncrypted(url)) return unknown("ACTIONS_ID_TOKEN_REQUEST_URL is no address that begins with https://");
  const audience = `prometheus-stack-action/${randomUUID()}`;
  const token = await askToken(audience, options);
  if (typeof token !== "string") return token;
  // Node takes some 10 ms to load it, for deploys to gated targets alone.
  const jose = await import("jose");
  const issuer = ownIssuer(claimedIssuer(token, jose), env);
  if (issuer === null) return { refuted: "it is not of this GitHub's issuer" };
  const keys = await askKeys(issuer, options, jose);
  if (typeof keys !== "function") return keys;
  try {
    // GitHub signs by RS256 alone. A runner's clock may be a minute wrong.
    const rules = { issuer, audience, algorithms: ["RS256"], requiredClaims: ["exp"], clockTolerance: 60 };
    const { payload } = await jose.jwtVerify(token, keys, rules);
    return identityIn(payload) ?? { refuted: "it does not say where the job runs" };
  } catch (thrown) {
    return { refuted: refutations[codeOf(thrown) ?? ""] ?? "it is not valid" };
  }
};

type Jose = typeof import("jose");
type Keys = ReturnType<Jose["createLocalJWKSet"]>;

const unknown = (why: string): Untold => ({ unknown: why, permission: null });

const refutations: Readonly<Record<string, string>> = {
  ERR_JWT_EXPIRED: "it has expired",
  ERR_JWT_CLAIM_VALIDATION_FAILED: "it is for somebody else, or for another time",
  ERR_JWS_SIGNATURE_VERIFICATION_FAILED: "its signature is not GitHub's",
  ERR_JWKS_NO_MATCHING_KEY: "it is signed by a key that GitHub does not have",
  ERR_JOSE_ALG_NOT_ALLOWED: "it is not signed as GitHub signs",
};

const askToken = async (
  audience: string,
  { signal, limitMs }: IdentityOptions,
): Promise<string | FalseToken | Untold> => {
  const stopped = new AbortController();
  const late = sleep(limitMs, null, { signal: AbortSignal.any([signal, stopped.signal]) });
  try {
    const asked = actionsCore().then(({ getIDToken }) => getIDToken(audience));
    asked.catch(() => {});
    const token: unknown = await Promise.race([asked, late]);
    if (token === null) return unknown(`GitHub gives the job no token within ${limitMs / 1000} s`);
    return typeof token === "string" && token.length <= longestToken ? token : { refuted: "it is no token" };
  } catch {
    return unknown(signal.aborted ? "the run was cancelled" : "GitHub gives the job no token");
  } finally {
    stopped.abort();
    late.catch(() => {});
  }
};

/** Nobody has vouched for it yet: it only chooses between the issuers that are trusted. */
const claimedIssuer = (token: string, { decodeJwt }: Jose): unknown => {
  try {
    return decodeJwt(token).iss;
  } catch {
    return null;
  }
};

/** https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderConfig */
const askKeys = async (issuer: string, options: IdentityOptions, jose: Jose): Promise<Keys | Untold> => {
  try {
    const about = Object(await askJson(`${issuer}/.well-known/openid-configuration`, options));
    const address = URL.parse(String(about.jwks_uri));
    if (about.issuer !== issuer || address?.origin !== new URL(issuer).origin)
      return unknown(`${issuer} does not say where its keys are`);
    return jose.createLocalJWKSet((await askJson(address.href, options)) as Parameters<Jose["createLocalJWKSet"]>[0]);
  } catch (thrown) {
    return unknown(`the keys of ${issuer} cannot be had (${codeOf(thrown) ?? "no answer of GitHub's"})`);
  }
};

const askJson = async (url: string, { httpGet, limitMs }: IdentityOptions): Promise<unknown> => {
  const { status, body } = await httpGet(url, { timeoutMs: limitMs, maxBytes: 256 * 1024 });
  if (status !== 200) throw new Error(`${url} answers ${status}`);
  return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
};

/** Null where a claim is missing that every token of a job has. */
const identityIn = (claims: Readonly<Record<string, unknown>>): JobIdentity | null => {
  const text = (name: string): string | null => {
    const value = claims[name];
    return typeof value === "string" && value !== "" ? value : null;
  };
  const [repository, ref, sha] = [text("repository"), text("ref"), text("sha")];
  const [runId, runAttempt, event] = [text("run_id"), text("run_attempt"), text("event_name")];
  if (repository === null || ref === null || sha === null) return null;
  if (runId === null || runAttempt === null || event === null) return null;
  const [environment, jobWorkflow] = [text("environment"), text("job_workflow_ref")];
  return { environment, repository, ref, sha, runId, runAttempt, event, jobWorkflow };
};
