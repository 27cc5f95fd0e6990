import type { Asked } from "./fault-proxy.ts";

type Match = (asked: Asked) => boolean;

const isDry = ({ url }: Asked): boolean => url.includes("dryRun=All");
const writes: Match = (asked) => asked.method !== "GET" && asked.method !== "HEAD" && !isDry(asked);
const byHelm: Match = ({ agent }) => !agent.startsWith("kubectl");

/** Requests of a deploy, in the order in which its stages make them. */
export const requests = {
  any: () => true,
  /** The first that a plan sends to try an object. */
  planning: (asked) => asked.method === "PATCH" && isDry(asked),
  /** The lock is taken, renewed or given back. */
  lock: (asked) => writes(asked) && asked.url.includes("/leases"),
  /** Objects of base. */
  base: (asked) => writes(asked) && asked.method === "PATCH" && asked.url.includes("/configmaps/contacts"),
  /** helm notes that a revision is pending. */
  helmBegins: (asked) => asked.method === "POST" && /\/secrets(?:\?|$)/.test(asked.url) && !isDry(asked),
  /** helm writes objects of the chart. */
  helmWrites: (asked) => byHelm(asked) && asked.method === "PATCH" && !asked.url.includes("/secrets/") && !isDry(asked),
  /** helm notes how the revision ended. */
  helmEnds: (asked) => asked.method === "PUT" && asked.url.includes("/secrets/sh.helm.release"),
  overlay: (asked) =>
    !byHelm(asked) && asked.method === "PATCH" && asked.url.includes("/prometheusrules/gpu-usage") && !isDry(asked),
  /** What was deployed is noted. */
  record: (asked) => writes(asked) && asked.url.includes("/configmaps/prometheus-stack-action."),
  /** What runs in the cluster is asked, through the API server. */
  verifying: ({ url }) => /\/(?:services|pods)\/[^/]+\/proxy\//.test(url),
  /** Objects that kubectl applies. */
  applied: (asked) =>
    !byHelm(asked) &&
    asked.method === "PATCH" &&
    asked.url.includes("fieldManager=prometheus-stack-action") &&
    !isDry(asked),
  helm: byHelm,
  read: ({ method }) => method === "GET",
} as const satisfies Readonly<Record<string, Match>>;
