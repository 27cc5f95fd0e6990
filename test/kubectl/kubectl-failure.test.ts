import { describe, expect, test } from "vitest";
import { accessTrouble } from "../../src/kubectl/cluster-error.ts";
import { applyError, conflictsIn, told, unknownKindsIn } from "../../src/kubectl/kubectl-failure.ts";

describe("conflicts, as kubectl and helm tell them", () => {
  test("one field", () => {
    const stderr =
      'error: Apply failed with 1 conflict: conflict with "kubectl-edit" using apps/v1: .spec.replicas\nPlease review';
    expect(conflictsIn(stderr)).toEqual([{ manager: "kubectl-edit", operation: "Update", fields: [".spec.replicas"] }]);
  });

  test("several fields of several managers, one of them by a subresource", () => {
    const stderr = `error: Apply failed with 3 conflicts: conflicts with "a" using v1:
- .data.x
- .spec.containers[name="m"].image
conflict with "b" with subresource "scale" using apps/v1: .spec.replicas
Please review the fields above--they currently have other managers.`;
    expect(conflictsIn(stderr)).toEqual([
      { manager: "a", operation: "Update", fields: [".data.x", '.spec.containers[name="m"].image'] },
      { manager: "b", operation: "Update", fields: [".spec.replicas"] },
    ]);
  });

  test("a field that was applied: no version is told", () => {
    const stderr = 'error: Apply failed with 1 conflict: conflict with "backup": .data.x\nPlease review';
    expect(conflictsIn(stderr)).toEqual([{ manager: "backup", operation: "Apply", fields: [".data.x"] }]);
  });

  test("they come before everything else that went wrong", () => {
    const ref = { apiVersion: "v1", kind: "ConfigMap", namespace: "n", name: "c" };
    const refused = [
      { ref, stderr: "error: something else" },
      { ref, stderr: 'error: Apply failed with 1 conflict: conflict with "m" using v1: .data.x' },
    ];
    expect(applyError(refused, { server: "https://s" })).toMatchObject({
      reason: "owned-elsewhere",
      message: expect.stringContaining("ConfigMap n/c: .data.x (held by m)"),
    });
  });
});

test("kinds that the cluster does not know", () => {
  const stderr =
    'resource mapping not found for name: "p" namespace: "d" from "STDIN": no matches for kind "Rule" in version "a.b/v1"\nensure CRDs are installed first';
  expect(unknownKindsIn(stderr)).toEqual([{ kind: "Rule", apiVersion: "a.b/v1" }]);
});

test("what is told leaves out prefixes, warnings, helm's log lines and the bytes around a bad value", () => {
  const stderr = `level=WARN msg="upgrade failed" error="x"
Warning: deprecated
Error: UPGRADE FAILED: illegal base64 data, error found in #10 byte of ...|word":"hunter2"}}|..., bigger context ...|{"password":"hunter2"}|...`;
  expect(told(stderr)).toBe(
    "illegal base64 data, error found in #10 byte of ...|(not shown)|..., bigger context ...|(not shown)|...",
  );
});

describe("trouble with access", () => {
  test.each([
    ["The connection to the server 127.0.0.1:1 was refused - did you specify the right host or port?", "unreachable"],
    ["Unable to connect to the server: dial tcp: lookup nosuch.invalid: no such host", "unreachable"],
    ["Error: kubernetes cluster unreachable: Get https://1.2.3.4/version: dial tcp: i/o timeout", "unreachable"],
    ["Unable to connect to the server: getting credentials: exec: executable aws not found", "credentials"],
    ["error: You must be logged in to the server (Unauthorized)", "unauthorized"],
  ])("%s", (stderr, kind) => {
    expect(accessTrouble(stderr)).toMatchObject({ kind, why: stderr });
  });

  test.each([
    [
      'secrets is forbidden: User "u" cannot list resource "secrets" in API group "" in the namespace "n"',
      "list on secrets in namespace n",
    ],
    [
      'nodes is forbidden: User "u" cannot list resource "nodes" in API group "" at the cluster scope',
      "list on nodes in the whole cluster",
    ],
    [
      'x is forbidden: User "u" cannot patch resource "deployments" in API group "apps" in the namespace "n"',
      "patch on deployments.apps in namespace n",
    ],
    ['forbidden: User "u" cannot get path "/metrics"', "get on /metrics"],
  ])("%s", (stderr, permission) => {
    expect(accessTrouble(stderr)).toMatchObject({ kind: "forbidden", permission });
  });

  test.each([
    'Error from server (Forbidden): pods "p" is forbidden: violates PodSecurity "restricted:latest"',
    'Error from server (InternalError): Internal error occurred: failed calling webhook "w": Post "https://s": dial tcp 10.0.0.1:443: connect: connection refused',
    'Error from server (NotFound): namespaces "n" not found',
  ])("none of access: %s", (stderr) => {
    expect(accessTrouble(stderr)).toBeNull();
  });
});
