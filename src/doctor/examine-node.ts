import semver from "semver";
import { type Diagnosis, good, stopping } from "./diagnosis.ts";

/** Whether the program runs in this Node.js; `wanted` is a range as package.json writes it. */
export const examineNode = (version: string, wanted: string): Diagnosis =>
  semver.satisfies(version, wanted)
    ? good("Node.js", `${version} (needed: ${wanted})`)
    : stopping("Node.js", {
        message: `Node.js ${wanted} is needed; this is ${version}.`,
        hint: "Install it from https://nodejs.org/.",
      });
