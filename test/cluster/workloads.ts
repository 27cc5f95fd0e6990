const template = (app: string, podSpec: object = {}) => ({
  metadata: { labels: { app } },
  spec: { containers: [{ name: "main", image: "example.test/main:1" }], ...podSpec },
});
const selector = (app: string) => ({ matchLabels: { app } });

/** One of each workload that a monitoring stack consists of, and a Job. */
export const workloads = {
  apiVersion: "v1",
  kind: "List",
  items: [
    {
      ...{ apiVersion: "apps/v1", kind: "Deployment", metadata: { name: "web" } },
      spec: { replicas: 2, selector: selector("web"), template: template("web") },
    },
    {
      ...{ apiVersion: "apps/v1", kind: "DaemonSet", metadata: { name: "agent" } },
      spec: { selector: selector("agent"), template: template("agent", { hostNetwork: true }) },
    },
    {
      ...{ apiVersion: "apps/v1", kind: "StatefulSet", metadata: { name: "store" } },
      spec: { replicas: 2, serviceName: "store", selector: selector("store"), template: template("store") },
    },
    {
      ...{ apiVersion: "batch/v1", kind: "Job", metadata: { name: "once" } },
      spec: { template: template("once", { restartPolicy: "Never" }) },
    },
    {
      ...{ apiVersion: "v1", kind: "Service", metadata: { name: "web" } },
      spec: { selector: { app: "web" }, ports: [{ port: 80 }] },
    },
  ],
};

/** A Deployment whose pods fail as `behaviour` says (see stages.yaml), or pull `image`. */
export const failingDeployment = (name: string, how: { readonly behaviour?: string; readonly image?: string }) => ({
  ...{ apiVersion: "apps/v1", kind: "Deployment", metadata: { name } },
  spec: {
    selector: selector(name),
    template: {
      metadata: { labels: { app: name }, annotations: how.behaviour ? { "kwok-test/fails": how.behaviour } : {} },
      spec: { containers: [{ name: "main", image: how.image ?? "example.test/main:1" }] },
    },
  },
});
