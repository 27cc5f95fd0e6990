import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { objectsOf } from "../../../src/kubectl/kubectl-output.ts";
import type { JsonObject } from "../../../src/kubernetes/manifest.ts";
import { digester } from "../../../src/plan/hidden/digest.ts";
import { projection } from "../../../src/plan/hidden/projection.ts";
import { type EmbeddedCluster, startCluster } from "../../cluster/cluster.ts";
import { kubectl } from "../../cluster/kubectl.ts";

let cluster: EmbeddedCluster;
beforeAll(async () => {
  cluster = await startCluster();
  await run(["apply", "--server-side", "--filename=-"], deployment, secret);
});
afterAll(() => cluster?.stop());

const metadata = { name: "projected", namespace: "default", creationTimestamp: null };
const labels = { app: "projected" };
const deployment: JsonObject = {
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata,
  spec: {
    replicas: 0,
    selector: { matchLabels: labels },
    template: {
      metadata: { labels },
      spec: {
        containers: [
          { name: "main", image: "main:1", resources: { limits: { cpu: "1000m" } }, env: [{ name: "A", value: "1" }] },
        ],
        volumes: [{ name: "scratch", emptyDir: {} }],
      },
    },
  },
};
const secret: JsonObject = { apiVersion: "v1", kind: "Secret", metadata, stringData: { password: "hunter2" } };

const run = (args: readonly string[], ...objects: readonly JsonObject[]): Promise<string> =>
  kubectl(cluster.kubeconfig, args, objects.map((object) => JSON.stringify(object)).join("\n---\n"));
const digests = digester({ key: "a key of a test, long enough", hide: (text) => text });
const digestOf = async (wanted: JsonObject): Promise<string> => {
  const [live] = objectsOf(await run(["get", "--filename=-", "--output=json", "--show-managed-fields"], wanted));
  if (live === undefined) throw new Error("it is not there");
  return digests.of(projection(live, wanted), "live");
};
const patch = (kind: string, body: object, ...more: readonly string[]) =>
  run(["patch", kind, "projected", `--patch=${JSON.stringify(body)}`, ...more]);

const pods = (spec: object): object => ({ spec: { template: { spec } } });
const containers = (main: object): object => pods({ containers: [{ name: "main", ...main }] });

describe("the digest of what lies in the cluster", () => {
  it("bears what others than the stack do to an object", async () => {
    const before = [await digestOf(deployment), await digestOf(secret)];
    await patch("deployment", { status: { observedGeneration: 9, replicas: 0 } }, "--subresource=status");
    await patch("deployment", { spec: { revisionHistoryLimit: 3, paused: true } });
    await run(["annotate", "deployment/projected", "secret/projected", "theirs=1"]);
    await run(["label", "deployment/projected", "secret/projected", "theirs=1"]);
    await patch("secret", { data: { theirs: "MQ==" } });
    await run(["apply", "--server-side", "--field-manager=other", "--filename=-"], {
      apiVersion: "apps/v1",
      kind: "Deployment",
      metadata,
      spec: { minReadySeconds: 5 },
    });
    expect([await digestOf(deployment), await digestOf(secret)]).toEqual(before);
  });

  it.each<[string, JsonObject, object, object]>([
    ["a number", deployment, { spec: { replicas: 1 } }, { spec: { replicas: 0 } }],
    ["an image", deployment, containers({ image: "main:2" }), containers({ image: "main:1" })],
    [
      "a variable more",
      deployment,
      containers({ env: [{ name: "B" }] }),
      containers({ env: [{ name: "B", $patch: "delete" }] }),
    ],
    [
      "a container more",
      deployment,
      pods({ containers: [{ name: "side", image: "side:1" }] }),
      pods({ containers: [{ name: "side", $patch: "delete" }] }),
    ],
    ["a password", secret, { stringData: { password: "hunter3" } }, { stringData: { password: "hunter2" } }],
    ["a password that is gone", secret, { data: { password: null } }, { stringData: { password: "hunter2" } }],
  ])("tells a hand edit, and is as before once it is taken back: %s", async (_, wanted, edit, back) => {
    const before = await digestOf(wanted);
    await patch(String(wanted["kind"]), edit);
    expect(await digestOf(wanted)).not.toBe(before);
    await patch(String(wanted["kind"]), back);
    expect(await digestOf(wanted)).toBe(before);
  });
});
