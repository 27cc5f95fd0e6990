import { describe, expect, test } from "vitest";
import { accessTo, type LoginInputs } from "../../../src/machine/chart-repository/chart-login.ts";
import { readChartReference } from "../../../src/machine/chart-repository/chart-reference.ts";
import type { Release } from "../../../src/stack/stack.ts";

const login = { username: "robot", password: "secret" };
const given = { chartUsername: login.username, chartPassword: login.password };
const at = { file: "prometheus-stack/upstream/install.sh", line: 7, column: 1 };

/** What install.sh says of chart and repository, and what the inputs say. */
const access = (written: string, inputs: Partial<LoginInputs> = {}, hasAuthority = false) => {
  const isChart = written.startsWith("oci:");
  const release: Pick<Release, "chart" | "repository"> = {
    chart: { value: isChart ? written : "shop/small", from: "install.sh", at },
    repository: { value: isChart ? null : written, from: "install.sh", at },
  };
  const reference = readChartReference(release, false);
  if (reference.from === "disk") throw new Error("it is remote");
  const none = { chart: undefined, chartRepository: undefined, chartHosts: [], configured: new Map<string, string>() };
  const all = { ...none, chartUsername: undefined, chartPassword: undefined, ...inputs };
  return accessTo(reference, release, all, hasAuthority);
};

describe("credentials of the inputs", () => {
  test.each<[string, string, Partial<LoginInputs>]>([
    ["the chart repository", "https://h.example/c", { chartRepository: "https://h.example/other" }],
    ["the chart", "oci://h.example:5000/a/b", { chart: "oci://H.example:5000/x/y" }],
    ["chart-hosts", "https://h.example/c", { chartHosts: ["a.example", "h.example"] }],
    ["chart-hosts with the port that https has", "https://h.example/c", { chartHosts: ["h.example:443"] }],
    ["chart-hosts with a port", "oci://h.example:5000/a", { chartHosts: ["h.example:5000"] }],
    ["chart-hosts in letters of its own", "https://xn--bcher-kva.example", { chartHosts: ["Bücher.example"] }],
    ["chart-hosts, and it is this machine", "http://127.0.0.1:8080", { chartHosts: ["127.0.0.1:8080"] }],
    ["chart-hosts with http://", "http://h.example", { chartHosts: ["http://h.example"] }],
    ["chart-hosts with http://, a registry", "oci://h.example:5000/a", { chartHosts: ["http://h.example:5000"] }],
  ])("go to a host that is named by %s", (_, written, inputs) => {
    expect(access(written, { ...given, ...inputs }).login).toEqual(login);
  });

  test.each<[string, string, Partial<LoginInputs>]>([
    ["nobody else", "https://evil.example/c", {}],
    ["nobody else, in a registry", "oci://evil.example/a", { chartRepository: "https://h.example" }],
    ["a name below it", "https://evil.h.example", { chartHosts: ["h.example"] }],
    ["a name above it", "https://h.example", { chartHosts: ["x.h.example"] }],
    ["another port", "https://h.example:8443", { chartHosts: ["h.example"] }],
    ["another scheme", "http://h.example", { chartHosts: ["h.example"] }],
    ["a dot at its end", "https://h.example.", { chartHosts: ["h.example"] }],
    [
      "the configuration file",
      "https://h.example",
      {
        chartRepository: "https://h.example",
        configured: new Map([["chart-repository", ".prometheus-stack.yaml"]]),
      },
    ],
    [
      "the configuration file, as hosts",
      "https://h.example",
      {
        chartHosts: ["h.example"],
        configured: new Map([["chart-hosts", ".prometheus-stack.yaml"]]),
      },
    ],
  ])("go nowhere where it is named by %s", (_, written, inputs) => {
    const refused = () => access(written, { ...given, ...inputs });
    expect(refused).toThrow(/are not sent to .*install\.sh:7 names it, and no input does/);
    expect(refused).toThrow(
      expect.objectContaining({ reason: "invalid-input", hint: expect.stringMatching(/^Set chart-hosts: /) }),
    );
  });

  test("do not go by plain HTTP because the repository is an http address", () => {
    expect(() => access("http://h.example", { ...given, chartRepository: "http://h.example" })).toThrow(
      /not sent by plain HTTP/,
    );
  });
});

describe("without credentials of the inputs", () => {
  test("everybody is asked anonymously, a registry with TLS but on this machine", () => {
    expect(access("https://evil.example")).toEqual({ login: null, plain: false });
    expect(access("oci://evil.example/a")).toEqual({ login: null, plain: false });
    expect(access("oci://127.0.0.1:5000/a")).toEqual({ login: null, plain: true });
    expect(access("oci://127.0.0.1:5000/a", {}, true)).toEqual({ login: null, plain: false });
    expect(access("oci://127.0.0.1.evil.example/a").plain).toBe(false);
    expect(access("oci://h.example/a", { chartHosts: ["http://h.example"] }).plain).toBe(true);
  });

  test("a login in the address goes to its own host, and not by plain HTTP", () => {
    expect(access("https://me:pw@h.example").login).toEqual({ username: "me", password: "pw" });
    expect(access("http://me:pw@localhost:1").login).not.toBeNull();
    expect(() => access("http://me:pw@h.example")).toThrow(/not sent by plain HTTP/);
  });
});
