import type { Release } from "./stack.ts";

/** A release by its name. */
export interface ReleaseName {
  readonly name: string;
  readonly namespace: string;
}

/** The name under which helm installs the stack. */
export const releaseNameOf = ({ name, namespace }: Pick<Release, "name" | "namespace">): ReleaseName => ({
  name: name.value,
  namespace: namespace.value,
});
