import { must, paths } from "../tamper/api.ts";
import type { Fault, Site } from "./fault.ts";
import { until } from "./until.ts";

const rbac = "/apis/rbac.authorization.k8s.io/v1";
const verbs = ["*"];

interface ApiGroup {
  readonly name: string;
}

/** The user `developer` may do everything but write alert rules; with them, all. */
const rulesOf = async ({ request }: Site, withRules: boolean): Promise<readonly object[]> => {
  const { groups } = (await must(request, "GET", "/apis")) as { readonly groups: readonly ApiGroup[] };
  const others = ["", ...groups.map(({ name }) => name)].filter((name) => name !== "monitoring.coreos.com");
  const operated = ["prometheuses", "alertmanagers", "servicemonitors", "podmonitors", "probes", "scrapeconfigs"];
  return [
    { apiGroups: others, resources: ["*"], verbs },
    {
      apiGroups: ["monitoring.coreos.com"],
      resources: [...operated, "alertmanagerconfigs", "prometheusagents", "thanosrulers"],
      verbs,
    },
    {
      apiGroups: ["monitoring.coreos.com"],
      resources: ["prometheusrules"],
      verbs: withRules ? verbs : ["get", "list"],
    },
    { nonResourceURLs: ["*"], verbs },
  ];
};

const limitedAccount = async (site: Site, withRules: boolean): Promise<string> => {
  const { request, cluster } = site;
  await must(request, "POST", `${rbac}/clusterroles`, {
    metadata: { name: "limited" },
    rules: await rulesOf(site, withRules),
  });
  await must(request, "POST", `${rbac}/clusterrolebindings`, {
    metadata: { name: "limited" },
    roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: "limited" },
    subjects: [{ apiGroup: "rbac.authorization.k8s.io", kind: "User", name: "developer" }],
  });
  return cluster.kubeconfigWith({ token: cluster.developerToken });
};

const noAccount = async ({ request }: Site): Promise<void> => {
  for (const kind of ["clusterrolebindings", "clusterroles"]) await must(request, "DELETE", `${rbac}/${kind}/limited`);
};

/** What the account may not do, from the start or from the middle on. */
export const permissionFaults: readonly Fault[] = [
  {
    name: "the permission for one kind is missing",
    before: async (site) => ({ kubeconfig: await limitedAccount(site, false) }),
    undo: noAccount,
    ends: ["unauthorized"],
    says: ["patch on prometheusrules.monitoring.coreos.com", "Nothing was changed"],
  },
  {
    name: "the permission for one kind is taken away after the plan",
    before: async (site) => ({ kubeconfig: await limitedAccount(site, true) }),
    during: async (site) => {
      const { request } = site;
      await until(async () => {
        const { body } = await request("GET", paths.lease);
        return ((body as { readonly spec?: { readonly holderIdentity?: string } }).spec?.holderIdentity ?? "") !== "";
      });
      await must(request, "PATCH", `${rbac}/clusterroles/limited`, { rules: await rulesOf(site, false) });
    },
    undo: noAccount,
    ends: ["unauthorized"],
    says: ["prometheusrules", "What is left:"],
  },
];
