import { objectAt, textOrEmpty } from "../../kubernetes/json-fields.ts";
import { isObject, type JsonObject } from "../../kubernetes/manifest.ts";
import { fieldManager } from "../../plan/objects/compare.ts";
import { holdersOf, isOfHelm, isOfStatus, isSameHolder, tellHolder, withFieldsOf } from "./field-holders.ts";

/** What an object is to become, and whose writes it keeps that are newer than the former state. */
export interface Target {
  readonly object: JsonObject;
  /** E.g. `hpa (Update)`; none where nobody else wrote. */
  readonly others: readonly string[];
}

/**
 * The former object with what others wrote since: a person, an autoscaler or an operator may have had a reason, and to
 * take that back is not ours. `atFailure` is what lay there when the deploy had failed, before helm goes back.
 */
export const withWritesOfOthers = (former: JsonObject, atFailure: JsonObject | undefined): Target => {
  if (atFailure === undefined) return { object: former, others: [] };
  const before = holdersOf(former);
  const newer = holdersOf(atFailure).filter(
    (entry) =>
      !isOfStatus(entry) &&
      !isOurs(entry) &&
      !before.some((one) => isSameHolder(one, entry) && one["time"] === entry["time"]),
  );
  if (newer.length === 0) return { object: former, others: [] };
  const merged = newer.reduce<JsonObject>((object, entry) => {
    const next = withFieldsOf(object, atFailure, objectAt(entry, ["fieldsV1"]));
    return isObject(next) ? next : object;
  }, former);
  const kept = before.filter((one) => !newer.some((entry) => isSameHolder(one, entry)));
  const metadata = { ...objectAt(merged, ["metadata"]), managedFields: [...kept, ...newer] };
  return { object: { ...merged, metadata }, others: newer.map(tellHolder) };
};

const isOurs = (entry: JsonObject): boolean => textOrEmpty(entry, ["manager"]) === fieldManager || isOfHelm(entry);
