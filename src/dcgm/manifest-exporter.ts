import { OperatorError } from "../core/errors.ts";
import { objectAt, textOrEmpty } from "../kubernetes/json-fields.ts";
import { objectsIn } from "../kubernetes/kubernetes-yaml.ts";
import type { JsonObject } from "../kubernetes/manifest.ts";
import type { Workspace } from "../outside/workspace.ts";
import { parseYaml } from "../text/parse-yaml.ts";

/**
 * The Kubernetes objects in a file, or in the YAML and JSON files below a folder; kustomizations and what is no object
 * are passed over. Objects that live in a namespace and name none get `namespace`. Throws OperatorError `invalid-input`
 * where the path leads nowhere, cannot be read, or holds no object.
 */
export const manifestObjects = async (
  path: string,
  namespace: string,
  workspace: Workspace,
): Promise<readonly JsonObject[]> => {
  const kind = await workspace.kind(path);
  const files =
    kind === "directory"
      ? (await workspace.walk(path))
          .filter((entry) => entry.kind === "file" && isManifestFile(entry.path))
          .map((entry) => entry.path)
      : [path];
  const objects = (await Promise.all(files.map((file) => objectsOf(file, workspace)))).flat();
  if (objects.length === 0)
    throw new OperatorError(
      "invalid-input",
      `exporter is ${JSON.stringify(path)}, and no Kubernetes object is in it`,
      "Put the exporter's Service and DaemonSet there as plain YAML, or name where GPU metrics come from another way.",
    );
  return objects.map((body) => inNamespace(body, namespace));
};

const isManifestFile = (path: string): boolean => /\.(?:ya?ml|json)$/i.test(path);

const objectsOf = async (file: string, workspace: Workspace): Promise<readonly JsonObject[]> => {
  const read = await workspace.read(file);
  if (!read.ok) throw unreadable(`exporter: ${file} cannot be read: ${read.message}`);
  const { documents, errors } = parseYaml(read.text, file);
  const [error] = errors;
  if (error !== undefined) throw unreadable(`exporter: ${file}:${error.at.line}: ${error.message}`);
  return documents.flatMap(({ value }) => objectsIn(value)).filter(isKubernetesObject);
};

const unreadable = (message: string): OperatorError =>
  new OperatorError(
    "invalid-input",
    message,
    "Give plain manifests: templates of a chart have to be rendered first (helm template).",
  );

const isKubernetesObject = (body: JsonObject): boolean =>
  textOrEmpty(body, ["apiVersion"]) !== "" &&
  textOrEmpty(body, ["kind"]) !== "" &&
  !textOrEmpty(body, ["apiVersion"]).startsWith("kustomize.config.k8s.io/");

const clusterWide = [
  "Namespace",
  "Node",
  "ClusterRole",
  "ClusterRoleBinding",
  "CustomResourceDefinition",
  "PriorityClass",
];

const inNamespace = (body: JsonObject, namespace: string): JsonObject => {
  const metadata = objectAt(body, ["metadata"]);
  if (textOrEmpty(metadata, ["namespace"]) !== "" || clusterWide.includes(textOrEmpty(body, ["kind"]))) return body;
  return { ...body, metadata: { ...metadata, namespace } };
};
