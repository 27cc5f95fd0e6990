import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { loadAll } from "js-yaml";
import { deployStack } from "../../src/deploy/deploy.ts";
import type { DeployReport } from "../../src/deploy/deploy-report.ts";
import { readInputs } from "../../src/inputs.ts";
import { isObject, type Json, type Manifest } from "../../src/kubernetes/manifest.ts";
import { refOf } from "../../src/kubernetes/resource-ref.ts";
import { openCluster } from "../../src/machine/cluster/open-cluster.ts";
import { localFiles } from "../../src/machine/files/local-files.ts";
import { openWorkspace } from "../../src/machine/files/open-workspace.ts";
import { makeScratchFolder } from "../../src/machine/files/scratch-folder.ts";
import { openPorts } from "../../src/machine/open-ports.ts";
import { findLimiter } from "../../src/machine/process/child-limits.ts";
import { createExec } from "../../src/machine/process/exec.ts";
import type { Cluster } from "../../src/outside/cluster.ts";
import { commandLine } from "../../src/outside/command-line.ts";
import type { Helm } from "../../src/outside/helm.ts";
import { noMemory } from "../../src/outside/memory.ts";
import type { Outside } from "../../src/outside/outside.ts";
import { makePlan } from "../../src/plan/make-plan.ts";
import type { PlanRequest } from "../../src/plan/plan-request.ts";
import type { RootBuild } from "../../src/render/render.ts";
import { findUnstable } from "../../src/render/unstable.ts";
import { secretHider } from "../../src/secrets/hide-secrets.ts";
import { tool } from "../tools-dir.ts";

/** A real outside in temporary folders; what would be printed or masked is kept. */
export interface Rig {
  readonly outside: Outside;
  readonly lines: string[];
  readonly masked: string[];
  /** The helm of this major version, with a configuration of its own. */
  helm(major: 3 | 4): Promise<Helm>;
  /** Writes a file into the workspace; answers its absolute path. */
  write(file: string, text: string): Promise<string>;
  cancel(): void;
  close(): Promise<void>;
}

/** As in a run: commands have their limits, and with them collect garbage seldom. */
const limiter = findLimiter();

export const openRig = async (env: Readonly<Record<string, string>> = {}): Promise<Rig> => {
  const root = await mkdtemp(join(tmpdir(), "deploy-test-"));
  const scratch = await makeScratchFolder({});
  const abort = new AbortController();
  const exec = createExec({ scratchDir: scratch.dir, signal: abort.signal, limiter });
  const [lines, masked]: [string[], string[]] = [[], []];
  const outside = openPorts(
    readInputs(() => ""),
    {
      exec,
      scratch,
      workspace: await openWorkspace(root),
      files: localFiles,
      tools: {
        get: async (name) => ({ name, version: "0.0.0", path: await tool(name), source: "built", sha256: "" }),
        used: () => [],
      },
      httpGet: () => Promise.reject(new Error("no network in this test")),
      log: { info: (line) => lines.push(line), debug: () => {}, stage: () => {} },
      now: () => performance.now(),
      env: { PATH: process.env["PATH"], HOME: root, ...env },
      signal: abort.signal,
      cacheDir: join(root, "cache"),
      memory: noMemory,
      mask: (secret) => masked.push(secret),
    },
  );
  const write = async (file: string, text: string): Promise<string> => {
    const path = join(root, file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
    return path;
  };
  const close = async (): Promise<void> => {
    await scratch.remove();
    await rm(root, { recursive: true, force: true });
  };
  return {
    outside,
    lines,
    masked,
    helm: (major) => privateHelm(major, outside),
    write,
    cancel: () => abort.abort(),
    close,
  };
};

const privateHelm = async (major: 3 | 4, { exec, scratch }: Outside): Promise<Helm> => {
  const file = await tool(major === 3 ? "helm3" : "helm");
  const home = await scratch.folder(`helm${major}`);
  const env = { HOME: home, HELM_CACHE_HOME: home, HELM_CONFIG_HOME: home, HELM_DATA_HOME: home };
  return {
    major,
    version: `${major}.0.0`,
    run: (args, { env: added = {}, timeoutMs = 60_000, ...rest } = {}) =>
      exec({ file, args, env: { ...added, ...env }, timeoutMs, ...rest }),
  };
};

interface TreeOptions {
  /** Absolute path of the chart's folder. */
  readonly chart: string;
  readonly namespace?: string;
  readonly base?: string;
  /** The text of each overlay's build. */
  readonly overlays?: readonly string[];
  readonly sets?: readonly string[];
  readonly createNamespace?: boolean;
  readonly timeoutMs?: number;
  readonly inputs?: Partial<PlanRequest["inputs"]>;
}

/** Plans and carries the plan out, as a deploy without an approved plan does. */
export const deployNow = async (request: PlanRequest): Promise<DeployReport> =>
  deployStack({ ...request, planned: await makePlan(request), accept: () => {}, verify: null });

/** A deployment of release `stack` in `namespace` (default `monitoring`), rendered by the real helm. */
export const deploymentOf = async (
  rig: Rig,
  cluster: Cluster,
  helm: Helm,
  options: TreeOptions,
): Promise<PlanRequest> => {
  const {
    chart,
    namespace = "monitoring",
    base,
    overlays = [],
    sets = [],
    createNamespace = true,
    timeoutMs = 60_000,
    inputs = {},
  } = options;
  const from = "default";
  const setArguments = sets.map((value) => ({
    flag: "--set" as const,
    value,
    at: { file: "install.sh", line: 1, column: 1 },
  }));
  const render = async (): Promise<readonly Manifest[]> =>
    manifestsOf(
      await helmOutput(helm, [
        ...["template", "stack", chart, "--namespace", namespace, "--kube-version", cluster.version, "--skip-crds"],
        ...sets.flatMap((value) => ["--set", value]),
      ]),
    );
  const [manifests, again] = await Promise.all([render(), render()]);
  const { name, version } = loadAll(await helmOutput(helm, ["show", "chart", chart]))[0] as Record<string, string>;
  const isHook = ({ body }: Manifest): boolean => JSON.stringify(body).includes('"helm.sh/hook"');
  const crds = await helmOutput(helm, ["show", "crds", chart]);
  const roots = [
    ...(base === undefined ? [] : [rootOf("base", base)]),
    ...overlays.map((text) => rootOf("overlay", text)),
  ];
  return {
    stack: {
      path: "prometheus-stack",
      release: {
        name: { value: "stack", from },
        namespace: { value: namespace, from },
        chart: { value: chart, from },
        version: { value: null, from },
        repository: { value: null, from },
        valueFiles: [],
        sets: setArguments,
        createNamespace,
      },
      valueFiles: [],
      setFiles: {},
    } as unknown as PlanRequest["stack"],
    render: {
      chart: {
        chart: {
          ...{ name: name ?? "", version: version ?? "", appVersion: null },
          ...{ path: chart, digest: "", source: chart },
        },
        manifests: manifests.filter((manifest) => !isHook(manifest)),
        hooks: manifests.filter(isHook),
        crds: crdsOf(crds),
        error: null,
      },
      roots,
      unstable: findUnstable(manifests, again),
    },
    inputs: { ...readInputs(() => ""), timeoutMs, ...inputs },
    cluster,
    helm,
    outside: rig.outside,
    kubectlVersion: "1.0.0",
    configDigest: null,
    drill: null,
    namesOnly: false,
    hiderWith: (more) => secretHider({}, more),
  };
};

const helmOutput = async (helm: Helm, args: readonly string[]): Promise<string> => {
  const done = await helm.run(commandLine({ verb: args }));
  if (done.code !== 0) throw new Error(done.stderr);
  return done.stdout;
};

const rootOf = (layer: "base" | "overlay", text: string): RootBuild => ({
  root: layer,
  layer,
  text,
  manifests: manifestsOf(text),
  warnings: [],
  error: null,
});

const documentsOf = (text: string): readonly string[] =>
  text.split(/^---.*$/m).filter((part) => loadAll(part).some((value) => isObject(value)));

/** `helm show crds` puts no `---` between files that do not begin with one (seen with helm 3.22). */
const crdsOf = (text: string): readonly string[] =>
  text.split(/^(?=apiVersion:)/m).flatMap((part) => documentsOf(part));

const manifestsOf = (text: string): readonly Manifest[] =>
  documentsOf(text).map((part) => {
    const body = loadAll(part)[0] as Json;
    if (!isObject(body)) throw new Error("not an object");
    return {
      ref: refOf(body),
      body,
      text: part.trim(),
      origin: { from: "chart", template: "", hooks: [] },
      locate: () => ({ file: "", line: 1, column: 1 }),
    };
  });

export const openTestCluster = (rig: Rig, kubeconfig: string): Promise<Cluster> =>
  openCluster(
    { kubeconfig, kubeconfigData: undefined, context: undefined, expectedCluster: undefined, timeoutMs: 60_000 },
    rig.outside,
  );
