import { expect, test } from "vitest";
import { ownIssuer } from "../../../src/machine/github/token-issuer.ts";

const github = "https://token.actions.githubusercontent.com";

test.each([
  ["https://github.com", github],
  ["", github],
  ["https://github.com", `${github}/acme-corp`],
  ["https://acme.ghe.com", "https://token.actions.acme.ghe.com"],
  ["https://github.example.com", "https://github.example.com/_services/token"],
  ["https://github.example.com:8443", "https://github.example.com:8443/_services/token"],
])("of %s the issuer is %s", (server, issuer) => {
  expect(ownIssuer(issuer, { GITHUB_SERVER_URL: server })).toBe(issuer);
});

test.each([
  ["https://github.com", `${github}/`],
  ["https://github.com", `${github}/a/b`],
  ["https://github.com", `${github}/../x`],
  ["https://github.com", `${github}/acme?x`],
  ["https://github.com", `${github}.evil.example`],
  ["https://github.com", "http://token.actions.githubusercontent.com"],
  ["https://github.com", "https://github.com/_services/token"],
  ["https://github.com", null],
  ["https://github.com", [github]],
  ["https://github.example.com", github],
  ["https://github.example.com", "https://github.example.com/_services/token/acme"],
  ["http://github.example.com", "http://github.example.com/_services/token"],
  ["https://a.b.ghe.com", "https://token.actions.a.b.ghe.com"],
  ["https://ghe.com", "https://token.actions.ghe.com"],
  ["nowhere", github],
])("of %s it is not %s", (server, issuer) => {
  expect(ownIssuer(issuer, { GITHUB_SERVER_URL: server })).toBeNull();
});
