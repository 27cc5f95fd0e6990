import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { openCluster } from "../../../src/machine/cluster/open-cluster.ts";
import { type EmbeddedCluster, startCluster } from "../../cluster/cluster.ts";
import { openRig, type Rig } from "../../deploy/rig.ts";

let embedded: EmbeddedCluster;
let text: string;
let rig: Rig;
beforeAll(async () => {
  embedded = await startCluster({ nodes: 0 });
  text = await readFile(embedded.kubeconfig, "utf8");
});
afterAll(() => embedded?.stop());
beforeEach(async () => {
  rig = await openRig();
});
afterEach(() => rig.close());

const nothing = {
  ...{ kubeconfig: undefined, context: undefined, expectedCluster: undefined },
  timeoutMs: 60_000,
};
const proxies = (): number =>
  execFileSync("ps", ["-eo", "args"], { encoding: "utf8" })
    .split("\n")
    .filter(
      (line) => line.includes("kubectl") && line.includes("unix-socket") && line.includes(rig.outside.scratch.dir),
    ).length;

test("many questions go to the API server by one process, which ends when it is closed", async () => {
  const cluster = await openCluster({ ...nothing, kubeconfigData: text }, rig.outside);
  const api = await cluster.openApi();
  const answers = await Promise.all(
    ["/version", "/api/v1/namespaces/kube-system", "/api/v1/namespaces/nowhere"].map((path) => api.ask({ path })),
  );
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 404]);
  expect(JSON.parse(answers[1]?.text ?? "")).toMatchObject({ metadata: { name: "kube-system" } });
  const review = await api.ask({
    method: "POST",
    path: "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      apiVersion: "authorization.k8s.io/v1",
      kind: "SelfSubjectAccessReview",
      spec: { resourceAttributes: { verb: "get", resource: "pods" } },
    }),
  });
  expect(JSON.parse(review.text)).toMatchObject({ status: { allowed: true } });
  expect(proxies()).toBe(1);
  await api.close();
  expect(proxies()).toBe(0);
  await expect(api.ask({ path: "/version" })).rejects.toThrow(/ECONNREFUSED|ENOENT/);
});

test("no command can be run in a pod through it", async () => {
  const cluster = await openCluster({ ...nothing, kubeconfigData: text }, rig.outside);
  const api = await cluster.openApi();
  const answer = await api.ask({ method: "POST", path: "/api/v1/namespaces/default/pods/x/exec?command=id" });
  expect(answer.status).toBe(403);
  await api.close();
});
