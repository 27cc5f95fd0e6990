import { coerce, lt, prerelease, type SemVer } from "semver";
import type { ResourceRef } from "../../core/finding.ts";
import { textAt } from "../../kubernetes/json-fields.ts";
import type { JsonObject } from "../../kubernetes/manifest.ts";
import { operatedKind } from "./operated.ts";

/**
 * That an older version would run: what a newer one wrote, the older may not be able to read. The image's tag counts
 * for more than `spec.version`, which only tells the operator which flags there are; where an image is named by its
 * digest alone, `spec.version` is all there is.
 */
export const versionLosses = (ref: ResourceRef, live: JsonObject, then: JsonObject): readonly string[] => {
  const kind = operatedKind(ref);
  if (kind === null) return [];
  const [before, after] = [versionOf(live), versionOf(then)];
  return before !== null && after !== null && lt(after, before)
    ? [`${kind} goes back from version ${before.version} to ${after.version}`]
    : [];
};

const versionOf = (body: JsonObject): SemVer | null => {
  const image = textAt(body, ["spec", "image"]);
  const tag = image === null ? null : tagOf(image);
  return (
    readVersion(tag ?? "") ?? readVersion(textAt(body, ["spec", "tag"]) ?? textAt(body, ["spec", "version"]) ?? "")
  );
};

/** A registry's port stands before the last slash. */
const tagOf = (image: string): string | null => {
  const [name = ""] = image.split("@");
  return /:([^:/]{1,128})$/.exec(name)?.[1] ?? null;
};

/** `v3.5.0-distroless` is 3.5.0 in another packing, and no release before it. */
const readVersion = (text: string): SemVer | null => {
  if (!/^v?\d{1,6}\.\d{1,6}(?:\.\d{1,6})?(?![\d.])/.test(text)) return null;
  const whole = coerce(text, { includePrerelease: true });
  const isEarly = /^(?:alpha|beta|rc)/.test(String(whole === null ? "" : (prerelease(whole)?.[0] ?? "")));
  return isEarly ? whole : coerce(text);
};
