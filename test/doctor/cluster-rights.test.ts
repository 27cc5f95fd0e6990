import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type EmbeddedCluster, startCluster } from "../cluster/cluster.ts";
import { kubernetesSchemas, kubernetesVersion } from "../kubernetes-schemas.ts";
import { checkCommands, toolsDir } from "../tools-dir.ts";
import { consult, type Told } from "./consult.ts";

const project = resolve(import.meta.dirname, "../..");
const work = mkdtempSync(join(tmpdir(), "prometheus-stack-doctor-"));
const stack = join(work, "repository");
let cluster: EmbeddedCluster;
let usual: readonly string[];
let env: Readonly<Record<string, string>>;

beforeAll(async () => {
  cluster = await startCluster({ nodes: 0 });
  mkdirSync(join(stack, ".git"), { recursive: true });
  cpSync(join(project, "fixtures/prometheus-stack"), join(stack, "prometheus-stack"), { recursive: true });
  usual = [
    ...["--chart", join(project, "fixtures/charts/kube-prometheus-stack"), "--tools", "path"],
    ...["--schema-locations", await kubernetesSchemas(), "--kubernetes-version", kubernetesVersion],
  ];
  env = { PATH: await toolsDir(checkCommands), HOME: work, XDG_CACHE_HOME: join(work, "cache") };
});
afterAll(async () => {
  await cluster?.stop();
  rmSync(work, { recursive: true, force: true });
});

const look = (mode: string, kubeconfig: string): Promise<Told> =>
  consult(["--mode", mode, "--kubeconfig", kubeconfig, ...usual], { cwd: stack, env });

const rightsIn = ({ diagnoses }: Told) => diagnoses.find(({ subject }) => subject === "cluster rights");

describe("doctor, asked of a real API server:", () => {
  test.for(["plan", "verify", "deploy"])("an administrator may do all that %s asks for", async (mode) => {
    const told = await look(mode, cluster.kubeconfig);
    expect(rightsIn(told), told.stdout).toMatchObject({ state: "good" });
    expect(told.code).toBe(0);
  });

  test("an account without rights cannot plan: the rights are named, and where an account with them is", async () => {
    const told = await look("plan", await cluster.kubeconfigWith({ token: cluster.developerToken }));
    expect(told.of("stops"), told.stdout).toEqual(["cluster rights"]);
    const said = rightsIn(told)?.said ?? "";
    expect(said).toContain("get on secrets in namespace monitoring");
    expect(rightsIn(told)?.repair).toContain("/docs/rbac/plan.yaml");
  });

  test("such an account verifies, and sees less", async () => {
    const told = await look("verify", await cluster.kubeconfigWith({ token: cluster.developerToken }));
    expect(rightsIn(told), told.stdout).toMatchObject({ state: "lacks" });
    expect(told.code).toBe(0);
  });

  test("a token that the server does not accept", async () => {
    const told = await look("plan", await cluster.kubeconfigWith({ token: "not-a-token" }));
    expect(told.of("stops"), told.stdout).toEqual(["cluster"]);
    expect(told.stdout).toContain("does not accept the credentials");
  });

  test("another cluster than the target's", async () => {
    const other = "0f1e2d3c-0000-4000-8000-000000000001";
    writeFileSync(join(stack, ".prometheus-stack.yaml"), `targets:\n  staging:\n    expected-cluster: ${other}\n`);
    const told = await consult(
      ["--mode", "plan", "--target", "staging", "--kubeconfig", cluster.kubeconfig, ...usual],
      { cwd: stack, env },
    );
    rmSync(join(stack, ".prometheus-stack.yaml"));
    expect(told.of("stops"), told.stdout).toEqual(["cluster"]);
    expect(told.stdout).toContain(other);
  });
});
