import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hideAddressCredentials as hide } from "../../src/secrets/address-credentials.ts";
import { cpuTime } from "../cpu-time.ts";

describe("hideAddressCredentials", () => {
  test.for([
    ["see https://bob:p4ss%20w@charts.example.com/x now", "see https://charts.example.com/x now"],
    ["oci://t0ken@host/x", "oci://host/x"],
    ["https://bob:p@ss/w:o r'd\"://x@host/y: refused", "https://host/y: refused"],
    ["https://bob:p/@w@[::1]:8443/y", "https://[::1]:8443/y"],
    ["https://CORP\\bob:pw@host/y", "https://host/y"],
    ["https://bob:12/34@host/y", "https://host/y"],
    ["https://bob:12 34@host/y", "https://host/y"],
    ["https://b/ob:34@host/y", "https://host/y"],
    ["postgres://u:p@db:5432/x and https://v:q@host", "postgres://host"],
    ["https:\\/\\/bob:pw@host\\/y", "https:\\/\\/host\\/y"],
    ["git::HTTPS://bob:pw@host", "git::HTTPS://host"],
    ["https://:pw@host", "https://host"],
    ["a\nhttps://b:c@d\ne@f", "a\nhttps://d\ne@f"],
    ['[{api_url: "https://hooks.slack.com/services/T0/B0/abc"}]', '[{api_url: "https://hooks.slack.com/***"}]'],
    ["https:\\/\\/discord.com\\/api\\/webhooks\\/1\\/abc x", "https:\\/\\/discord.com\\/api\\/webhooks/*** x"],
    ["https://acme.webhook.office.com/webhookb2/a@b/c", "https://acme.webhook.office.com/***"],
    ["https://h/x?access_token=abc&y=1&api_key=d%20e#f", "https://h/x?access_token=***&y=1&api_key=***#f"],
  ] as const)("%s", ([text, wanted]) => {
    expect(hide(text)).toBe(wanted);
  });

  test.for([
    "https://charts.example.com/x: ask team@example.com",
    "https://charts.example.com:8443/x: ask team@example.com",
    "oci://127.0.0.1:5000/charts/x@sha256:0123",
    "oci://127.0.0.1:5000/charts/x:1.2@sha512:0123",
    "https://[::1]:80/x",
    "https://api.slack.com/messaging/webhooks and https://discord.com/developers",
    "https://unpkg.com/@scope/name@1.2.3",
    "http://prometheus:9090/graph?g0.expr=up&key_of=1",
    "git@github.com:a/b.git",
    'up{job="a"} @ 1609746000',
    "://a:b@c",
  ])("%s stays", (text) => {
    expect(hide(text)).toBe(text);
  });

  test("whatever a password holds, no part of it stays", () => {
    const odd = fc.string({ unit: fc.constantFrom(..."@/:?#%&'\"\\ <>[]0123."), maxLength: 12 });
    fc.assert(
      fc.property(odd, odd, (head, tail) => {
        const shown = hide(`say https://bob:${head}hunter${tail}2two@host.example.com/x, then stop`);
        expect(shown).not.toMatch(/hunter|2two|bob/);
        expect(shown).toContain("host.example.com/x, then stop");
      }),
    );
  });

  test.for([
    "https://a:1/",
    "https://a.b:1/",
    "https://a:b@",
    "://",
    "https://a/b:",
    "@",
    "https://x?a=",
    "a:\\",
    "?token",
    "&",
  ])("grows with the length of %s repeated, and no faster", (part) => {
    const took = (n: number): number => cpuTime(() => hide(`${part.repeat(n)}@x`));
    took(1000);
    expect(took(200_000)).toBeLessThan(2000);
  });
});
