import { execFileSync } from "node:child_process";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { nameOf } from "../../src/core/finding.ts";
import { DeployFailed } from "../../src/deploy/deploy-failed.ts";
import type { Cluster } from "../../src/outside/cluster.ts";
import { commandLine } from "../../src/outside/command-line.ts";
import type { Helm } from "../../src/outside/helm.ts";
import { readDeployed } from "../../src/plan/order/deployed-state.ts";
import { type EmbeddedCluster, startCluster } from "../cluster/cluster.ts";
import { helmMajors } from "../run/part.ts";
import { deploymentOf, deployNow, openRig, openTestCluster, type Rig } from "./rig.ts";
import { crd, writeSmallChart } from "./small-chart.ts";

let embedded: EmbeddedCluster;
beforeAll(async () => {
  embedded = await startCluster();
});
afterAll(() => embedded?.stop());

let rig: Rig;
let cluster: Cluster;
let chart: string;
let count = 0;
let namespace: string;
beforeEach(async () => {
  rig = await openRig();
  cluster = await openTestCluster(rig, embedded.kubeconfig);
  chart = await writeSmallChart(rig);
  count += 1;
  namespace = `case-${count}`;
});
afterEach(() => rig.close());

type Options = Partial<Parameters<typeof deploymentOf>[3]> & { readonly helm?: Helm; readonly cluster?: Cluster };

const deployment = async ({ helm, cluster: other, ...options }: Options = {}) =>
  deploymentOf(rig, other ?? cluster, helm ?? (await rig.helm(4)), { chart, namespace, timeoutMs: 15_000, ...options });

const failure = async (options: Options = {}): Promise<DeployFailed> => {
  const thrown = await deployNow(await deployment(options)).catch((error: unknown) => error);
  if (thrown instanceof DeployFailed) return thrown;
  throw thrown instanceof Error ? thrown : new Error("the deploy went well");
};

const configMap = (name: string, data: string, where = namespace): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: ${name}, namespace: ${where} }\ndata: ${data}\n`;

const kubectl = async (args: readonly string[], stdin?: string): Promise<string> => {
  const done = await cluster.kubectl(commandLine({ verb: args }), stdin === undefined ? {} : { stdin });
  if (done.code !== 0) throw new Error(done.stderr);
  return done.stdout;
};

describe.each(helmMajors())("a failed rollout with helm %i", (major) => {
  test("an image that cannot be pulled: the pod's state and its events", async () => {
    const error = await failure({
      helm: await rig.helm(major),
      sets: ["image=registry.test/does-not-exist:1"],
      timeoutMs: 8000,
    });
    expect(error.reason).toBe("timeout");
    expect(error.message).toContain("ImagePullBackOff");
    expect(error.report.release).toMatchObject({ revision: 1, status: "failed" });
    expect(error.report.workloads).toMatchObject([{ ref: { kind: "Deployment", name: "app" }, ready: 0, desired: 1 }]);
    expect(error.report.notReady).toMatchObject([
      {
        ref: { kind: "Deployment", namespace, name: "app" },
        why: "0 of 1 replicas ready",
        containers: [{ container: "main", state: expect.stringMatching(/^waiting: ImagePullBackOff: /), restarts: 0 }],
        events: [
          { object: expect.stringMatching(/^Pod app-/), reason: "Failed", message: "Failed to pull image: not found" },
        ],
      },
    ]);
  });

  test("a hook that fails: its Job and how its container ended", async () => {
    const error = await failure({ helm: await rig.helm(major), sets: ["hook=exit"], timeoutMs: 20_000 });
    expect(["apply-failed", "timeout"]).toContain(error.reason);
    expect(error.report.notReady).toMatchObject([
      {
        ref: { kind: "Job", namespace, name: "prepare" },
        containers: [{ container: "main", state: "terminated: Error, exit code 1" }],
      },
    ]);
  });

  test("an upgrade that broke is mended by the next deploy", async () => {
    const helm = await rig.helm(major);
    await failure({ helm, sets: ["image=registry.test/does-not-exist:1"], timeoutMs: 3000 });
    const report = await deployNow(await deployment({ helm, timeoutMs: 60_000 }));
    expect(report).toMatchObject({ release: { revision: 2, status: "deployed" }, notReady: [] });
  });
});

test("a deploy that fails early forgets nothing of what earlier ones put there", async () => {
  const overlays = [configMap("later", '{ a: "1" }')];
  await deployNow(await deployment({ overlays }));
  const error = await failure({ overlays: [configMap("later", '{ a: "2" }')], sets: ["hook=exit"], timeoutMs: 20_000 });
  expect(error.report.objects.map(({ ref }) => ref.name)).not.toContain("later");
  expect(await readDeployed(cluster, { name: "stack", namespace })).toMatchObject({
    deployed: { objects: [expect.objectContaining({ name: "later" })] },
  });
});

describe("what the cluster refuses", () => {
  test("an overlay's workload that never becomes ready", async () => {
    const overlay = `apiVersion: apps/v1
kind: DaemonSet
metadata: { name: probe, namespace: ${namespace} }
spec:
  selector: { matchLabels: { app: probe } }
  template:
    metadata: { labels: { app: probe }, annotations: { kwok-test/fails: crash-loop } }
    spec: { containers: [{ name: main, image: registry.test/probe:1 }] }
`;
    const error = await failure({ overlays: [overlay], timeoutMs: 12_000 });
    expect(error.reason).toBe("timeout");
    expect(error.report.release?.status).toBe("deployed");
    expect(error.report.notReady).toMatchObject([
      {
        ref: { kind: "DaemonSet", name: "probe" },
        containers: Array(2).fill({
          container: "main",
          restarts: 3,
          state:
            "waiting: CrashLoopBackOff: back-off restarting failed container; before: terminated: Error, exit code 1",
        }),
      },
    ]);
  });

  test("one object of several: the others are applied and reported, it is named", async () => {
    const overlays = [
      configMap("first", '{ a: "1" }'),
      configMap("Bad_Name", '{ a: "1" }'),
      configMap("last", '{ a: "1" }'),
    ];
    const error = await failure({ overlays });
    expect(error.reason).toBe("apply-failed");
    expect(error.message).toContain(`ConfigMap ${namespace}/Bad_Name`);
    expect(error.report.objects.filter(({ layer }) => layer === "overlay").map(({ ref }) => ref.name)).toEqual([
      "first",
      "last",
    ]);
  });

  test("a namespace that nobody makes", async () => {
    const error = await failure({ createNamespace: false });
    expect(error.reason).toBe("apply-failed");
    expect(error.message).toContain(
      `Deployment ${namespace}/app: the namespace ${namespace} is not there, and nothing of this plan makes it`,
    );
    expect(error.hint).toContain("Add the namespace to base");
    expect(error.report).toMatchObject({ release: null, objects: [] });
  });

  test("a kind that the cluster does not know", async () => {
    const unknown = `apiVersion: cert.example/v1\nkind: Certificate\nmetadata: { name: c, namespace: ${namespace} }\n`;
    const error = await failure({ overlays: [`${configMap("a", "{}")}---\n${unknown}`] });
    expect(error).toMatchObject({
      reason: "apply-failed",
      message: expect.stringContaining(`Certificate ${namespace}/c`),
    });
    expect(error.hint).toContain("CustomResourceDefinitions");
  });

  test("a Secret's value stays out of the message", async () => {
    const secret = `apiVersion: v1\nkind: Secret\nmetadata: { name: s, namespace: ${namespace} }\ndata: { password: "hunter2-!!!" }\n`;
    const error = await failure({ overlays: [secret] });
    expect(error.reason).toBe("apply-failed");
    expect(error.message).not.toContain("hunter2");
  });

  test("an account without permissions: the first that is missing is named", async () => {
    const kubeconfig = await embedded.kubeconfigWith({ token: embedded.developerToken });
    const limited = await openTestCluster(rig, kubeconfig);
    await expect(deployNow(await deployment({ cluster: limited }))).rejects.toMatchObject({
      reason: "unauthorized",
      message: expect.stringContaining(`list on secrets in namespace ${namespace}`),
    });
  });

  test("an account that may not write one object: the permission is named", async () => {
    await kubectl(["create", "namespace", namespace]);
    await kubectl([
      "create",
      "clusterrole",
      `${namespace}-most`,
      "--verb=*",
      "--resource=secrets,deployments.apps,jobs.batch,pods,events,customresourcedefinitions.apiextensions.k8s.io,namespaces,replicasets.apps,statefulsets.apps,daemonsets.apps",
    ]);
    await kubectl(["create", "clusterrolebinding", namespace, `--clusterrole=${namespace}-most`, "--user=developer"]);
    await kubectl(["create", "role", "reader", "-n", namespace, "--verb=get", "--resource=configmaps"]);
    await kubectl(["create", "role", "lock", "-n", "default", "--verb=get,create,update", "--resource=leases"]);
    await kubectl(["create", "rolebinding", "lock", "-n", "default", "--role=lock", "--user=developer"]);
    await kubectl(["create", "rolebinding", "reader", "-n", namespace, "--role=reader", "--user=developer"]);
    const kubeconfig = await embedded.kubeconfigWith({ token: embedded.developerToken });
    const limited = await openTestCluster(rig, kubeconfig);
    const error = await failure({ cluster: limited, overlays: [configMap("a", "{}")], createNamespace: false });
    expect(error.reason).toBe("unauthorized");
    for (const verb of ["create", "patch"])
      expect(error.message).toContain(`  - ${verb} on configmaps in namespace ${namespace}`);
    expect(error.message).not.toContain("deployments");
    expect(error.report).toMatchObject({ release: null, objects: [] });
    expect(await kubectl(["get", "deployments,secrets", "-n", namespace, "-o", "name"])).toBe("");
  });
});

describe("what somebody did by hand before", () => {
  test("what a client-side kubectl apply set to the same value is taken over, and can be changed from then on", async () => {
    await kubectl(["create", "namespace", namespace]);
    await kubectl(["apply", "-f", "-"], configMap("a", '{ x: "1" }'));
    const actions = [];
    for (const data of ['{ x: "1" }', '{ x: "1" }', '{ z: "2" }']) {
      const report = await deployNow(await deployment({ overlays: [configMap("a", data)] }));
      actions.push(report.objects.at(-1)?.action);
    }
    expect(actions).toEqual(["configured", "unchanged", "configured"]);
    expect(JSON.parse(await kubectl(["get", "cm", "a", "-n", namespace, "-o", "json"])).data).toEqual({ z: "2" });
  });

  test("what it set to another value is not taken, and the release is not touched", async () => {
    await kubectl(["create", "namespace", namespace]);
    await kubectl(["apply", "-f", "-"], configMap("a", '{ x: "1" }'));
    const error = await failure({ overlays: [configMap("b", "{}"), configMap("a", '{ x: "2" }')] });
    expect(error).toMatchObject({ reason: "owned-elsewhere", report: { release: null } });
    expect(error.message).toContain(`ConfigMap ${namespace}/a: .data.x (held by kubectl-client-side-apply)`);
  });

  test("a CRD that was changed is put right again", async () => {
    await kubectl(
      ["apply", "--server-side", "--force-conflicts", "--field-manager=somebody", "-f", "-"],
      crd.replace("spec: { type: object,", "spec: { type: object, description: drifted,"),
    );
    const report = await deployNow(await deployment());
    expect(report.objects).toMatchObject([
      { layer: "crds", action: "configured" },
      { layer: "release", action: "created" },
    ]);
    expect(await kubectl(["get", "crd", "widgets.test.example", "-o", "json"])).not.toContain("drifted");
  });

  test("YAML is read as kubectl reads it", async () => {
    const overlay = `apiVersion: apps/v1
kind: Deployment
metadata: { name: d, namespace: ${namespace} }
spec:
  selector: { matchLabels: { app: d } }
  template:
    metadata: { labels: { app: d } }
    spec:
      hostNetwork: yes
      containers: [{ name: main, image: "registry.test/d:1" }]
      volumes: [{ name: v, emptyDir: {} }, { name: c, configMap: { name: c, optional: on, defaultMode: 0644 } }]
`;
    await deployNow(await deployment({ overlays: [overlay] }));
    const live = JSON.parse(await kubectl(["get", "deployment", "d", "-n", namespace, "-o", "json"]));
    expect(live.spec.template.spec.volumes[1].configMap).toMatchObject({ optional: true, defaultMode: 420 });
    const again = await deployNow(await deployment({ overlays: [overlay] }));
    expect(again.objects.at(-1)).toMatchObject({ ref: { name: "d" }, action: "unchanged" });
  });
});

describe("an admission webhook with failurePolicy Fail that does not answer", () => {
  const webhook = (): string =>
    JSON.stringify({
      apiVersion: "admissionregistration.k8s.io/v1",
      kind: "ValidatingWebhookConfiguration",
      metadata: { name: namespace },
      webhooks: [
        {
          name: "judge.test.example",
          clientConfig: { service: { namespace, name: "nobody", path: "/" } },
          rules: [
            { apiGroups: [""], apiVersions: ["v1"], operations: ["CREATE", "UPDATE"], resources: ["configmaps"] },
          ],
          namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": namespace } },
          failurePolicy: "Fail",
          sideEffects: "None",
          admissionReviewVersions: ["v1"],
        },
      ],
    });

  test("is waited for", async () => {
    await kubectl(["apply", "-f", "-"], webhook());
    const info = async (line: string): Promise<void> => {
      if (line.startsWith("Waiting for an admission webhook"))
        await kubectl(["delete", "validatingwebhookconfiguration", namespace, "--ignore-not-found"]);
    };
    rig = { ...rig, outside: { ...rig.outside, log: { ...rig.outside.log, info } } };
    const report = await deployNow(await deployment({ overlays: [configMap("a", "{}")], timeoutMs: 60_000 }));
    expect(report.objects.at(-1)).toMatchObject({ ref: { name: "a" }, action: "created" });
  });

  test("stops the deploy when the time is up, and is told", async () => {
    await kubectl(["apply", "-f", "-"], webhook());
    const error = await failure({ overlays: [configMap("a", "{}")], timeoutMs: 8000 });
    expect(error.reason).toBe("apply-failed");
    expect(error.message).toContain('failed calling webhook "judge.test.example"');
  });
});

describe("cancelled", () => {
  test.each([3, 4] as const)(
    "in the middle of helm %i: its process is gone, and what was done is reported",
    async (major) => {
      const real = await rig.helm(major);
      let upgrading = (): void => {};
      const started = new Promise<void>((resolve) => {
        upgrading = resolve;
      });
      const helm: Helm = {
        ...real,
        run: (args, options) => {
          if (args[0] === "upgrade") upgrading();
          return real.run(args, options);
        },
      };
      const base = `apiVersion: v1\nkind: Namespace\nmetadata: { name: ${namespace} }\n`;
      const running = failure({ helm, base, sets: ["image=registry.test/does-not-exist:1"], timeoutMs: 60_000 });
      await started;
      const pods = commandLine({ verb: ["get", "deployment", "app", "-n", namespace] });
      while ((await cluster.kubectl(pods)).code !== 0) await new Promise((resolve) => setTimeout(resolve, 100));
      rig.cancel();
      const error = await running;
      expect(error.reason).toBe("cancelled");
      expect(error.report.objects.map(({ ref }) => nameOf(ref))).toContain(`Namespace ${namespace}`);
      const processes = execFileSync("ps", ["-eo", "args"], { encoding: "utf8" });
      expect(processes).not.toContain(rig.outside.workspace.root);
    },
  );
});
