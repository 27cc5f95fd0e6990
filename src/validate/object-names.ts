import { type Form, namespaceName } from "../core/forms.ts";
import { isLabelKey, isLabelValue, isSubdomain } from "../kubernetes/label-syntax.ts";
import { isObject, type Json, type Manifest, type Path, valueAt } from "../kubernetes/manifest.ts";
import { templatePath } from "../kubernetes/pod-template.ts";
import { groupOf } from "../kubernetes/resource-ref.ts";
import type { SchemaError } from "./schemas/explain.ts";

const subdomain: Form = {
  fits: isSubdomain,
  wanted: "lower case letters, digits, - and ., 253 at most, the first and the last a letter or a digit",
};

const label: Form = {
  fits: namespaceName.fits,
  wanted: "lower case letters, digits and -, 63 at most, the first and the last a letter or a digit",
};

const pathSegment: Form = {
  fits: (name) => name !== "." && name !== ".." && !/[/%]/.test(name),
  wanted: "neither / nor %",
};

/** Null for kinds that have rules of their own. */
const formOf = (kind: string, group: string): Form | null => {
  if (group === "rbac.authorization.k8s.io") return pathSegment;
  if (group === "certificates.k8s.io" || kind === "IPAddress") return null;
  return group === "" && (kind === "Namespace" || kind === "Service") ? label : subdomain;
};

const parts = "letters, digits, -, _ and ., 63 at most, the first and the last a letter or a digit";

/**
 * What the API server refuses of an object and no schema says: its name, its namespace, its labels and those of its
 * pods, and the keys of annotations.
 */
export const nameErrors = ({ ref, body }: Pick<Manifest, "ref" | "body">): readonly SchemaError[] => {
  const { name, namespace } = isObject(body["metadata"]) ? body["metadata"] : {};
  const template = templatePath(ref.kind) ?? [];
  return [
    ...misnamed(["metadata", "name"], name, formOf(ref.kind, groupOf(ref))),
    ...misnamed(["metadata", "namespace"], namespace, label),
    ...wrongLabels(body, ["metadata"]),
    ...(template.length === 0 ? [] : wrongLabels(body, [...template, "metadata"])),
  ];
};

const refused = (text: string, wanted: string): string =>
  `the API server refuses ${JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text)}: it takes ${wanted}`;

const misnamed = (path: Path, name: Json | undefined, form: Form | null): readonly SchemaError[] =>
  typeof name !== "string" || name === "" || form === null || form.fits(name)
    ? []
    : [{ path, message: refused(name, form.wanted) }];

const wrongLabels = (body: Json, metadata: Path): readonly SchemaError[] =>
  ["labels", "annotations"].flatMap((field) => {
    const pairs = valueAt(body, [...metadata, field]);
    return Object.entries(isObject(pairs) ? pairs : {}).flatMap(([key, value]): readonly SchemaError[] => {
      const path = [...metadata, field, key];
      // Of an annotation's key letter case is of no account.
      if (!isLabelKey(field === "labels" ? key : key.toLowerCase()))
        return [{ path, message: refused(key, `${parts}, with a domain and / in front or without`) }];
      const isWrong = field === "labels" && typeof value === "string" && !isLabelValue(value);
      return isWrong ? [{ path, message: refused(value, parts) }] : [];
    });
  });
