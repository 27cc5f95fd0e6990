import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { type EmbeddedCluster, startCluster } from "../cluster/cluster.ts";
import { workflowRun } from "../gate/workflow-run.ts";
import { kubernetesSchemas } from "../kubernetes-schemas.ts";
import { githubRest } from "../loopback-servers/github-rest.ts";
import { guard, startRegistry } from "../loopback-servers/oci-registry.ts";
import { selfSigned } from "../loopback-servers/self-signed.ts";
import { blocksOf } from "../pages/markdown.ts";
import { tool } from "../tools-dir.ts";
import { type ActJob, type ActRun, jobsIn, workflowRepository } from "./act.ts";
import { ourAction, pageWorkflows } from "./page-workflows.ts";
import { standInsFor } from "./stand-ins.ts";

const root = resolve(import.meta.dirname, "../..");
const workflows: Readonly<Record<string, string>> = Object.fromEntries(
  pageWorkflows().map(({ name, text }) => [name, text]),
);
const textOf = (name: string): string => {
  const text = workflows[name];
  if (text === undefined) throw new Error(`no page has a workflow ${name}`);
  return text;
};

const login = "the login needs an account at that cloud: a stand-in lets everybody in";
/** What act has not, by workflow; all else of them runs. */
const notUnderAct: Readonly<Record<string, string>> = {
  "gated-deploy-0": "act has no environments, and no queue of deploys: secrets are the run's own",
  "gated-deploy-1":
    "act has no environments, and nobody who approves: artifacts are in a folder, and the target is not gated; test/gate/prove-gate-at-github.test.ts has the gate",
  "gated-deploy-2": login,
  "gated-deploy-3": login,
  "gated-deploy-4": login,
  "results-0": "GitHub keeps artifacts: a stand-in keeps them in a folder",
  "results-1": "GitHub keeps artifacts and pull requests: stand-ins keep both",
};

const repository = workflowRepository([]);
const work = mkdtempSync(join(tmpdir(), "prometheus-stack-pages-"));
const archive = "charts/kube-prometheus-stack-88.5.3.tgz";
const ran = new Set<string>();
let cluster: EmbeddedCluster;
let schemas: string;

beforeAll(async () => {
  cpSync(join(root, "fixtures/prometheus-stack"), join(repository.dir, "prometheus-stack"), { recursive: true });
  [schemas, cluster] = await Promise.all([kubernetesSchemas(), startCluster({ nodes: 1 })]);
  const chart = join(root, "fixtures/charts/kube-prometheus-stack");
  const folder = join(repository.dir, "charts");
  execFileSync(await tool("helm"), ["package", chart, "--version", "88.5.3", "--destination", folder]);
});

afterAll(async () => {
  repository.remove();
  await cluster?.stop();
  rmSync(work, { recursive: true, force: true });
});

interface Job {
  readonly concurrency?: { queue?: unknown };
  readonly steps: readonly { readonly uses?: string; with?: Readonly<Record<string, unknown>> }[];
}

/** A workflow whose steps are told what a machine without the internet has to be told, where they do not say it. */
const offline = (text: string, told: Readonly<Record<string, string>>): string => {
  const workflow = parse(text);
  for (const { concurrency, steps } of Object.values<Job>(workflow.jobs)) {
    // act 0.2.89 does not know it, and refuses the workflow.
    delete concurrency?.queue;
    for (const step of steps)
      if (step.uses?.search(ourAction) === 0 && step.with?.["mode"] !== "report") step.with = { ...told, ...step.with };
  }
  return stringify(workflow);
};

interface Setting {
  readonly event: { readonly name: string; readonly payload?: object };
  readonly env?: Readonly<Record<string, string>>;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly vars?: Readonly<Record<string, string>>;
  /** Told to our steps beyond chart and schemas. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** What stands in the texts for what only the reader has. */
  readonly exchanged?: Readonly<Record<string, string>>;
}

/** Runs workflows of the pages under act, all at once; answers their jobs by `workflow/job`. */
const run = async (
  names: readonly string[],
  { exchanged = {}, inputs = {}, env, ...setting }: Setting,
): Promise<ActRun & { readonly jobs: Readonly<Record<string, ActJob>> }> => {
  const exchange = (text: string): string =>
    Object.entries(exchanged).reduce((changed, [from, to]) => changed.replaceAll(from, to), text);
  const told = { chart: archive, "schema-locations": schemas, ...inputs };
  const texts = names.map((name) => [name, offline(exchange(textOf(name)), told)] as const);
  const all = texts.map(([, text]) => text).join("\n");
  const done = await repository.run({
    ...setting,
    workflows: Object.fromEntries(texts),
    env: { GITHUB_REPOSITORY: "acme/stack", ...env },
    actions: {
      ...standInsFor(all, { folder: work, kubeconfig: cluster.kubeconfig }),
      ...Object.fromEntries([...all.matchAll(ourAction)].map(([uses]) => [uses, repository.dir])),
    },
  });
  for (const name of names) ran.add(name);
  return { ...done, jobs: jobsIn(done.log) };
};

/** A job that did what it is for. */
const passed = { hasSucceeded: true, outputs: expect.objectContaining({ conclusion: "success", errors: "0" }) };

const pullRequest = {
  number: 7,
  pull_request: {
    number: 7,
    base: { ref: "main", sha: "1".repeat(40), repo: { full_name: "acme/stack" } },
    head: { ref: "gpu", sha: "2".repeat(40), repo: { full_name: "mallory/stack" } },
  },
  repository: { full_name: "acme/stack", default_branch: "main", private: true },
};

describe("workflows of the pages under act", () => {
  test("check a pull request: the first one, without the internet, with a chart of a private registry, and for a report", async () => {
    const login = { username: "robot", password: "s3cret&more" };
    const [registry, certificate] = [await startRegistry(), selfSigned(work)];
    const { host } = await guard(registry, login, certificate);
    const push = ["push", join(repository.dir, archive), `oci://${registry.host}/charts`, "--plain-http"];
    execFileSync(await tool("helm"), push, { env: { HOME: work }, stdio: "pipe" });
    const { jobs, log } = await run(
      ["first-pull-request-0", "private-and-air-gapped-0", "private-and-air-gapped-1", "results-0"],
      {
        event: { name: "pull_request", payload: pullRequest },
        vars: { CHART_USERNAME: login.username },
        secrets: { CHART_PASSWORD: login.password },
        exchanged: {
          "registry.example.com": host,
          "/etc/ssl/certs/our-authority.pem": certificate.caFile,
          "/opt/kubernetes-schemas": schemas,
        },
      },
    );
    expect(jobs, log).toEqual({
      "first-pull-request-0.yml/check": passed,
      "private-and-air-gapped-0.yml/check": passed,
      "private-and-air-gapped-1.yml/check": passed,
      "Check/check": passed,
    });
    expect(log).not.toContain(login.password);
  });

  test("publish that report where the pull request is of a fork", async () => {
    const sha = "2".repeat(40);
    const api = await githubRest({ pulls: [{ number: 7, sha, branch: "gpu", from: "mallory/stack" }] });
    const { jobs, log } = await run(["results-1"], {
      event: { name: "workflow_run", payload: workflowRun({ conclusion: "success" }) },
      env: { GITHUB_API_URL: api.url },
      secrets: { GITHUB_TOKEN: "ghs_hunter2hunter2" },
    });
    expect(jobs, log).toMatchObject({ "Report/report": { hasSucceeded: true, outputs: { conclusion: "success" } } });
    expect(api.faults).toEqual([]);
    expect(api.checkRuns, log).toMatchObject([{ head_sha: sha, conclusion: "success" }]);
  });

  const secrets = () => ({
    KUBECONFIG: readFileSync(cluster.kubeconfig, "utf8"),
    PLAN_KEY: "the-key-that-both-jobs-share",
  });
  const configure = (text: string): void => writeFileSync(join(repository.dir, ".prometheus-stack.yaml"), text);
  const retain = (days: number): void => {
    const file = join(repository.dir, "prometheus-stack/upstream/values.yaml");
    writeFileSync(file, readFileSync(file, "utf8").replace(/retention: \d+d/, `retention: ${days}d`));
  };
  /** The target of the gated deploy, as its page has it. */
  const production = async (): Promise<string> => {
    const page = readFileSync(join(root, "docs/guides/gated-deploy.md"), "utf8");
    const target = blocksOf(page, "yaml").find((text) => text.startsWith("targets:")) ?? "";
    const { body } = await cluster.request("GET", "/api/v1/namespaces/kube-system");
    return target.replace(/(?<=expected-cluster: )\S+/, Object(body).metadata.uid);
  };

  test("deploy on a push, where nobody has to approve", async () => {
    configure("targets:\n  staging: {}\n");
    const { jobs, log } = await run(["gated-deploy-0"], {
      event: { name: "push" },
      secrets: secrets(),
      // Nothing runs in this cluster that could be seen.
      inputs: { "verify-timeout": "0s" },
    });
    expect(jobs, log).toEqual({
      "gated-deploy-0.yml/deploy": {
        hasSucceeded: true,
        outputs: expect.objectContaining({ "release-revision": "1" }),
      },
    });
  });

  test("plan on EKS, GKE and AKS, behind logins that let everybody in", async () => {
    configure(await production());
    const { jobs, log } = await run(["gated-deploy-2", "gated-deploy-3", "gated-deploy-4"], {
      event: { name: "workflow_dispatch" },
    });
    const planned = { hasSucceeded: true, outputs: expect.objectContaining({ changes: "false" }) };
    expect(jobs, log).toEqual({
      "gated-deploy-2.yml/plan": planned,
      "gated-deploy-3.yml/plan": planned,
      "gated-deploy-4.yml/plan": planned,
    });
  });

  test("plan and deploy what was planned", async () => {
    retain(20);
    configure((await production()).replace("gated: true", "gated: false"));
    const { jobs, log } = await run(["gated-deploy-1"], {
      event: { name: "push" },
      secrets: secrets(),
      inputs: { "verify-timeout": "0s" },
    });
    expect(jobs, log).toMatchObject({
      "gated-deploy-1.yml/plan": { hasSucceeded: true, outputs: { changes: "true" } },
      "gated-deploy-1.yml/deploy": { hasSucceeded: true, outputs: { "release-revision": "2" } },
    });
  });

  test("are all of the pages", () => {
    expect([...ran].sort()).toEqual(Object.keys(workflows).sort());
  });

  test("are wholly themselves where they have no environment and use no other action", () => {
    const others = /^ +environment: |uses: (?!actions\/checkout@|prometheus-stack-action\/)/m;
    expect(Object.keys(workflows).filter((name) => others.test(textOf(name)))).toEqual(Object.keys(notUnderAct));
  });

  test.each(Object.entries(notUnderAct))("%s is not wholly itself: %s", (_, why) => {
    for (const [file] of why.matchAll(/test\/[\w/.-]+\.ts/g)) expect(existsSync(join(root, file))).toBe(true);
  });
});
