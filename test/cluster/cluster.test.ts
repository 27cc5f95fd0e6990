import { readFileSync, statSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApiRequest } from "./api-request.ts";
import { type EmbeddedCluster, startCluster } from "./cluster.ts";
import { kubectl } from "./kubectl.ts";
import { failingDeployment, workloads } from "./workloads.ts";

describe("an embedded cluster", () => {
  let cluster: EmbeddedCluster;
  const kube = (...args: string[]) => kubectl(cluster.kubeconfig, args);
  const apply = (object: object) => kubectl(cluster.kubeconfig, ["apply", "-f", "-"], JSON.stringify(object));

  beforeAll(async () => {
    cluster = await startCluster();
  });
  afterAll(() => cluster.stop());

  test("brings workloads to Ready and Jobs to their end", async () => {
    await apply(workloads);
    await kube("rollout", "status", "deployment/web", "--timeout=30s");
    await kube("rollout", "status", "daemonset/agent", "--timeout=30s");
    await kube("rollout", "status", "statefulset/store", "--timeout=30s");
    await kube("wait", "--for=condition=Complete", "job/once", "--timeout=30s");
    const agents = JSON.parse(await kube("get", "pods", "-l", "app=agent", "-o", "json"));
    expect(agents.items.map((pod: { spec: { nodeName: string } }) => pod.spec.nodeName).sort()).toEqual(cluster.nodes);
    await cluster.processes.until("the Service has both pods' addresses", async () => {
      const slices = JSON.parse(
        await kube("get", "endpointslices", "-l", "kubernetes.io/service-name=web", "-o", "json"),
      );
      const endpoints = slices.items.flatMap((slice: { endpoints?: unknown[] }) => slice.endpoints ?? []);
      return endpoints.length === 2;
    });
  });

  test("deletes pods when their owner goes", async () => {
    await apply(failingDeployment("short-lived", {}));
    await kube("rollout", "status", "deployment/short-lived", "--timeout=30s");
    await kube("delete", "deployment", "short-lived", "--cascade=foreground", "--timeout=30s");
    expect(await kube("get", "pods", "-l", "app=short-lived", "-o", "name")).toBe("");
  });

  test.each([
    { name: "image", how: { image: "example.test/does-not-exist:1" }, waiting: "ImagePullBackOff", event: "Failed" },
    { name: "pull", how: { behaviour: "image-pull" }, waiting: "ImagePullBackOff", event: "Failed" },
    { name: "crash", how: { behaviour: "crash-loop" }, waiting: "CrashLoopBackOff", event: "BackOff" },
  ])("lets pods fail visibly: $name, $waiting", async ({ name, how, waiting, event }) => {
    await apply(failingDeployment(name, how));
    const path = "jsonpath={.status.containerStatuses[0].state.waiting.reason}";
    await kube("wait", "pod", "-l", `app=${name}`, "--for=create", "--timeout=30s");
    await kube("wait", "pod", "-l", `app=${name}`, `--for=${path}=${waiting}`, "--timeout=30s");
    const pod = (await kube("get", "pods", "-l", `app=${name}`, "-o", "jsonpath={.items[0].metadata.name}")).trim();
    await cluster.processes.until("the kubelet's event is there", async () => {
      const selector = `involvedObject.name=${pod},type=Warning,reason=${event}`;
      return (await kube("get", "events", "--field-selector", selector, "-o", "name")) !== "";
    });
    await expect(kube("rollout", "status", `deployment/${name}`, "--timeout=1s")).rejects.toThrow("timed out");
  });

  test("keeps a pod unready, and fails a Job, on demand", async () => {
    await kube("run", "unready", "--image=x", "--annotations=kwok-test/fails=readiness");
    await kube("wait", "pod/unready", "--for=jsonpath={.status.phase}=Running", "--timeout=30s");
    await expect(kube("wait", "pod/unready", "--for=condition=Ready", "--timeout=1s")).rejects.toThrow("timed out");
    await kube("run", "broken", "--image=x", "--annotations=kwok-test/fails=exit", "--restart=Never");
    await kube("wait", "pod/broken", "--for=jsonpath={.status.phase}=Failed", "--timeout=30s");
  });

  test("has eight GPUs a node and no more", async () => {
    const pod = (name: string, gpus: string) => ({
      ...{ apiVersion: "v1", kind: "Pod", metadata: { name } },
      spec: { containers: [{ name: "main", image: "x", resources: { limits: { "nvidia.com/gpu": gpus } } }] },
    });
    await apply(pod("eight", "8"));
    await apply(pod("nine", "9"));
    await kube("wait", "pod/eight", "--for=condition=Ready", "--timeout=30s");
    await kube("wait", "pod/nine", "--for=condition=PodScheduled=false", "--timeout=30s");
  });

  test("serves the schemas of its objects", async () => {
    const [v2, v3] = [await cluster.request("GET", "/openapi/v2"), await cluster.request("GET", "/openapi/v3")];
    expect([v2.status, v3.status]).toEqual([200, 200]);
    expect(v2.body).toHaveProperty(["definitions", "io.k8s.api.apps.v1.Deployment"]);
    expect(v3.body).toHaveProperty(["paths", "apis/apps/v1"]);
  });

  test("lets nobody in with a wrong token, and a developer do nothing", async () => {
    const wrong = await cluster.kubeconfigWith({ token: "wrong" });
    await expect(kubectl(wrong, ["get", "pods"])).rejects.toThrow("must be logged in");
    const developer = await cluster.kubeconfigWith({ token: cluster.developerToken });
    await expect(kubectl(developer, ["get", "pods"])).rejects.toThrow(/Forbidden.*"developer"/);
  });

  test("keeps its credentials to itself", () => {
    const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);
    expect([mode(cluster.dir), mode(cluster.kubeconfig)]).toEqual(["700", "600"]);
  });

  test("refuses logs at once instead of waiting for a kubelet", async () => {
    await kube("run", "logless", "--image=x");
    await kube("wait", "pod/logless", "--for=condition=Ready", "--timeout=30s");
    await expect(kube("logs", "logless")).rejects.toThrow("connection refused");
  });

  test("shares nothing with a cluster that runs at the same time", async () => {
    const [a, b] = await Promise.all([startCluster({ nodes: 1 }), startCluster({ nodes: 1 })]);
    try {
      expect(new Set([a.server, b.server, cluster.server]).size).toBe(3);
      await kubectl(a.kubeconfig, ["create", "namespace", "only-in-a"]);
      expect((await b.request("GET", "/api/v1/namespaces/only-in-a")).status).toBe(404);
      // A's client, pointed at B: it does not even send its token to a server with another certificate.
      const certificate = JSON.parse(readFileSync(a.kubeconfig, "utf8")).clusters[0].cluster[
        "certificate-authority-data"
      ];
      const ca = Buffer.from(certificate, "base64").toString("utf8");
      expect(await createApiRequest(b.server, ca, b.adminToken)("GET", "/version")).toMatchObject({ status: 0 });
    } finally {
      await Promise.all([a.stop(), b.stop()]);
    }
  });
});
