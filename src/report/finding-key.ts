import { createHash } from "node:crypto";
import type { Finding } from "../core/finding.ts";
import { nameOf } from "../core/finding.ts";

/**
 * What a finding is known by in a later run although lines move: its check, file, object and line's text, else its
 * message. Hexadecimal digits, as many as are asked for.
 */
export const findingKey = ({ check, at, resource, lineHash, message }: Finding, digits: number): string =>
  createHash("sha256")
    .update(JSON.stringify([check, at?.file, resource && nameOf(resource), lineHash ?? message]))
    .digest("hex")
    .slice(0, digits);
