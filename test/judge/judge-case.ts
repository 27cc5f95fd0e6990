import type { JsonObject } from "../../src/kubernetes/manifest.ts";

/** What the objects of some cases live with. Names of namespaces stand for themselves: see in-namespaces.ts. */
export interface Setting {
  readonly namespaces: readonly JsonObject[];
  /** Secrets, ConfigMaps, and whatever else is there before the cases. */
  readonly others: readonly JsonObject[];
  readonly prometheuses: readonly JsonObject[];
}

/**
 * One setting and the objects that are judged in it, one case each. The name of an object says how the webhook stands
 * to it: see {@link isOpen}.
 */
export interface Batch {
  readonly setting: Setting;
  readonly cases: readonly JsonObject[];
}

const openPrefix = "open-";

/** A name for case number `index`; the webhook is out of reach for `open` ones. */
export const caseName = (open: boolean, index: number): string => `${open ? openPrefix : "guarded-"}${index}`;

/** Whether the webhook is out of reach for objects of this name. */
export const isOpen = (name: string): boolean => name.startsWith(openPrefix);

/** The same as a condition of a webhook in the API server's expression language. */
export const openCondition = `object.metadata.name.startsWith("${openPrefix}")`;
