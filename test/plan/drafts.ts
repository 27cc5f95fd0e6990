import type { JsonObject } from "../../src/kubernetes/manifest.ts";
import { refOf } from "../../src/kubernetes/resource-ref.ts";
import type { ObjectDraft } from "../../src/plan/draft.ts";

/** An object's draft from its two sides: what only one of them has is created or deleted. */
export const draft = (
  live: JsonObject | null,
  after: JsonObject | null,
  more: Partial<ObjectDraft> = {},
): ObjectDraft => ({
  layer: "release",
  ref: refOf(after ?? live ?? {}),
  action: live === null ? "create" : after === null ? "delete" : "update",
  unverified: null,
  live,
  wanted: after,
  after,
  takesOver: false,
  manifest: null,
  ...more,
});

export const object = (apiVersion: string, kind: string, name: string, more: JsonObject = {}): JsonObject => ({
  apiVersion,
  kind,
  metadata: { name, namespace: "monitoring" },
  ...more,
});

export const prometheus = (spec: JsonObject, name = "main"): JsonObject =>
  object("monitoring.coreos.com/v1", "Prometheus", name, { spec });
