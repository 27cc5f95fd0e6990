import { type CryptoKey, exportJWK, generateKeyPair, SignJWT } from "jose";
import { listen } from "./server.ts";

/** A pair of keys as GitHub signs with; made once for each name. */
export const keyPair = (name: string) => {
  const made = pairs.get(name) ?? generateKeyPair("RS256", { extractable: true });
  pairs.set(name, made);
  return made;
};
const pairs = new Map<string, ReturnType<typeof generateKeyPair>>();

/** What the runner asks a token for. */
export interface Asked {
  readonly issuer: string;
  readonly audience: string;
}

/** What every token of a job says, of one that runs in the environment production. */
export const usualClaims = {
  environment: "production",
  repository: "acme/stack",
  ref: "refs/heads/main",
  sha: "1".repeat(40),
  run_id: "4711",
  run_attempt: "1",
  event_name: "push",
  job_workflow_ref: "acme/stack/.github/workflows/deploy.yaml@refs/heads/main",
};

/** The variables of a run that has these claims. */
export const usualRun = {
  GITHUB_ACTIONS: "true",
  GITHUB_REPOSITORY: "acme/stack",
  GITHUB_REF: "refs/heads/main",
  GITHUB_SHA: "1".repeat(40),
  GITHUB_RUN_ID: "4711",
  GITHUB_RUN_ATTEMPT: "1",
  GITHUB_EVENT_NAME: "push",
};

/** Signs claims as GitHub would; `key` names another pair of keys, and of `more` what is null is left out. */
export const mint =
  (more: Readonly<Record<string, unknown>> = {}, key = "github", kid = "github") =>
  async ({ issuer, audience }: Asked): Promise<string> => {
    const now = Math.floor(Date.now() / 1000);
    const all = { ...usualClaims, iss: issuer, aud: audience, iat: now, nbf: now, exp: now + 300, ...more };
    const claims = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null));
    return new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid }).sign((await keyPair(key)).privateKey);
  };

/** Serves keys, by default that of the pair `github`. */
export const jwksOf = async (name = "github"): Promise<unknown> => {
  const { publicKey } = await keyPair(name);
  return { keys: [{ ...(await exportJWK(publicKey as CryptoKey)), kid: name, alg: "RS256", use: "sig" }] };
};

interface Wanted {
  /** The token, or anything that the runner is given in its place. */
  readonly token?: (asked: Asked) => Promise<unknown>;
  readonly tokenStatus?: number;
  /** Answers of the issuer; a text is sent as it is. */
  readonly keys?: unknown;
  readonly about?: (issuer: string) => unknown;
  readonly status?: number;
}

/**
 * A server of GitHub Enterprise as far as it gives jobs their tokens, and the variables by which a runner finds it.
 */
export const oidcIssuer = async (wanted: Wanted = {}) => {
  const { token = mint(), tokenStatus = 200, status = 200 } = wanted;
  const requests: string[] = [];
  const server = await listen((request, response) => {
    const url = new URL(request.url ?? "", server.url);
    const issuer = `${server.url}/_services/token`;
    requests.push(`${url.pathname} ${request.headers.authorization ?? ""}`.trim());
    const answers: Readonly<Record<string, () => unknown>> = {
      "/token": async () => ({ value: await token({ issuer, audience: url.searchParams.get("audience") ?? "" }) }),
      "/_services/token/.well-known/openid-configuration": () =>
        wanted.about?.(issuer) ?? { issuer, jwks_uri: `${issuer}/.well-known/jwks` },
      "/_services/token/.well-known/jwks": () => wanted.keys ?? jwksOf(),
    };
    const code = url.pathname === "/token" ? tokenStatus : status;
    Promise.resolve(answers[url.pathname]?.()).then((body) =>
      response
        .writeHead(code, { "content-type": "application/json" })
        .end(typeof body === "string" ? body : JSON.stringify(body)),
    );
  });
  const env = {
    GITHUB_SERVER_URL: server.url,
    ACTIONS_ID_TOKEN_REQUEST_URL: `${server.url}/token?api-version=2.0`,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: "hunter2hunter2",
  };
  return { url: server.url, issuer: `${server.url}/_services/token`, env, requests };
};
