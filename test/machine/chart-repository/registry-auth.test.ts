import { describe, expect, test } from "vitest";
import { registryConfigFor } from "../../../src/machine/chart-repository/registry-auth.ts";

const config = {
  auths: { "a.example": { auth: "YQ==" }, "https://b.example/v1/": { auth: "Yg==" }, "c.example": {} },
  credHelpers: { "d.example": "own", "a.example": "other" },
  credsStore: "desktop",
  HttpHeaders: { "X-Secret": "x" },
};

describe("the registry configuration for one host", () => {
  test("holds what the whole one says of it, and nothing of others", () => {
    expect(registryConfigFor("a.example", config, null)).toEqual({
      auths: { "a.example": { auth: "YQ==" } },
      credHelpers: { "a.example": "other" },
      credsStore: "desktop",
    });
    expect(registryConfigFor("b.example", config, null)).toMatchObject({
      auths: { "https://b.example/v1/": { auth: "Yg==" } },
    });
    expect(registryConfigFor("d.example", config, null)).toEqual({ auths: {}, credHelpers: { "d.example": "own" } });
  });

  test("of a host that it does not name has an entry without credentials, so that helm looks for no helper", () => {
    for (const host of ["evil.example", "a.example:5000", "x.a.example"])
      expect(registryConfigFor(host, config, null)).toEqual({ auths: { [host]: {} } });
  });

  test("knows Docker Hub by its names", () => {
    const hub = { auths: { "https://index.docker.io/v1/": { auth: "YQ==" } } };
    expect(registryConfigFor("registry-1.docker.io", hub, null)).toEqual(hub);
  });

  test("is the given login alone where there is one", () => {
    const auth = Buffer.from("robot:secret").toString("base64");
    expect(registryConfigFor("a.example", config, { username: "robot", password: "secret" })).toEqual({
      auths: { "a.example": { auth } },
    });
  });
});
