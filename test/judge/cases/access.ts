import fc from "fast-check";
import type { JsonObject } from "../../../src/kubernetes/manifest.ts";
import { type Doubt, often, sometimes } from "./often.ts";

const secretKey = (doubt: Doubt): fc.Arbitrary<JsonObject> =>
  often<JsonObject>(
    [6, fc.constantFrom("username", "password", "token").map((key) => ({ name: "credentials", key }))],
    [1, fc.constant({ name: "credentials", key: "empty" })],
    [doubt, fc.constant({ name: "credentials", key: "none" })],
    [doubt, fc.constant({ name: "missing", key: "token" })],
    [doubt, fc.constant({ name: "missing", key: "token", optional: true })],
    [doubt, fc.constantFrom<JsonObject>({ key: "token" }, { name: "credentials" }, { name: "", key: "token" })],
  );

const secretOrConfigMap = (doubt: Doubt): fc.Arbitrary<JsonObject> =>
  often<JsonObject>(
    [3, secretKey(doubt).map((secret) => ({ secret }))],
    [1, fc.constant({ configMap: { name: "settings", key: "username" } })],
    [doubt, fc.constantFrom("none", "").map((key) => ({ configMap: { name: "settings", key } }))],
    [doubt, fc.constant({ configMap: { name: "missing", key: "ca.crt" } })],
    [doubt, fc.constant({})],
  );

const basicAuth = (doubt: Doubt) =>
  fc.tuple(secretKey(doubt), secretKey(doubt)).map(([username, password]) => ({ basicAuth: { username, password } }));

const authorization = (doubt: Doubt) =>
  fc
    .tuple(
      secretKey(doubt),
      sometimes(1, 2, doubt === 0 ? fc.constant("Bearer") : fc.constantFrom("Basic", "Token", "")),
    )
    .map(([credentials, type]) => ({ authorization: { credentials, ...(type !== undefined && { type }) } }));

const oauth2 = (doubt: Doubt) =>
  fc
    .tuple(
      secretOrConfigMap(doubt),
      secretKey(doubt),
      often([4, fc.constant("https://login.example.test/token")], [doubt, fc.constantFrom("not a url", "")]),
    )
    .map(([clientId, clientSecret, tokenUrl]) => ({ oauth2: { clientId, clientSecret, tokenUrl } }));

const tls = (doubt: Doubt) =>
  often<JsonObject>(
    [3, fc.constant({ insecureSkipVerify: true })],
    [1, fc.constant({ serverName: "exporter.example.test" })],
    [1, fc.constant({ minVersion: "TLS12" })],
    [doubt, fc.constant({ ca: { configMap: { name: "settings", key: "ca.crt" } } })],
    [doubt, secretOrConfigMap(doubt).map((ca) => ({ ca }))],
    [doubt, secretOrConfigMap(doubt).map((cert) => ({ cert }))],
    [doubt, fc.constantFrom<JsonObject>({ minVersion: "TLS13", maxVersion: "TLS12" }, { minVersion: "1.2" })],
  ).map((tlsConfig) => ({ tlsConfig, scheme: "https" }));

const proxy = (doubt: Doubt) =>
  often<JsonObject>(
    [2, fc.constantFrom<JsonObject>({ proxyUrl: "http://proxy.example.test:3128" }, { proxyFromEnvironment: true })],
    [
      2 * doubt,
      fc.constantFrom<JsonObject>(
        { proxyUrl: "proxy:bad url" },
        { noProxy: "10.0.0.0/8" },
        { proxyUrl: "http://proxy.example.test", noProxy: "10.0.0.0/8" },
        { proxyUrl: "http://proxy.example.test", proxyFromEnvironment: true },
        { proxyConnectHeader: { "X-Team": [{ name: "missing", key: "a" }] } },
        { proxyUrl: "http://proxy.example.test", proxyConnectHeader: { "X-Team": [{ name: "missing", key: "a" }] } },
      ),
    ],
  );

const bearer = (doubt: Doubt) => secretKey(doubt).map((bearerTokenSecret) => ({ bearerTokenSecret }));
const two = (doubt: Doubt) =>
  fc
    .tuple(fc.constantFrom(authorization, oauth2, bearer, basicAuth), fc.constantFrom(basicAuth, bearer, oauth2))
    .chain(([a, b]) => fc.tuple<[JsonObject, JsonObject]>(a(doubt), b(doubt)))
    .map(([a, b]): JsonObject => ({ ...a, ...b }));

/** How the exporter is asked to let Prometheus in: mostly not at all. */
export const access = (doubt: Doubt): fc.Arbitrary<JsonObject> =>
  often<JsonObject>(
    [18, fc.constant({})],
    [2, basicAuth(doubt)],
    [2, authorization(doubt)],
    [1, oauth2(doubt)],
    [1, bearer(doubt)],
    [2, tls(doubt)],
    [1, proxy(doubt)],
    [2 * doubt, two(doubt)],
  );
