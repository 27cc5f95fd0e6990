import { holds, matches, requirementsOf, selectorProblem } from "../kubernetes/label-selector.ts";
import type { Json } from "../kubernetes/manifest.ts";
import type { World, WorldObject } from "./world.ts";

/** The namespace an object lands in: its own, else the release's, which is where we apply what names none. */
export const namespaceOf = (object: WorldObject, world: World): string =>
  object.ref.namespace ?? world.releaseNamespace;

/** The object of that kind and name, in that namespace. */
export const objectIn = (world: World, kind: string, namespace: string, name: string): WorldObject | undefined =>
  world.ofKind(kind).find((object) => object.ref.name === name && namespaceOf(object, world) === namespace);

/**
 * Whether a namespace selector selects a namespace: `unknown` where it hangs on labels that no Namespace object in
 * sight settles. An absent or null selector is up to the caller: for a Prometheus it means its own namespace.
 */
export const selectsNamespace = (selector: Json | undefined, name: string, world: World): boolean | "unknown" => {
  const { labels, complete } = world.namespaceLabels(name);
  if (complete) return matches(selector, labels);
  if (selector === undefined || selector === null || selectorProblem(selector) !== null) return false;
  // What is certain are the labels that are known, and that kubernetes.io/metadata.name cannot have another value.
  const requirements = requirementsOf(selector);
  if (requirements.some((requirement) => Object.hasOwn(labels, requirement.key) && !holds(requirement, labels)))
    return false;
  return requirements.every((requirement) => Object.hasOwn(labels, requirement.key)) ? true : "unknown";
};
