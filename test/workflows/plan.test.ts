import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type EmbeddedCluster, startCluster } from "../cluster/cluster.ts";
import { kubernetesSchemas } from "../kubernetes-schemas.ts";
import { type ActRun, workflowRepository } from "./act.ts";

/** Stands in for actions/upload-artifact and actions/download-artifact: a folder that both jobs see. */
const handOver = (from: string, to: string): object => ({
  name: "hand over",
  description: "hands a plan over",
  runs: {
    using: "composite",
    steps: [{ shell: "bash", run: `mkdir -p "$(dirname "${to}")" && cp "${from}" "${to}"` }],
  },
});

const checkout = { uses: "actions/checkout@v6" };
const download = { uses: "./.github/actions/download" };
const digest = `\${{ needs.plan.outputs.digest }}`;

describe("plan and deploy as two jobs of a workflow", () => {
  const repository = workflowRepository(["fixtures"]);
  let work: string;
  let cluster: EmbeddedCluster;
  let run: ActRun;

  beforeAll(async () => {
    work = mkdtempSync(join(tmpdir(), "prometheus-stack-two-jobs-"));
    const schemas = await kubernetesSchemas();
    cluster = await startCluster({ nodes: 1 });
    const [artifact, downloaded] = [join(work, "artifacts/plan.json"), join(work, "downloaded/plan.json")];
    const local = (name: string, action: object): void => {
      mkdirSync(join(repository.dir, ".github/actions", name), { recursive: true });
      writeFileSync(join(repository.dir, ".github/actions", name, "action.yml"), JSON.stringify(action));
    };
    local("upload", handOver(join(work, "plan/plan.json"), artifact));
    local("download", handOver(artifact, downloaded));
    const action = (id: string, inputs: Readonly<Record<string, string>>): readonly object[] => [
      {
        uses: "./",
        id,
        "continue-on-error": true,
        with: {
          path: "fixtures/prometheus-stack",
          chart: "fixtures/charts/kube-prometheus-stack",
          "schema-locations": schemas,
          kubeconfig: cluster.kubeconfig,
          "plan-key": "the-key-that-both-jobs-share",
          "report-dir": join(work, id),
          ...inputs,
        },
      },
      {
        run: 'echo "$ID|$REASON|$CHANGES|$REVISION" >> "$RESULTS"',
        env: {
          ID: id,
          REASON: `\${{ steps.${id}.outputs.failure-reason }}`,
          CHANGES: `\${{ steps.${id}.outputs.changes }}`,
          REVISION: `\${{ steps.${id}.outputs.release-revision }}`,
        },
      },
    ];
    const deploy = (id: string, planDigest: string): readonly object[] =>
      action(id, { mode: "deploy", "verify-timeout": "0s", "plan-file": downloaded, "plan-digest": planDigest });
    const exchange = `sed -i 's/"action":"create"/"action":"update"/' "${downloaded}"`;
    const forge = `echo "digest=sha256:$(sha256sum "${downloaded}" | cut -d' ' -f1)" >> "$GITHUB_OUTPUT"`;
    run = await repository.push({
      on: "push",
      jobs: {
        plan: {
          "runs-on": "ubuntu-latest",
          outputs: { digest: `\${{ steps.plan.outputs.plan-digest }}` },
          steps: [checkout, ...action("plan", { mode: "plan" }), { uses: "./.github/actions/upload" }],
        },
        refused: {
          needs: "plan",
          "runs-on": "ubuntu-latest",
          steps: [
            ...[checkout, download, { run: exchange }],
            ...deploy("exchanged", digest),
            { id: "forge", run: forge },
            ...deploy("forged", `\${{ steps.forge.outputs.digest }}`),
          ],
        },
        deploy: {
          needs: ["plan", "refused"],
          "runs-on": "ubuntu-latest",
          steps: [checkout, download, ...deploy("deploy", digest), ...action("after", { mode: "plan" })],
        },
      },
    });
  }, 400_000);

  afterAll(async () => {
    repository.remove();
    await cluster?.stop();
    rmSync(work, { recursive: true, force: true });
  });

  const errorOf = (id: string): string => JSON.parse(readFileSync(join(work, id, "report.json"), "utf8")).error.message;

  test("the plan is carried out by the digest of the plan job's output, and nothing is left to do", () => {
    expect(run.code, run.log.slice(-5000)).toBe(0);
    expect(run.results, run.log.slice(-5000)).toEqual([
      "plan||true|",
      "exchanged|plan-changed||",
      "forged|plan-changed|true|",
      "deploy||true|1",
      "after||false|",
    ]);
  });

  test("an exchanged artifact is refused by the digest, and with a digest of its own by what it says", () => {
    expect(errorOf("exchanged")).toContain("is not the plan that was approved");
    expect(errorOf("forged")).toMatch(/ approved was update, now it is create/);
  });
});
