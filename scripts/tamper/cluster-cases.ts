import { stampPrefix } from "../../src/kubectl/stamp.ts";
import { deployedKey } from "../../src/plan/order/deployed-state.ts";
import type { ApiRequest } from "../../test/cluster/api-request.ts";
import { created, deleted, edited, must, paths, replaced } from "./api.ts";
import type { ClusterChange, Tampering } from "./tampering.ts";

const inCluster = (
  name: string,
  cluster: ClusterChange,
  says: Tampering["says"],
  more: Partial<Tampering> = {},
): Tampering => ({
  name: `in the cluster: ${name}`,
  reason: "plan-changed",
  says,
  cluster,
  ...more,
});

const spec = (value: object): object => ({ spec: value });
const meta = (value: object): object => ({ metadata: value });
const password = (text: string): object => ({ data: { "admin-password": Buffer.from(text).toString("base64") } });
const annotated = (name: string, value: string): readonly [object, object] => [
  meta({ annotations: { [name]: value } }),
  meta({ annotations: { [name]: null } }),
];

const edits: readonly Tampering[] = [
  inCluster(
    "a CustomResourceDefinition is edited by hand",
    edited(paths.crd, spec({ names: { shortNames: ["zz"] } }), spec({ names: { shortNames: ["prb"] } })),
    ["CustomResourceDefinition probes.monitoring.coreos.com"],
  ),
  inCluster(
    "an object of base is edited by hand",
    edited(
      paths.namespace,
      meta({ labels: { "pod-security.kubernetes.io/enforce": "baseline" } }),
      meta({ labels: { "pod-security.kubernetes.io/enforce": "privileged" } }),
    ),
    ["Namespace monitoring"],
  ),
  inCluster(
    "an object of the release is edited by hand, in the field that would change",
    edited(paths.prometheus, spec({ retention: "10d" }), spec({ retention: "15d" })),
    ["Prometheus monitoring/prometheus-stack-kube-prom-prometheus", "10d"],
    { alsoHelm3: true },
  ),
  inCluster(
    "an object of the release that would stay is edited by hand",
    edited(paths.service, spec({ type: "NodePort" }), spec({ type: "ClusterIP" })),
    ["Service monitoring/prometheus-stack-grafana"],
    { alsoHelm3: true },
  ),
  inCluster(
    "a Secret's value is changed by hand",
    edited(paths.secret, password("a-third-password"), password("correct-horse-battery")),
    ["Secret monitoring/prometheus-stack-grafana"],
  ),
  inCluster(
    "an object of an overlay is edited by hand",
    edited(
      paths.monitor,
      spec({ selector: { matchLabels: { app: "other" } } }),
      spec({ selector: { matchLabels: { app: "nvidia-dcgm-exporter" } } }),
    ),
    ["ServiceMonitor monitoring/dcgm-exporter"],
    { alsoHelm3: true },
  ),
  inCluster(
    "an object of an overlay that would stay loses its label",
    edited(paths.health, meta({ labels: { release: "other" } }), meta({ labels: { release: "prometheus-stack" } })),
    ["PrometheusRule monitoring/gpu-health"],
  ),
  inCluster(
    "the object that would be deleted is edited by hand",
    edited(paths.former, { data: { kept: "2" } }, { data: { kept: "1" } }),
    ["ConfigMap monitoring/former"],
  ),
  inCluster(
    "an object that would be made is made by somebody",
    created(paths.configMaps, {
      metadata: { name: "contacts" },
      data: { "on-call": "1" },
    } as { readonly metadata: { readonly name: string } }),
    ["ConfigMap monitoring/contacts"],
  ),
];

const owners: readonly Tampering[] = [
  inCluster(
    "Argo CD takes an object",
    edited(
      paths.usage,
      ...annotated("argocd.argoproj.io/tracking-id", "app:monitoring.coreos.com/PrometheusRule:monitoring/gpu-usage"),
    ),
    ["PrometheusRule monitoring/gpu-usage", "Argo CD"],
  ),
  inCluster(
    "another helm release takes an object",
    edited(
      paths.monitor,
      meta({
        labels: { "app.kubernetes.io/managed-by": "Helm" },
        annotations: { "meta.helm.sh/release-name": "other", "meta.helm.sh/release-namespace": "other" },
      }),
      meta({
        labels: { "app.kubernetes.io/managed-by": null },
        annotations: { "meta.helm.sh/release-name": null, "meta.helm.sh/release-namespace": null },
      }),
    ),
    ["ServiceMonitor monitoring/dcgm-exporter", "other"],
  ),
];

/** Of what the last deploy noted. */
const recordOf = (change: (value: Record<string, unknown>) => object): ClusterChange => {
  const put = (request: ApiRequest, text: string) =>
    must(request, "PATCH", paths.record, { data: { [deployedKey]: text } });
  let before = "";
  return {
    forGood: false,
    make: async (request) => {
      const { data } = (await must(request, "GET", paths.record)) as { data: Record<string, string> };
      before = data[deployedKey] ?? "";
      await put(request, JSON.stringify(change(JSON.parse(before))));
    },
    undo: async (request) => void (await put(request, before)),
  };
};

const ofOthers: readonly Tampering[] = [
  inCluster(
    "a later run has deployed another commit",
    recordOf((value) => ({ ...value, commit: "f".repeat(40), run: { id: "99999", attempt: "1", url: null } })),
    ["began before run 99999"],
  ),
  inCluster(
    "another repository deploys the release",
    recordOf((value) => ({ ...value, repository: "acme/other" })),
    ["acme/other"],
  ),
  inCluster(
    "what is deployed is told otherwise, with another object to be deleted",
    recordOf((value) => ({
      ...value,
      objects: [{ apiVersion: "v1", kind: "ConfigMap", namespace: "default", name: "kube-root-ca.crt" }],
    })),
    ["ConfigMap monitoring/former: approved was delete"],
  ),
  anotherRun(),
];

/** Another run holds the lock, and says so again and again as one that lives does. */
function anotherRun(): Tampering {
  let renewing: NodeJS.Timeout | undefined;
  return {
    name: "in the cluster: another run is at work",
    reason: "locked",
    says: ["Another run is at work", "run-77"],
    cluster: {
      forGood: false,
      writes: /\/leases default\//,
      make: async (request) => {
        const now = () => new Date().toISOString().replace("Z", "000Z");
        await must(request, "PATCH", paths.lease, {
          // Nobody knows it: for an older one the deploy would wait.
          ...meta({ annotations: { [`${stampPrefix}commit`]: "f".repeat(40) } }),
          ...spec({ holderIdentity: "run-77", acquireTime: now(), renewTime: now() }),
        });
        renewing = setInterval(() => void request("PATCH", paths.lease, spec({ renewTime: now() })), 10_000);
      },
      undo: async (request) => {
        clearInterval(renewing);
        await must(request, "PATCH", paths.lease, spec({ holderIdentity: null }));
      },
    },
  };
}

/** After each it is planned anew. */
const forGood: readonly Tampering[] = [
  inCluster("an object of an overlay is replaced by its like", replaced(paths.health), [
    "PrometheusRule monitoring/gpu-health: uid",
  ]),
  inCluster("an object of the release is replaced by its like", replaced(paths.service), [
    "Service monitoring/prometheus-stack-grafana: uid",
  ]),
  // What somebody else has put there is never pruned.
  inCluster("the object that would be deleted is replaced by its like", replaced(paths.former), [
    "ConfigMap monitoring/former",
  ]),
  inCluster("a CustomResourceDefinition is deleted", deleted(paths.otherCrd), [
    "CustomResourceDefinition scrapeconfigs.monitoring.coreos.com",
  ]),
  inCluster("an object of an overlay is deleted", deleted(paths.dashboard), [
    "ConfigMap monitoring/gpu-overview-dashboard",
  ]),
  inCluster("an object of the release is deleted", deleted(paths.service), [
    "Service monitoring/prometheus-stack-grafana",
  ]),
  inCluster("the object that would be deleted is gone", deleted(paths.former), ["ConfigMap monitoring/former"]),
];

export const clusterCases: readonly Tampering[] = [...edits, ...owners, ...ofOthers, ...forGood];
