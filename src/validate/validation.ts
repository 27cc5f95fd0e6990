import type { ResourceRef } from "../core/finding.ts";
import type { Manifest, Path } from "../kubernetes/manifest.ts";
import type { UnjudgedRule } from "./cel/judge-rules.ts";

/** What one object's schema says of it. */
export interface ObjectVerdict {
  readonly manifest: Manifest;
  /** `no-schema`: nothing describes this kind; `unchecked`: a schema may exist, but could not be had. */
  readonly status: "valid" | "invalid" | "no-schema" | "unchecked";
  readonly errors: readonly { readonly path: Path; readonly message: string }[];
  /** A key that its text has twice in one mapping: it was judged as helm and kubectl read it, by the last of them. */
  readonly doubledKey?: string;
}

/** A CEL rule of a definition that could not be judged, of one object. */
export interface UnjudgedRuleOf extends UnjudgedRule {
  readonly resource: ResourceRef;
}

export interface Validation {
  readonly verdicts: readonly ObjectVerdict[];
  readonly unjudgedRules: readonly UnjudgedRuleOf[];
  /** Where schemas came from, in the order asked. */
  readonly locations: readonly string[];
  /** Why schemas could not be had; null when all asked locations answered. */
  readonly unreachable: string | null;
}

export interface ValidationCounts {
  readonly resources: number;
  readonly valid: number;
  readonly invalid: number;
  /** No schema describes the kind. */
  readonly skipped: number;
  /** No schema could be had. */
  readonly unchecked: number;
}

/** How many objects there are of each status. */
export const countOf = (validation: Validation): ValidationCounts => {
  const count = (status: ObjectVerdict["status"]) =>
    validation.verdicts.filter((verdict) => verdict.status === status).length;
  return {
    resources: validation.verdicts.length,
    valid: count("valid"),
    invalid: count("invalid"),
    skipped: count("no-schema"),
    unchecked: count("unchecked"),
  };
};
