import { describe, expect, test } from "vitest";
import { mapSecretsInText } from "../../src/secrets/secrets-in-text.ts";
import { cpuTime } from "../cpu-time.ts";

const clean = (text: string): string => mapSecretsInText(text, () => "***");

describe("mapSecretsInText", () => {
  test.for([
    ["password = p@ss;word # x", "password = ***"],
    ["[smtp]\nuser = bob\npassword = hunter2\nport = 25", "[smtp]\nuser = bob\npassword = ***\nport = 25"],
    ['{"a":{"apiKey":"x\\"y","b":1}}', '{"a":{"apiKey":"***","b":1}}'],
    ['"{\\"token\\":\\"x\\",\\"b\\":1}"', '"{\\"token\\":\\"***\\",\\"b\\":1}"'],
    ["stringData: {password: hunter2, a: b}", "stringData: {password: ***, a: b}"],
    ["{a: b, clientSecret: x}", "{a: b, clientSecret: ***}"],
    ["password: |\n  a\n  b\nuser: c", "password: ***\nuser: c"],
    ["run --password=x --user=y", "run --password=*** --user=y"],
    ["run --api-token x --user y", "run --api-token *** --user y"],
    ["export DB_PASS=x", "export DB_PASS=***"],
    ["a\n-----BEGIN EC PRIVATE KEY-----\nxyz\n-----END EC PRIVATE KEY-----", "a\n***-----END EC PRIVATE KEY-----"],
    ["Authorization: Bearer abc", "Authorization: ***"],
    ["GF_SECURITY_ADMIN_PASSWORD=x\ny=z", "GF_SECURITY_ADMIN_PASSWORD=***\ny=z"],
  ] as const)("%j", ([text, wanted]) => {
    expect(clean(text)).toBe(wanted);
  });

  test.for([
    "existingSecret: grafana-admin",
    "secretName: tls\npasswordKey: admin-password",
    "bearerTokenFile: /var/run/token",
    "bearerTokenSecret:\n  name: a\n  key: b",
    `adminPassword: \${PASSWORD}`,
    "token: /var/run/secrets/kubernetes.io/serviceaccount/token",
    "automountServiceAccountToken: true",
    "sum by (token) (rate(x[5m]))",
  ])("%j stays", (text) => {
    expect(clean(text)).toBe(text);
  });

  test.for([
    "password: a, ",
    "{password: a, ",
    "password=",
    '"password":"',
    "--token ",
    "a ",
    "-----BEGIN PRIVATE KEY-----",
    "token: |\n ",
    "-",
    "a.b-",
    '\\"token\\":\\"',
  ])("grows with the length of %j repeated, and no faster", (part) => {
    clean(part.repeat(1000));
    const text = part.repeat(Math.ceil(1_000_000 / part.length));
    expect(cpuTime(() => clean(text))).toBeLessThan(3000);
  });
});
