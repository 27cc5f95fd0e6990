import { SignJWT, UnsecuredJWT } from "jose";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { askJobIdentity } from "../../../src/machine/github/ask-job-identity.ts";
import { createHttpGet } from "../../../src/machine/network/http-get.ts";
import type { HttpGet } from "../../../src/outside/outside.ts";
import { type Asked, jwksOf, keyPair, mint, oidcIssuer, usualClaims } from "../../loopback-servers/oidc-issuer.ts";
import { listen } from "../../loopback-servers/server.ts";
import { closedPort } from "../network/loopback-server.ts";

const { signal } = new AbortController();

beforeEach(() => {
  // The toolkit hides the token by a line on stdout, and names the address that it asks.
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  return () => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
  };
});

interface Asking {
  readonly httpGet?: HttpGet;
  readonly limitMs?: number;
}

const ask = async (env: Readonly<Record<string, string>>, more: Asking = {}) => {
  // The toolkit reads the process's own variables.
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  return askJobIdentity({ env, httpGet: createHttpGet({ signal }), signal, limitMs: 5000, ...more });
};
const withIssuer = async (...wanted: Parameters<typeof oidcIssuer>) => ask((await oidcIssuer(...wanted)).env);

const identity = {
  environment: "production",
  repository: "acme/stack",
  ref: "refs/heads/main",
  sha: usualClaims.sha,
  runId: "4711",
  runAttempt: "1",
  event: "push",
  jobWorkflow: usualClaims.job_workflow_ref,
};

describe("the job's identity", () => {
  test("is what GitHub's token says, asked for with the job's secret and for us alone", async () => {
    const audiences: string[] = [];
    const token = (asked: Asked) => {
      audiences.push(asked.audience);
      return mint()(asked);
    };
    const { env, requests } = await oidcIssuer({ token });
    expect(await ask(env)).toEqual(identity);
    expect(await ask(env)).toEqual(identity);
    expect(requests.slice(0, 3)).toEqual([
      "/token Bearer hunter2hunter2",
      "/_services/token/.well-known/openid-configuration",
      "/_services/token/.well-known/jwks",
    ]);
    expect(new Set(audiences).size).toBe(2);
    for (const audience of audiences) expect(audience).toMatch(/^prometheus-stack-action\/[0-9a-f-]{36}$/);
  });

  test("has no environment where the job runs in none", async () => {
    const token = mint({ environment: null, job_workflow_ref: null });
    expect(await withIssuer({ token })).toEqual({ ...identity, environment: null, jobWorkflow: null });
  });

  test("is hidden from the log as a whole", async () => {
    await withIssuer();
    const printed = vi.mocked(process.stdout.write).mock.calls.map(([text]) => String(text));
    const shown = printed.filter((text) => !text.startsWith("::add-mask::")).join("");
    expect(printed.some((text) => text.startsWith("::add-mask::ey"))).toBe(true);
    expect(shown).not.toMatch(/eyJ|hunter2/);
  });

  test("is known by github.com's keys, of an enterprise's own issuer as well", async () => {
    const issuer = "https://token.actions.githubusercontent.com/acme-corp";
    const { env } = await oidcIssuer({ token: (asked) => mint()({ ...asked, issuer }) });
    const asked: string[] = [];
    const httpGet: HttpGet = async (url) => {
      asked.push(url);
      const body = url.endsWith("jwks") ? await jwksOf() : { issuer, jwks_uri: `${issuer}/.well-known/jwks` };
      return { status: 200, body: Buffer.from(JSON.stringify(body)) };
    };
    expect(await ask({ ...env, GITHUB_SERVER_URL: "https://github.com" }, { httpGet })).toEqual(identity);
    expect(asked).toEqual([`${issuer}/.well-known/openid-configuration`, `${issuer}/.well-known/jwks`]);
  });
});

describe("a token proves nothing", () => {
  const past = Math.floor(Date.now() / 1000) - 3600;
  const unsigned = async ({ issuer, audience }: Asked) =>
    new UnsecuredJWT(usualClaims).setIssuer(issuer).setAudience(audience).setExpirationTime("5m").encode();
  /** Signed by a secret that everybody knows: the public key itself. */
  const bySecret = async ({ issuer, audience }: Asked) =>
    new SignJWT(usualClaims)
      .setProtectedHeader({ alg: "HS256", kid: "github" })
      .setIssuer(issuer)
      .setAudience(audience)
      .setExpirationTime("5m")
      .sign(new TextEncoder().encode(JSON.stringify(await jwksOf())));
  /** The payload of a true one with another environment. */
  const altered = async (asked: Asked) => {
    const [head, , signature] = (await mint({ environment: "staging" })(asked)).split(".");
    const [, body] = (await mint()(asked)).split(".");
    return [head, body, signature].join(".");
  };
  const embedded = async ({ issuer, audience }: Asked) => {
    const { keys } = (await jwksOf("other")) as { readonly keys: readonly [Record<string, string>] };
    return new SignJWT(usualClaims)
      .setProtectedHeader({ alg: "RS256", jwk: keys[0] })
      .setIssuer(issuer)
      .setAudience(audience)
      .setExpirationTime("5m")
      .sign((await keyPair("other")).privateKey);
  };

  test.each<readonly [string, (asked: Asked) => Promise<unknown>, string]>([
    ["signed by another key under GitHub's name", mint({}, "other"), "its signature is not GitHub's"],
    ["signed by a key that GitHub does not have", mint({}, "other", "other"), "a key that GitHub does not have"],
    ["that brings its own key", embedded, "its signature is not GitHub's"],
    ["not signed", unsigned, "it is not"],
    ["signed by the public key as a secret", bySecret, "not signed as GitHub signs"],
    ["altered", altered, "its signature is not GitHub's"],
    ["for another audience", mint({ aud: "sts.amazonaws.com" }), "for somebody else"],
    ["for an audience of ours that was asked for before", mint({ aud: "prometheus-stack-action/1" }), "somebody else"],
    ["that has expired", mint({ iat: past, nbf: past, exp: past + 300 }), "it has expired"],
    ["that never expires", mint({ exp: null }), "for somebody else, or for another time"],
    ["of the future", mint({ nbf: past + 7200 }), "another time"],
    ["of another issuer", mint({ iss: "https://evil.example/_services/token" }), "this GitHub's issuer"],
    ["of github.com", mint({ iss: "https://token.actions.githubusercontent.com" }), "this GitHub's issuer"],
    ["of no issuer", mint({ iss: null }), "this GitHub's issuer"],
    ["without a repository", mint({ repository: null }), "does not say where"],
    ["whose run is a number", mint({ run_id: 4711 }), "does not say where"],
    ["that is no token", async () => "::error::hunter2", "this GitHub's issuer"],
    ["that is a novel", async () => "a".repeat(100_000), "it is no token"],
    ["that is an object", async () => ({ a: 1 }), "it is no token"],
  ])("%s", async (_, token, why) => {
    expect(await withIssuer({ token })).toEqual({ refuted: expect.stringContaining(why) });
  });
});

describe("nobody knows where the job runs", () => {
  test.each(["ACTIONS_ID_TOKEN_REQUEST_URL", "ACTIONS_ID_TOKEN_REQUEST_TOKEN"])("without %s", async (name) => {
    const { env, requests } = await oidcIssuer();
    expect(await ask({ ...env, [name]: "" })).toEqual({
      unknown: "the job may not ask GitHub for its token",
      permission: "id-token: write",
    });
    expect(requests).toEqual([]);
  });

  test("where the token would be asked for without TLS", async () => {
    const { env } = await oidcIssuer();
    const url = "http://pipelines.example.com/token";
    expect(await ask({ ...env, ACTIONS_ID_TOKEN_REQUEST_URL: url })).toMatchObject({
      unknown: expect.stringContaining("https://"),
    });
  });

  test.each<readonly [string, Parameters<typeof oidcIssuer>[0], string]>([
    ["the runner gets none", { tokenStatus: 403 }, "GitHub gives the job no token"],
    ["the runner gets an empty one", { token: async () => "" }, "GitHub gives the job no token"],
    ["the keys are a page", { keys: "<html>hunter2</html>" }, "cannot be had"],
    ["the keys are none", { keys: { keys: "all" } }, "cannot be had"],
    ["the keys are too many", { keys: { keys: [], more: "x".repeat(300_000) } }, "cannot be had"],
    ["the issuer fails", { status: 500 }, "cannot be had"],
    ["the issuer is another", { about: () => ({ issuer: "https://evil.example" }) }, "does not say where its keys are"],
    [
      "the keys are elsewhere",
      { about: (issuer) => ({ issuer, jwks_uri: "https://evil.example/jwks" }) },
      "does not say where its keys are",
    ],
    ["the issuer says nothing", { about: () => "" }, "cannot be had"],
  ])("where %s", async (_, wanted, why) => {
    const answer = await withIssuer(wanted);
    expect(answer).toEqual({ unknown: expect.stringContaining(why), permission: null });
    expect(JSON.stringify(answer)).not.toMatch(/hunter2|<html>/);
  });

  test("where nobody answers", async () => {
    const silent = await listen(() => {});
    const { env } = await oidcIssuer();
    const nowhere = `http://127.0.0.1:${await closedPort()}/token`;
    expect(await ask({ ...env, ACTIONS_ID_TOKEN_REQUEST_URL: `${silent.url}/token` }, { limitMs: 200 })).toMatchObject({
      unknown: "GitHub gives the job no token within 0.2 s",
    });
    expect(await ask({ ...env, ACTIONS_ID_TOKEN_REQUEST_URL: nowhere })).toMatchObject({
      unknown: "GitHub gives the job no token",
    });
  });
});
