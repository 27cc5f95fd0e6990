import { readFileSync } from "node:fs";
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { KitMode } from "../../scripts/docs/rbac/kit-text.ts";
import { runAction } from "../../scripts/run-action.ts";
import { type EmbeddedCluster, startCluster } from "../cluster/cluster.ts";
import { kubectl } from "../cluster/kubectl.ts";
import { schemaErrors } from "../report/report-schema.ts";
import { helmMajors } from "../run/part.ts";
import { checkCommands, tool, toolsDir } from "../tools-dir.ts";
import { applyText, kubeconfigOf } from "./accounts.ts";
import { type Audit, isWrite, openAudit, tellAsked } from "./audit.ts";
import { exampleChart, exampleStack, repository } from "./stack-sources.ts";

const accounts = "prometheus-stack-ci";
/** KPS_CHART: a folder with the real chart, which is not part of the repository. */
const real = process.env["KPS_CHART"] ?? "";

/** An exporter that runs in the cluster as the gpu-operator deploys it, with the example's own list of counters. */
const exporter = `
apiVersion: v1
kind: Namespace
metadata: { name: gpu-operator }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: metrics-config, namespace: gpu-operator }
data:
  dcgm-metrics.csv: |
${readFileSync(join(exampleStack, "upstream/dcgm-metrics.csv"), "utf8").replace(/^/gm, "    ")}
---
apiVersion: apps/v1
kind: DaemonSet
metadata: { name: nvidia-dcgm-exporter, namespace: gpu-operator, labels: { app: nvidia-dcgm-exporter } }
spec:
  selector: { matchLabels: { app: nvidia-dcgm-exporter } }
  template:
    metadata: { labels: { app: nvidia-dcgm-exporter } }
    spec:
      containers:
        - name: nvidia-dcgm-exporter
          image: nvcr.io/nvidia/k8s/dcgm-exporter:4.6.0-4.8.3-distroless
          env: [{ name: DCGM_EXPORTER_COLLECTORS, value: /etc/dcgm-exporter/dcgm-metrics.csv }]
          ports: [{ name: metrics, containerPort: 9400 }]
          volumeMounts: [{ name: metrics-config, mountPath: /etc/dcgm-exporter/dcgm-metrics.csv, subPath: dcgm-metrics.csv }]
      volumes: [{ name: metrics-config, configMap: { name: metrics-config } }]
---
apiVersion: v1
kind: Service
metadata: { name: nvidia-dcgm-exporter, namespace: gpu-operator, labels: { app: nvidia-dcgm-exporter } }
spec: { selector: { app: nvidia-dcgm-exporter }, ports: [{ name: gpu-metrics, port: 9400, targetPort: 9400 }] }
`;

describe.each(helmMajors())("each mode with no more than docs/rbac grants, helm %i", (major) => {
  let cluster: EmbeddedCluster;
  let audit: Audit;
  let work: string;
  let tools: string;
  beforeAll(async () => {
    audit = await openAudit(accounts);
    work = await mkdtemp(join(tmpdir(), "rbac-test-"));
    cluster = await startCluster({ apiServerArgs: audit.apiServerArgs });
    await applyText(cluster, exporter);
    for (const mode of ["check", "plan", "deploy", "verify"])
      await applyText(cluster, await readFile(join(repository, `docs/rbac/${mode}.yaml`), "utf8"));
    tools = await toolsWith(major);
    await cp(exampleStack, join(work, "prometheus-stack"), { recursive: true });
    await cp(real === "" ? exampleChart : resolve(repository, real), join(work, "chart"), { recursive: true });
  });
  afterAll(async () => {
    await cluster?.stop();
    await audit?.close();
    await rm(work, { recursive: true, force: true });
    if (major === 3) await rm(tools, { recursive: true, force: true });
  });

  const toolsWith = async (helmMajor: 3 | 4): Promise<string> => {
    if (helmMajor === 4) return toolsDir(checkCommands);
    const dir = await mkdtemp(join(tmpdir(), "rbac-tools-"));
    for (const name of checkCommands) await symlink(await tool(name === "helm" ? "helm3" : name), join(dir, name));
    return dir;
  };

  const run = async (mode: KitMode, more: Readonly<Record<string, string>> = {}) => {
    const kubeconfig = await kubeconfigOf(cluster, accounts, `prometheus-stack-${mode}`);
    const done = await runAction({
      entry: "src/main.ts",
      inputs: {
        // Nothing runs here that could be seen.
        "verify-timeout": "0s",
        ...{ mode, kubeconfig, tools: "path", chart: "chart", "schema-locations": "cluster" },
        ...{ "report-dir": join(work, "report"), "allow-data-loss": "", ...more },
      },
      tools,
      workspace: work,
      // Only what bears the stamp of a run is pruned.
      env: { GITHUB_REPOSITORY: "acme/stack", GITHUB_SHA: "a".repeat(40), GITHUB_RUN_ID: "7" },
      show: false,
    });
    return { ...done, forbidden: refused(`prometheus-stack-${mode}`) };
  };
  const refused = (account: string): readonly string[] =>
    audit
      .asked()
      .filter(({ user, status }) => user === account && status === 403)
      .map(tellAsked);
  const writes = (account: string): readonly string[] =>
    audit
      .asked()
      .filter((one) => one.user === account && isWrite(one))
      .map(tellAsked);
  const change = async (file: string, from: string, to: string): Promise<void> => {
    const path = join(work, file);
    const text = await readFile(path, "utf8");
    if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
    await writeFile(path, text.replace(from, to));
  };

  test("mode check reads schemas and the exporter", async () => {
    const done = await run("check", { exporter: "cluster" });
    expect(done, done.output).toMatchObject({ code: 0, forbidden: [] });
    expect(audit.asked().filter(({ resource }) => resource === "pods").length).toBeGreaterThan(0);
    expect(writes("prometheus-stack-check")).toEqual([]);
  });

  test("mode plan plans a first install and writes nothing", async () => {
    const done = await run("plan");
    expect(done, done.output).toMatchObject({ code: 0, forbidden: [], outputs: { "to-update": "1" } });
    expect(done.output).not.toMatch(/permission/);
    expect(Number(done.outputs["to-create"])).toBeGreaterThan(60);
    expect(writes("prometheus-stack-plan")).toEqual([]);
  });

  test("mode deploy installs all of it", async () => {
    const done = await run("deploy");
    expect(done, done.output).toMatchObject({ code: 0, forbidden: [] });
  });

  test("mode plan finds nothing to change after that", async () => {
    const done = await run("plan");
    expect(done, done.output).toMatchObject({ code: 0, forbidden: [], outputs: { changes: "false" } });
    expect(writes("prometheus-stack-plan")).toEqual([]);
  });

  test("mode verify looks at all of it and writes nothing", async () => {
    const done = await run("verify", { "verify-timeout": "1s" });
    expect(done, done.output).toMatchObject({ code: 1, outputs: { "failure-reason": "verify-failed" } });
    // Nothing runs at the addresses of simulated pods, and the API server's proxy answers that with 403, too.
    expect(done.forbidden.filter((one) => !one.includes("/services/proxy "))).toEqual([]);
    expect(done.output).toContain("No operator has taken it up");
    expect(audit.asked().filter(({ resource }) => resource === "prometheuses").length).toBeGreaterThan(0);
    expect(writes("prometheus-stack-verify")).toEqual([]);
  });

  test.skipIf(real !== "")("mode plan plans changes, of roles too, and mode deploy carries them out", async () => {
    const chart = "chart/charts/grafana/templates";
    await change("prometheus-stack/overlays/alerting/gpu-usage.yaml", "for: ", "keep_firing_for: 1m\n          for: ");
    await change(`${chart}/clusterrole.yaml`, "verbs: [get, watch, list]", "verbs: [get, list]");
    await change(`${chart}/service.yaml`, "spec:", "spec:\n  sessionAffinity: ClientIP");
    await rm(join(work, "chart/templates/grafana/dashboards-1.14/nodes.yaml"));
    const planned = await run("plan");
    expect(planned, planned.output).toMatchObject({ code: 0, forbidden: [] });
    expect(planned.outputs).toMatchObject({ "to-create": "0", "to-delete": "1" });
    expect(Number(planned.outputs["to-update"])).toBeGreaterThan(2);
    const done = await run("deploy");
    expect(done, done.output).toMatchObject({ code: 0, forbidden: [] });
    expect(await run("plan")).toMatchObject({ code: 0, outputs: { changes: "false" } });
    expect(writes("prometheus-stack-plan")).toEqual([]);
  });

  test.skipIf(real !== "")("a deploy that fails is taken back whole", async () => {
    const rule = "prometheus-stack/overlays/alerting/gpu-usage.yaml";
    const grafana = "chart/charts/grafana/templates/deployment.yaml";
    const [mark, fails] = ["default-container: grafana", "kwok-test/fails: readiness"];
    await change(rule, "keep_firing_for: 1m", "keep_firing_for: 2m");
    await change(grafana, mark, `${mark}\n        ${fails}`);
    const done = await run("deploy", { "rollback-on-failure": "true", timeout: "20s" });
    expect(done, done.output).toMatchObject({ code: 1, forbidden: [], outputs: { "failure-reason": "timeout" } });
    expect(done.summary).toMatch(/compared with what was there before the deploy: 0 differences\./);
    const report = JSON.parse(await readFile(done.outputs["report-path"] ?? "", "utf8"));
    expect(schemaErrors(report)).toEqual([]);
    expect(report.stages.slice(-3)).toMatchObject([
      { name: "deploy", status: "failed" },
      { name: "verify", status: "skipped" },
      { name: "rollback", status: "passed" },
    ]);
    expect(done.outputs["release-revision"]).toBe(String(report.rollback.release.revision));
    await change(rule, "keep_firing_for: 2m", "keep_firing_for: 1m");
    await change(grafana, `\n        ${fails}`, "");
    expect(await run("plan")).toMatchObject({ code: 0, outputs: { changes: "false" } });
  });

  test("an object that the tree has no more is pruned", async () => {
    await change("prometheus-stack/overlays/alerting/kustomization.yaml", "  - gpu-usage.yaml\n", "");
    await rm(join(work, "prometheus-stack/overlays/alerting/gpu-usage.yaml"));
    const done = await run("deploy", { prune: "true", "fail-on": "never" });
    expect(done, done.output).toMatchObject({ code: 0, forbidden: [] });
    expect(await kubectl(cluster.kubeconfig, ["get", "prometheusrules", "-n", "monitoring", "-o", "name"])).not.toMatch(
      /gpu-usage/,
    );
  });
});
