import { describe, expect, test } from "vitest";
import { readChartReference } from "../../../src/machine/chart-repository/chart-reference.ts";
import { redact } from "../../../src/machine/helm/redact.ts";

const read = (chart: string, repository: string | null = null, onDisk = false) =>
  readChartReference(
    { chart: { value: chart, from: "input" }, repository: { value: repository, from: "input" } },
    onDisk,
  );

const repository = (address: string, url = address) => ({
  from: "repository",
  name: "small",
  address,
  url,
  login: null,
});

describe("readChartReference", () => {
  test.each([
    ["/abs/chart", null, { from: "disk", path: "/abs/chart" }],
    ["./chart", null, { from: "disk", path: "./chart" }],
    ["small-1.0.0.tgz", null, { from: "disk", path: "small-1.0.0.tgz" }],
    ["shop/small", "https://e.com/c", repository("https://e.com/c")],
    ["small", "HTTPS://E.com:443/c/?token=x", repository("https://e.com/c", "https://e.com/c?token=x")],
    ["small", "http://127.1:80/", repository("http://127.0.0.1")],
    ["small", "https://bücher.example", repository("https://xn--bcher-kva.example")],
    ["oci://H:5000/a/b", null, { from: "registry", address: "oci://h:5000/a/b", host: "h:5000", login: null }],
    [
      "small",
      "https://me:p%40ss@e.com",
      { ...repository("https://e.com"), login: { username: "me", password: "p@ss" } },
    ],
    ["oci://h:5000/a/b", null, { from: "registry", address: "oci://h:5000/a/b", host: "h:5000", login: null }],
    ["b", "oci://h/a/", { from: "registry", address: "oci://h/a/b", host: "h", login: null }],
  ])("%s with repository %s", (chart, repository, expected) => {
    expect(read(chart, repository)).toEqual(expected);
  });

  test("takes what is on the disk before it thinks of repositories", () => {
    expect(read("charts/small", "https://e.com", true)).toEqual({ from: "disk", path: "charts/small" });
  });

  test.each([
    ["shop/small", null, /has no repository/],
    ["a/b/c", null, /neither a folder nor a name/],
    ["https://me:secret@e.com/x.tgz", null, /https:\/\/e\.com\/x\.tgz is an address of its own/],
    ["small", "ftp://e.com", /no http, https or oci address/],
    ["small", "e.com/charts", /no http, https or oci address/],
    ["oci://h", null, /names no repository of a registry/],
    ["oci://h/a?b=c", null, /names no repository of a registry/],
    ["oci://h/a b", null, /has a blank/],
    ["small", "https://h/\u2028x", /has a blank/],
    ["small", "https://h\\@evil/", /backslash/],
    ["small", "https:///x", /names no host/],
    ["small", "https://@h/", /login .* has characters/],
    ["small", "https://me:secret@", /names no host/],
    ["small", "http://me:secret/w@host/", /a second @/],
    ["small", "http://me:sec@ret@host/", /login .* has characters/],
    ["small", "http://me:secret?w@host/", /a second @/],
    ["small", "http://me:secret#w@host/", /has a # or a second @/],
    ["small", "https://me:sec ret@host/", /blank/],
    ["small", "https://me:secret%zz@host/", /login .* has characters/],
    ["small", "https://h/x@evil", /second @/],
    ["shop/--small=x", "https://h", /neither a folder nor a name/],
  ])("%s with repository %s is refused", (chart, repository, message) => {
    expect(() => read(chart, repository)).toThrow(message);
    expect(() => read(chart, repository)).not.toThrow(/secret/);
  });
});

test("redact hides secrets in every form a tool prints them, and logins in addresses", () => {
  const text = 'a p"w c, a p\\"w c, p%22w%20c and https://me:other@h/x\noci://tok@h';
  expect(redact(text, ['p"w c', undefined, ""])).toBe(
    "a ***, a ***, *** and https://h/x\noci://h".replace('p"w c', "***"),
  );
});
