import type { Fault } from "./fault.ts";
import type { Answer } from "./fault-proxy.ts";
import { requests } from "./requests.ts";
import { burst, from } from "./rules.ts";

/** A burst of one kind while the plan is made, one while helm writes and one while the overlays are applied. */
const bursts = (name: string, answer: Answer, times: number): readonly Fault[] => [
  { name: `${name} while it plans`, before: from(burst(requests.planning, answer, times)), ends: "well" },
  {
    name: `${name} while helm writes`,
    alsoHelm3: true,
    before: from(burst(requests.helmWrites, answer, times)),
    ends: "well",
  },
  { name: `${name} at the overlays`, before: from(burst(requests.overlay, answer, times)), ends: "well" },
];

const passing: readonly Fault[] = [
  ...bursts("409 three times", { status: 409 }, 3),
  ...bursts("429 with Retry-After", { status: 429, retryAfter: 1 }, 4),
  ...bursts("429 without Retry-After", { status: 429 }, 4),
  ...bursts("500 twice", { status: 500 }, 2),
  ...bursts("503 four times", { status: 503 }, 4),
  ...bursts("a connection reset three times", { breaks: "before" }, 3),
  {
    name: "503 to everything for four requests from the first on",
    before: from(burst(requests.any, { status: 503 }, 4)),
    ends: "well",
  },
  // helm asks for one thing after the other: more would take longer than a deploy may.
  {
    name: "every answer a fifth of a second late",
    before: from({ on: requests.any, answer: { delayMs: 200 } }),
    ends: "well",
  },
];

const answersLost: readonly Fault[] = [
  {
    name: "the answer to the lock is lost",
    before: from(burst((asked) => requests.lock(asked) && asked.method !== "GET", { breaks: "after" }, 1)),
    ends: "well",
  },
  {
    name: "the answer to helm's first note is lost",
    alsoHelm3: true,
    before: from(burst(requests.helmBegins, { breaks: "after" }, 1)),
    ends: "well",
  },
  {
    name: "the answer to helm's last note is lost",
    alsoHelm3: true,
    before: from(burst(requests.helmEnds, { breaks: "after" }, 1)),
    ends: "well",
  },
  {
    name: "the answers to the overlays are lost twice",
    before: from(burst(requests.overlay, { breaks: "after" }, 2)),
    ends: "well",
  },
  {
    name: "the answer to the record of the deploy is lost",
    before: from(burst(requests.record, { breaks: "after" }, 1)),
    ends: "well",
  },
];

/** Trouble between the run and the API server after which the deploy goes on by itself. */
export const passingFaults: readonly Fault[] = [...passing, ...answersLost];
