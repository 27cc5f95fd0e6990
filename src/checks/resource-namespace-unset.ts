import { type Fix, nameOf } from "../core/finding.ts";
import type { Manifest } from "../kubernetes/manifest.ts";
import type { Kustomization } from "../stack/stack.ts";
import { linesAfter } from "../text/yaml-line.ts";
import type { Check } from "./check.ts";

export const resourceNamespaceUnset: Check = {
  id: "resource-namespace-unset",
  title: "Objects of a kustomization name no namespace: where they land depends on who applies them.",
  severity: "warning",
  decidedBy: "own",
  reads: ["stack", "render"],
  *find({ stack, render }) {
    for (const { root, manifests } of render.roots) {
      const without = manifests.filter(({ ref }) => ref.namespace === null && isNamespaced(ref));
      const [first] = without;
      if (first === undefined) continue;
      const more = without.length === 1 ? "" : ` and ${without.length - 1} more of ${root}`;
      const kustomization = stack.kustomizations.find(({ folder }) => folder === root);
      const namespace = stack.release.namespace.value;
      yield {
        message: `${nameOf(first.ref)}${more}: no namespace is named; here ${namespace} is taken, \`kubectl apply -k\` takes the current context's, and a monitor looks for Services there`,
        resource: first.ref,
        at: first.locate(["metadata", "name"]),
        fix: fixOf(kustomization, namespace, manifests),
      };
    }
  },
};

const fixOf = (kustomization: Kustomization | undefined, namespace: string, manifests: readonly Manifest[]): Fix => {
  const description = `Write \`namespace: ${namespace}\` in ${kustomization?.file ?? "the kustomization"}, or in the objects.`;
  // Kustomize's field moves every object, those that name another namespace as well, and renames Namespaces.
  const stays = manifests.every(({ ref }) => {
    const own = ref.kind === "Namespace" ? ref.name : ref.namespace;
    return own === null || own === namespace;
  });
  const edit = stays && kustomization !== undefined ? insertion(kustomization, namespace) : null;
  return { description, edits: edit === null ? [] : [edit] };
};

const insertion = ({ yaml }: Kustomization, namespace: string) => {
  const [document] = yaml.documents;
  return document === undefined
    ? null
    : linesAfter(yaml, document.locateKey(["kind"]).line, "kind", [`namespace: ${namespace}`]);
};

/** Kinds that live in a namespace, of those that a monitoring tree has. */
const isNamespaced = ({ apiVersion, kind }: Manifest["ref"]): boolean =>
  apiVersion.startsWith("monitoring.coreos.com/") || namespacedKinds.has(kind);

const namespacedKinds: ReadonlySet<string> = new Set([
  ...["ConfigMap", "Secret", "Service", "ServiceAccount", "PersistentVolumeClaim", "Pod"],
  ...["Deployment", "DaemonSet", "StatefulSet", "Job", "CronJob"],
  ...["Role", "RoleBinding", "Ingress", "NetworkPolicy", "PodDisruptionBudget"],
]);
