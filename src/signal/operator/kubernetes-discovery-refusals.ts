import semver from "semver";
import { type Json, type Path, valueAt } from "../../kubernetes/manifest.ts";
import { type Case, given, itemsAt } from "./refusal.ts";

/** What is wrong with one item of `kubernetesSDConfigs`: field and reason. */
export const kubernetesFaults = (
  item: (field: string) => Json | undefined,
  one: Case,
  at: Path,
): readonly (readonly [field: string, why: string])[] => {
  const role = String(item("role") ?? "");
  const allowed = selectable[role.toLowerCase()];
  const wrong = itemsAt(one, [...at, "selectors"])
    .map((selector) => String(given(one, [...selector, "role"]) ?? ""))
    .find((of) => !allowed?.includes(of.toLowerCase()));
  const fields = itemsAt(one, [...at, "selectors"])
    .map((selector) => given(one, [...selector, "field"]))
    .filter((field) => typeof field === "string")
    .find((field) => !isFieldSelector(field));
  return [
    ...(role.toLowerCase() === "endpointslice" && semver.lt(one.version, "2.21.0")
      ? [["role", "the role EndpointSlice needs Prometheus 2.21.0"] as const]
      : []),
    ...(item("apiServer") !== undefined && valueAt(item("namespaces"), ["ownNamespace"]) === true
      ? [["namespaces", "apiServer and namespaces.ownNamespace exclude each other"] as const]
      : []),
    ...(wrong === undefined ? [] : [["selectors", `the role ${role} takes no selector on ${wrong}`] as const]),
    ...(fields === undefined ? [] : [["selectors", `"${fields}" is no field selector`] as const]),
  ];
};

/** The roles on whose objects a role takes selectors. */
const selectable: Readonly<Record<string, readonly string[]>> = {
  pod: ["pod"],
  service: ["service"],
  endpointslice: ["pod", "service", "endpointslice"],
  endpoints: ["pod", "service", "endpoints"],
  node: ["node"],
  ingress: ["ingress"],
};

/** `key=value`, `key==value` or `key!=value`, joined by commas. */
const isFieldSelector = (text: string): boolean =>
  text.split(/(?<!\\),/).every((term) => term === "" || /^[^=!]*(?:==?|!=)/.test(term));
