import { valueAt } from "../kubernetes/manifest.ts";
import type { Check } from "./check.ts";

export const baseNamespaceMismatch: Check = {
  id: "base-namespace-mismatch",
  title: "base/ makes another namespace than the one the release is installed in.",
  severity: "error",
  decidedBy: "own",
  reads: ["stack", "render"],
  cannotJudge({ stack, render }) {
    if (render.roots.some(({ layer, error }) => layer === "base" && error !== null)) return "the base did not build";
    const guessed = stack.release.namespace.from === "default" && (stack.install?.unclear.length ?? 0) > 0;
    return guessed ? "install.sh does not say clearly in which namespace the release is installed" : null;
  },
  *find({ stack, render }) {
    const wanted = stack.release.namespace.value;
    // kustomize's `namespace` renames the Namespace object too: there the kustomization is the place to mend.
    const document = stack.base?.yaml.documents[0];
    const set = valueAt(document?.value, ["namespace"]);
    const namespaces = render.roots
      .filter(({ layer }) => layer === "base")
      .flatMap(({ manifests }) => manifests.filter(({ ref }) => ref.kind === "Namespace" && ref.apiVersion === "v1"));
    if (namespaces.some(({ ref }) => ref.name === wanted)) return;
    if (typeof set === "string" && set !== wanted && document !== undefined) {
      yield {
        message: `The base's kustomization puts its objects in namespace ${set}, but the release is installed in ${wanted}`,
        at: document.locate(["namespace"]),
        fix: { description: `Use namespace: ${wanted}, or install the release in ${set}`, edits: [] },
      };
      return;
    }
    for (const manifest of namespaces)
      yield {
        message: `The base makes namespace ${manifest.ref.name}, but the release is installed in ${wanted}`,
        at: manifest.locate(["metadata", "name"]),
        resource: manifest.ref,
        fix: { description: `Name it ${wanted}, or install the release in ${manifest.ref.name}`, edits: [] },
      };
  },
};
