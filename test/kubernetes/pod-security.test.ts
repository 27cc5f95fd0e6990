import { describe, expect, test } from "vitest";
import { violationsOf } from "../../src/kubernetes/pod-security.ts";

const safe = {
  allowPrivilegeEscalation: false,
  runAsNonRoot: true,
  capabilities: { drop: ["ALL"] },
  seccompProfile: { type: "RuntimeDefault" },
};
const pod = (fields: object = {}, context: object = {}, container: object = {}) => ({
  ...fields,
  containers: [{ name: "main", securityContext: { ...safe, ...context }, ...container }],
});

describe("baseline refuses", () => {
  test.each([
    [pod({ hostNetwork: true }), ["hostNetwork: true"]],
    [pod({ hostPID: true, hostIPC: true }), ["hostPID: true", "hostIPC: true"]],
    [pod({ volumes: [{ name: "root", hostPath: { path: "/" } }] }), ["the volume root of type hostPath"]],
    [pod({}, { privileged: true }), ["privileged: true of main"]],
    [pod({}, { capabilities: { drop: ["ALL"], add: ["SYS_ADMIN", "CHOWN"] } }), ["the capability SYS_ADMIN of main"]],
    [pod({}, {}, { ports: [{ containerPort: 9100, hostPort: 9100 }] }), ["hostPort: 9100 of main"]],
    [pod({}, { procMount: "Unmasked" }), ["procMount: Unmasked of main"]],
    [pod({}, { seccompProfile: { type: "Unconfined" } }), ["seccompProfile Unconfined of main"]],
    [{ initContainers: [{ name: "first", securityContext: { privileged: true } }] }, ["privileged: true of first"]],
    [pod({ hostNetwork: false, volumes: [{ name: "tmp", emptyDir: {} }] }), []],
    [{ containers: [{ name: "main" }] }, []],
    [undefined, []],
  ])("%j: %j", (spec, violations) => {
    expect(violationsOf(spec as never, "baseline")).toEqual(violations);
  });
});

describe("restricted refuses", () => {
  test.each([
    [pod(), []],
    [pod({}, { runAsUser: 0 }), ["runAsUser: 0 of main"]],
    [pod({ volumes: [{ name: "nfs", nfs: {} }] }), ["the volume nfs of type nfs"]],
    [pod({ hostNetwork: true }), ["hostNetwork: true"]],
    [
      {
        securityContext: { runAsNonRoot: true, seccompProfile: { type: "Localhost" } },
        containers: [{ name: "main" }],
      },
      ["allowPrivilegeEscalation of main is not false", "main does not drop ALL capabilities"],
    ],
  ])("%j: %j", (spec, violations) => {
    expect(violationsOf(spec as never, "restricted")).toEqual(violations);
  });
});
