import { describe, expect, test } from "vitest";
import type { DeployTarget, DeployTargets } from "../../src/gate/deploy-target.ts";
import { refuseUnplannedDrill } from "../../src/gate/unplanned-drill.ts";

const target = (gated: boolean): DeployTarget => ({
  ...{ name: "production", gated, environment: "production", refs: null, expectedCluster: null },
});
const gatedTargets: DeployTargets = { target: target(true), targets: [target(true)], notRead: null };
const noTarget: DeployTargets = { ...gatedTargets, target: null };
const notRead: DeployTargets = {
  target: null,
  targets: [],
  notRead: { sha: null, why: "the base is unknown", wayOut: "Fetch it." },
};
const openTargets: DeployTargets = {
  target: target(false),
  targets: [target(false), { ...target(true), name: "x" }],
  notRead: null,
};

describe("a drill that no approved plan has", () => {
  test.each([
    ["deploy", gatedTargets, /^drill is true, and the target production is gated/],
    ["verify", gatedTargets, /^drill is true, and the target production is gated/],
    ["verify", noTarget, /the run names no target, while the configuration has gated ones: production/],
    ["verify", notRead, /nobody knows which targets are gated: no configuration counts, because the base is unknown/],
  ] as const)("is refused at a gated target, mode %s", (mode, config, message) => {
    expect(() => refuseUnplannedDrill(config, { mode, drill: true }, false)).toThrow(message);
    expect(() => refuseUnplannedDrill(config, { mode, drill: false }, false)).not.toThrow();
    expect(() => refuseUnplannedDrill(config, { mode, drill: true }, true)).not.toThrow();
  });

  test.each([
    ["plan", gatedTargets],
    ["check", gatedTargets],
    ["verify", openTargets],
    ["deploy", openTargets],
  ] as const)("is nobody's harm in mode %s", (mode, config) => {
    expect(() => refuseUnplannedDrill(config, { mode, drill: true }, false)).not.toThrow();
  });
});
