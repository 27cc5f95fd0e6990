import { must } from "../tamper/api.ts";
import { files } from "../tamper/ground.ts";
import type { Fault, Site } from "./fault.ts";
import { until } from "./until.ts";

const quotas = "/api/v1/namespaces/monitoring/resourcequotas";
const quota = async ({ request }: Site, hard: Readonly<Record<string, string>>): Promise<void> => {
  await must(request, "POST", quotas, { metadata: { name: "planted" }, spec: { hard } });
  await until(async () => {
    const { body } = await request("GET", `${quotas}/planted`);
    return (body as { readonly status?: { readonly used?: unknown } }).status?.used !== undefined;
  });
};
const noQuota = async ({ request }: Site): Promise<void> => {
  await must(request, "DELETE", `${quotas}/planted`);
};

const another = `apiVersion: v1
kind: ConfigMap
metadata: { name: another, namespace: monitoring }
`;

/** Quotas, and pods that never become Ready. */
export const refusalFaults: readonly Fault[] = [
  {
    name: "a quota that an object of the tree exceeds",
    tree: (tree) => {
      tree.write("prometheus-stack/base/another.yaml", another);
      tree.append(files.base, "  - another.yaml\n");
    },
    before: async (site) => void (await quota(site, { "count/configmaps": "1" })),
    undo: noQuota,
    ends: ["apply-failed"],
    says: ["exceeded quota", "Nothing was changed"],
  },
  {
    name: "a quota that leaves no pod for a hook",
    alsoHelm3: true,
    tree: (tree) => tree.append(files.values, "\nprometheusOperator:\n  image:\n    tag: v0.0.1\n"),
    before: async (site) => {
      await quota(site, { pods: "1" });
      return { inputs: { timeout: "30s" } };
    },
    undo: noQuota,
    ends: ["timeout"],
    says: ["the hook did not complete", "What is left:"],
    withinSeconds: 30 + 30,
  },
  {
    name: "an image that never becomes Ready",
    alsoHelm3: true,
    tree: (tree) => tree.append(files.values, "\nprometheusOperator:\n  image:\n    tag: does-not-exist\n"),
    before: async () => ({ inputs: { timeout: "30s" } }),
    ends: ["timeout"],
    says: ["ImagePullBackOff", "What is left:"],
    withinSeconds: 30 + 30,
  },
];
