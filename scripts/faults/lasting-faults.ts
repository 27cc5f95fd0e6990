import type { Fault } from "./fault.ts";
import { requests } from "./requests.ts";
import { hopeless, inTime, once } from "./rules.ts";

/** Trouble between the run and the API server that does not pass. */
export const lastingFaults: readonly Fault[] = [
  {
    name: "answers that come later than the deploy may take, from helm on",
    alsoHelm3: true,
    before: async () => hopeless,
    during: once(requests.helmBegins, { on: requests.any, answer: { delayMs: 600_000 } }),
    ...{ ends: ["cluster-unreachable", "timeout"], ...inTime, lockStays: true, pendingStays: true },
    says: ["What is left:"],
  },
  {
    name: "503 for good, from helm on",
    alsoHelm3: true,
    before: async () => hopeless,
    during: once(requests.helmBegins, { on: requests.any, answer: { status: 503 } }),
    ...{ ends: ["cluster-unreachable", "timeout"], ...inTime, lockStays: true, pendingStays: true },
    says: ["What is left:", "it expires by itself"],
  },
  {
    name: "503 for good, from the first request of the plan on",
    before: async ({ proxy }) => {
      proxy.add({ on: requests.planning, answer: { status: 503 } });
      return hopeless;
    },
    ...{ ends: ["cluster-unreachable"], says: ["Nothing was changed"] },
  },
  {
    name: "the token expires after helm began",
    alsoHelm3: true,
    during: once(requests.helmBegins, { on: requests.any, answer: { status: 401 } }),
    ...{ ends: ["unauthorized"], lockStays: true, pendingStays: true },
    says: ["What is left:", "does not accept the credentials any more"],
  },
  {
    name: "the token expires after the release is deployed",
    during: once(requests.helmEnds, { on: requests.any, answer: { status: 401 } }),
    ...{ ends: ["unauthorized"], lockStays: true, pendingStays: true },
    says: ["What is left:", "does not accept the credentials any more"],
  },
];
