import { exporterNeeds } from "../../../src/dcgm/exporter-needs.ts";
import type { NeededPermission } from "../../../src/kubectl/permission.ts";
import { clusterNeeds, whys } from "../../../src/plan/access/reading-needs.ts";
import { verifyingNeeds } from "../../../src/verify/reach/verifying-needs.ts";
import { deployNeeds, type KitStack, planNeeds } from "./kit-needs.ts";
import { changesNothingText } from "./policy-text.ts";
import { rulesText } from "./rules-text.ts";

export const kitModes = ["check", "plan", "deploy", "verify"] as const;
export type KitMode = (typeof kitModes)[number];

/** Whose permissions, and where the exporter runs. */
export interface KitAccount {
  readonly namespace: string;
  readonly name: string;
  readonly exporterNamespace: string;
}

/** The manifests for one mode: an account, and no more than what the mode asks for. */
export const kitText = (mode: KitMode, stack: KitStack, account: KitAccount): string => {
  const needs = kitNeeds(mode, stack, account);
  const held = needs.filter(({ why, namespace }) => why === whys.grants && namespace === null);
  const own = needs.filter((need) => !held.includes(need));
  const namespaces = [...new Set(own.flatMap(({ namespace }) => namespace ?? []))].sort();
  const made = mode === "check" || mode === "verify" ? [] : [stack.release.namespace];
  return [
    heads[mode],
    ...[account.namespace, ...made].map(namespaceText),
    accountText(account),
    ...(mode === "plan" ? [changesNothingText(account)] : []),
    clusterRoleText(account.name, own, account),
    ...(held.length === 0 ? [] : [clusterRoleText(`${account.name}-grants`, held, account)]),
    ...namespaces.map((namespace) => roleText(namespace, own, account)),
  ].join("---\n");
};

/** All of it, of whatever place. */
export const kitNeeds = (
  mode: KitMode,
  stack: KitStack,
  { exporterNamespace }: KitAccount,
): readonly NeededPermission[] => {
  const looking = verifyingNeeds({ namespace: stack.release.namespace, exporterNamespace });
  switch (mode) {
    case "check":
      return [...clusterNeeds, ...exporterNeeds(exporterNamespace)];
    case "plan":
      return planNeeds(stack);
    case "deploy":
      return [...deployNeeds(stack), ...looking];
    case "verify":
      return [...clusterNeeds, ...looking];
  }
};

const heads: Readonly<Record<KitMode, string>> = {
  check:
    "# What `mode: check` reads of a cluster, with `schema-locations: cluster` and `exporter: cluster`: nothing is written.\n",
  plan: "# What `mode: plan` asks for, and a policy by which this account changes nothing. See docs/rbac.md.\n",
  deploy: "# What `mode: deploy` asks for. See docs/rbac.md.\n",
  verify: "# What `mode: verify` reads, of the API server and through its service proxy. See docs/rbac.md.\n",
};

const namespaceText = (name: string): string => `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: ${name}\n`;

const accountText = ({ namespace, name }: KitAccount): string =>
  `apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: ${name}\n  namespace: ${namespace}\nautomountServiceAccountToken: false\n`;

const subjectText = ({ namespace, name }: KitAccount): string =>
  `subjects:\n  - kind: ServiceAccount\n    name: ${name}\n    namespace: ${namespace}\n`;

const rbac = "rbac.authorization.k8s.io";

const bindingText = (kind: "Role" | "ClusterRole", metadata: string, name: string, account: KitAccount): string =>
  `apiVersion: ${rbac}/v1\nkind: ${kind}Binding\n${metadata}roleRef:\n  apiGroup: ${rbac}\n  kind: ${kind}\n  name: ${name}\n${subjectText(account)}`;

const clusterRoleText = (name: string, needs: readonly NeededPermission[], account: KitAccount): string => {
  const metadata = `metadata:\n  name: ${name}\n`;
  const rules = rulesText(needs.filter(({ namespace }) => namespace === null));
  return `apiVersion: ${rbac}/v1\nkind: ClusterRole\n${metadata}rules:\n${rules}---\n${bindingText("ClusterRole", metadata, name, account)}`;
};

const roleText = (namespace: string, needs: readonly NeededPermission[], account: KitAccount): string => {
  const { name } = account;
  const metadata = `metadata:\n  name: ${name}\n  namespace: ${namespace}\n`;
  const rules = rulesText(needs.filter((need) => need.namespace === namespace));
  return `apiVersion: ${rbac}/v1\nkind: Role\n${metadata}rules:\n${rules}---\n${bindingText("Role", metadata, name, account)}`;
};
