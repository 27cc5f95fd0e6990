import { edit, first, type PlanEdit } from "./edit-plan.ts";
import { frameEdits, releaseEdits, sourceEdits } from "./frame-edits.ts";
import { objectEdits } from "./object-edits.ts";

const ref = { apiVersion: "v1", kind: "ConfigMap", namespace: "monitoring", name: "planted" };

const effectEdits: readonly PlanEdit[] = [
  edit("an image more", (plan) => plan.images.push({ from: null, to: "attacker/miner:1", in: ref })),
  edit("an image less", (plan) => plan.images.pop() !== undefined),
  edit("another image to be", (plan) =>
    first(plan.images, (one) => {
      one.to = "attacker/miner:1";
    }),
  ),
  edit("another image before", (plan) =>
    first(plan.images, (one) => {
      one.from = "attacker/miner:1";
    }),
  ),
  edit("an image elsewhere", (plan) =>
    first(plan.images, (one) => {
      one.in = ref;
    }),
  ),
  edit("a restart more", (plan) => plan.restarts.push({ ref, because: ["/spec/template/spec"] })),
  edit("a restart less", (plan) => plan.restarts.pop() !== undefined),
  edit(
    "a restart for another reason",
    (plan) => plan.restarts[0]?.because.push("/spec/template/spec/nodeName") ?? false,
  ),
  edit("a loss more", (plan) => plan.losses.push({ ref, what: "everything is gone", allowed: true })),
  edit("a loss less", (plan) => plan.losses.pop() !== undefined),
  edit("a loss that is told as a smaller one", (plan) =>
    first(plan.losses, (one) => {
      one.what = "little";
    }),
  ),
  edit("a loss whose allowance is turned round", (plan) =>
    first(plan.losses, (one) => {
      one.allowed = !one.allowed;
    }),
  ),
  edit("a stale object more", (plan) => plan.stale.push(ref)),
  edit("a stale object less", (plan) => plan.stale.pop() !== undefined),
  edit("no drill", (plan) => {
    plan.drill = null;
  }),
  edit("a drill of one route less", (plan) => plan.drill?.routes.pop() !== undefined),
  edit("a drill of another receiver", (plan) => {
    const route = plan.drill?.routes[0];
    if (route === undefined) return false;
    route.receiver = "everybody";
    return true;
  }),
  edit("a drill by another integration", (plan) => {
    const route = plan.drill?.routes[0];
    if (route === undefined) return false;
    route.integrations = ["email"];
    return true;
  }),
  edit("a drill of which more is out of sight", (plan) => plan.drill?.unseen.push("somewhere else")),
];

/** What only the approved plan can have: they are compared with the clock, or only what is new counts. */
export const approvedOnly: readonly PlanEdit[] = [
  edit("expired", (plan) => {
    plan.expiresAt = "2001-01-01T00:00:00.000Z";
  }),
  edit("expires at no time at all", (plan) => {
    plan.expiresAt = "never";
  }),
  edit("made in a year to come", (plan) => {
    plan.createdAt = "9998-01-01T00:00:00.000Z";
    plan.expiresAt = "9999-01-01T00:00:00.000Z";
  }),
  edit("made at no time at all", (plan) => {
    plan.createdAt = "";
  }),
  edit("an obstacle less", (plan) => plan.obstacles.pop() !== undefined),
  edit("another obstacle in its place", (plan) =>
    first(plan.obstacles, (one) => {
      one.message = "none";
    }),
  ),
];

/** Every change of a plan that a deploy of it has to be refused for. */
export const forbiddenEdits: readonly PlanEdit[] = [
  edit("another version of the format", (plan) => {
    (plan as { planVersion: number }).planVersion = 2;
  }),
  ...frameEdits,
  ...sourceEdits,
  ...releaseEdits,
  ...objectEdits,
  ...effectEdits,
];
