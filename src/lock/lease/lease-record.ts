import { type Stamp, stampPrefix } from "../../kubectl/stamp.ts";
import { numberAt, objectAt, textAt, textOrEmpty } from "../../kubernetes/json-fields.ts";
import { isObject, type Json, type JsonObject, valueAt } from "../../kubernetes/manifest.ts";

/** A time in which an earlier run held the lock; milliseconds since 1970 by the API server's clock. */
export interface FormerHolder {
  /** Address of the run; null where nobody said it. */
  readonly run: string | null;
  readonly from: number;
  /** When it gave the lock back, or when it expired. */
  readonly until: number;
}

/**
 * A Lease as it was read. Anybody may have written it: whatever cannot be right is null, texts are short and printable.
 * Times are milliseconds since 1970.
 */
export interface LeaseRecord {
  /** The object, which a replace sends back with all that is not ours. */
  readonly body: JsonObject;
  /** Empty where nobody holds it. */
  readonly holder: string;
  readonly durationMs: number | null;
  readonly acquiredAt: number | null;
  readonly renewedAt: number | null;
  readonly transitions: number;
  readonly run: string | null;
  readonly commit: string | null;
  readonly reason: string | null;
  /** Newest first. */
  readonly former: readonly FormerHolder[];
}

const longestText = 200;
const mostFormer = 10;
const longestFormer = 8192;
const formerAnnotation = `${stampPrefix}former`;

/** Reads a Lease that the API server answered. Never throws. */
export const readLease = (body: JsonObject): LeaseRecord => {
  const annotation = (name: string): string | null => {
    const text = textAt(body, ["metadata", "annotations", `${stampPrefix}${name}`]);
    return text === null ? null : printable(text);
  };
  const seconds = valueAt(body, ["spec", "leaseDurationSeconds"]);
  return {
    body,
    holder: printable(textOrEmpty(body, ["spec", "holderIdentity"])),
    durationMs: typeof seconds === "number" && seconds > 0 ? seconds * 1000 : null,
    acquiredAt: timeIn(valueAt(body, ["spec", "acquireTime"])),
    renewedAt: timeIn(valueAt(body, ["spec", "renewTime"])),
    transitions: numberAt(body, ["spec", "leaseTransitions"]),
    run: annotation("run"),
    commit: annotation("commit"),
    reason: annotation("reason"),
    former: formerIn(textOrEmpty(body, ["metadata", "annotations", formerAnnotation])),
  };
};

/** What of a Lease is ours to say. */
export interface LeaseContent {
  readonly holder: string;
  readonly durationMs: number;
  readonly acquiredAt: number;
  readonly renewedAt: number;
  readonly transitions: number;
  /** Annotations of the holder: `run`, `commit`, `repository`. */
  readonly stamp: Stamp;
  readonly reason: string;
  readonly former: readonly FormerHolder[];
}

/**
 * The Lease to be sent. With the `resourceVersion` of `before` the API server takes it only where nobody was faster;
 * labels and annotations of others stay.
 */
export const leaseBody = (name: string, content: LeaseContent, before: JsonObject | null): JsonObject => {
  const { managedFields: _managedFields, ...metadata } = objectAt(before ?? {}, ["metadata"]);
  const others = Object.entries(objectAt(metadata, ["annotations"])).filter(([key]) => !key.startsWith(stampPrefix));
  const former = content.former
    .slice(0, mostFormer)
    .map(({ run, from, until }) => ({ run, from: microTime(from), until: microTime(until) }));
  return {
    apiVersion: "coordination.k8s.io/v1",
    kind: "Lease",
    metadata: {
      ...metadata,
      name,
      annotations: {
        ...Object.fromEntries(others),
        ...content.stamp,
        [`${stampPrefix}reason`]: content.reason.slice(0, longestText),
        ...(former.length === 0 ? {} : { [formerAnnotation]: JSON.stringify(former) }),
      },
    },
    spec: {
      holderIdentity: content.holder,
      leaseDurationSeconds: Math.ceil(content.durationMs / 1000),
      acquireTime: microTime(content.acquiredAt),
      renewTime: microTime(content.renewedAt),
      leaseTransitions: content.transitions,
    },
  };
};

/** The time of a holder that did not give the lock back until `now`; none where nobody holds it. */
export const expiredHolder = (
  { holder, run, acquiredAt, renewedAt, durationMs }: LeaseRecord,
  now: number,
): readonly FormerHolder[] =>
  holder === "" || acquiredAt === null || renewedAt === null || durationMs === null
    ? []
    : [{ run, from: acquiredAt, until: Math.min(now, renewedAt + durationMs) }];

/** A time for a person; `?` where it is not known. */
export const tellTime = (ms: number | null): string => (ms === null ? "?" : new Date(ms).toISOString());

/** The form of Kubernetes' MicroTime. */
const microTime = (ms: number): string => new Date(ms).toISOString().replace("Z", "000Z");

/** Texts of others go into messages: in one line, and not for ever. */
const printable = (text: string): string =>
  text
    .slice(0, longestText)
    .toWellFormed()
    .replaceAll(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, "\ufffd");

const timeIn = (value: Json | undefined): number | null => {
  const ms = typeof value === "string" ? Date.parse(value) : Number.NaN;
  return Number.isFinite(ms) ? ms : null;
};

const formerIn = (text: string): readonly FormerHolder[] => {
  if (text.length > longestFormer) return [];
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    return [];
  }
  const items = Array.isArray(value) ? value.slice(0, mostFormer) : [];
  return items.filter(isObject).flatMap((item) => {
    const [from, until, run] = [timeIn(item["from"]), timeIn(item["until"]), textAt(item, ["run"])];
    return from === null || until === null ? [] : [{ run: run === null ? null : printable(run), from, until }];
  });
};
