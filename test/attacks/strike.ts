import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { keyValues } from "../../scripts/run-action.ts";
import type { EmbeddedCluster } from "../cluster/cluster.ts";
import { kubernetesVersion } from "../kubernetes-schemas.ts";
import { selfSigned } from "../loopback-servers/self-signed.ts";
import type { Attack, Strike } from "./attack.ts";
import { type Ground, layGround } from "./ground.ts";
import { runStep, type StepEnd } from "./run-step.ts";
import { changesBetween, takeSnapshot } from "./snapshot.ts";
import { watchTools } from "./watched-tools.ts";
import { type SeenRequest, startWitness, type WitnessServer } from "./witness-server.ts";

/** What all runs share. */
export interface Arena {
  /** The tree that every attack starts from. */
  readonly template: string;
  readonly tools: string;
  readonly schemas: string;
  /** A tool cache, so that digests of tools are not made anew each time. */
  readonly cache: string;
  /** `src/main.ts` and `src/cli.ts`, or what they are built to; absolute. */
  readonly entries: { readonly action: string; readonly cli: string };
  /** Null where no attack deploys. */
  readonly cluster: Pick<EmbeddedCluster, "kubeconfig" | "request"> | null;
}

/** Everything that a run did, as far as anybody outside could see. */
export interface Seen {
  readonly ground: Ground;
  readonly end: StepEnd;
  readonly summary: string;
  readonly outputs: Readonly<Record<string, string>>;
  /** What left the run: log, summary, report, manifests, outputs, state. */
  readonly told: string;
  /** Arguments and environment of every command. */
  readonly given: readonly string[];
  readonly requests: readonly SeenRequest[];
  readonly changed: readonly string[];
  readonly ran: string;
  /** Namespaces that the cluster has more than before. */
  readonly deployed: readonly string[];
  /** What is left in the runner's temporary folder beside the report. */
  readonly leftovers: readonly string[];
}

const runnerFiles = { GITHUB_OUTPUT: "output", GITHUB_STATE: "state", GITHUB_STEP_SUMMARY: "summary" } as const;

/** Lays the tree, runs the step over it, and hands `look` all there is to see. The disk goes afterwards. */
export const strike = async <T>(one: Strike, arena: Arena, look: (seen: Seen) => T): Promise<T> => {
  const ground = layGround(arena.template);
  const servers: WitnessServer[] = [];
  try {
    const requests: SeenRequest[] = [];
    await openServers(one.attack, ground, servers, (request) => void requests.push(request));
    one.attack.lay?.(ground);
    return look(await run(one, arena, ground, servers, requests));
  } finally {
    for (const server of servers) server.close();
    ground.clear();
  }
};

const openServers = async (
  { serve, tls }: Attack,
  ground: Ground,
  servers: WitnessServer[],
  note: (request: SeenRequest) => void,
): Promise<void> => {
  const certificate = tls === true ? selfSigned(ground.root) : undefined;
  // What the tree's server answers may name the other one.
  const other = await startWitness("other", note);
  const proxy = await startWitness("proxy", note);
  servers.push(other, proxy);
  ground.name({ OTHER: other.url, OTHER_HOST: other.host, PROXY: proxy.url, CA: certificate?.caFile ?? "" });
  const here = await startWitness("here", note, serve?.(ground), certificate);
  servers.push(here);
  ground.name({ HERE: here.url, HERE_HOST: here.host });
};

const run = async (
  { attack, helm }: Strike,
  arena: Arena,
  ground: Ground,
  servers: readonly WitnessServer[],
  requests: readonly SeenRequest[],
): Promise<Seen> => {
  const { root, workspace, outside, home, mount, temp } = ground;
  const tools = watchTools(root, arena.tools, helm);
  ground.name({ BIN: tools.folder });
  const files = join(root, "files");
  mkdirSync(files);
  for (const name of Object.values(runnerFiles)) writeFileSync(join(files, name), "");
  const places = [workspace, outside, home, mount];
  const namespaces = attack.mode !== undefined ? await namespacesOf(arena) : [];
  const before = takeSnapshot(places);
  const end = await runStep({
    ...commandOf(attack, arena),
    cwd: workspace,
    env: environment(attack, arena, ground, { bin: tools.folder, files, proxy: servers[1]?.url ?? "" }),
    mark: markOf(ground),
  });
  const read = (name: string): string => readFileSync(join(files, name), "utf8");
  const outputs = keyValues(read("output"));
  const report = outputs["report-path"];
  const texts = [...textsIn(temp), ...(report === undefined ? [] : textsIn(dirname(report)))];
  return {
    ...{ ground, end, outputs, requests },
    summary: read("summary"),
    told: [end.output.replace(/^::add-mask::.*$/gm, ""), ...Object.values(runnerFiles).map(read), ...texts].join("\n"),
    given: tools.given(),
    changed: changesBetween(before, takeSnapshot(places)),
    ran: readOr(ground.ran),
    deployed: attack.mode !== undefined ? (await namespacesOf(arena)).filter((name) => !namespaces.includes(name)) : [],
    leftovers: readdirSync(temp).filter((name) => !/^prometheus-stack-report(?:-\w+)?$|report$/.test(name)),
  };
};

const namespacesOf = async ({ cluster }: Arena): Promise<readonly string[]> => {
  const body = JSON.parse(JSON.stringify((await cluster?.request("GET", "/api/v1/namespaces"))?.body ?? {}));
  return (body.items ?? []).map((one: { readonly metadata: { readonly name: string } }) => one.metadata.name);
};

const markOf = ({ root }: Ground): string => `attack-${root.slice(-6)}`;

const commandOf = ({ commandLine }: Attack, { entries }: Arena) =>
  commandLine === undefined
    ? { file: process.execPath, args: [entries.action] }
    : { file: process.execPath, args: [entries.cli, ...commandLine] };

const environment = (
  attack: Attack,
  arena: Arena,
  ground: Ground,
  { bin, files, proxy }: { readonly bin: string; readonly files: string; readonly proxy: string },
): Record<string, string> => {
  const { workspace, temp, home, canaries, fill } = ground;
  const inputs: Readonly<Record<string, string>> = {
    chart: "chart",
    "schema-locations": arena.schemas,
    "kubernetes-version": kubernetesVersion,
    tools: "path",
    ...(attack.mode === undefined
      ? {}
      : { mode: attack.mode, "verify-timeout": "0s", kubeconfig: arena.cluster?.kubeconfig ?? "" }),
    ...attack.inputs,
  };
  const given = attack.commandLine === undefined ? Object.entries(inputs) : [];
  const proxies = ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"].flatMap((name) => [name, name.toLowerCase()]);
  const word = canaries.environment;
  const tokens = ["GITHUB_TOKEN", "GH_TOKEN", "ACTIONS_RUNTIME_TOKEN", "NODE_AUTH_TOKEN", "INPUT_GITHUB-TOKEN"];
  const all = {
    PATH: `${bin}:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin`,
    HOME: home,
    LANG: "C.UTF-8",
    CI: "true",
    GITHUB_ACTIONS: "true",
    GITHUB_WORKSPACE: workspace,
    RUNNER_TEMP: temp,
    RUNNER_TOOL_CACHE: arena.cache,
    RUNNER_TRACKING_ID: markOf(ground),
    ...Object.fromEntries(Object.entries(runnerFiles).map(([name, file]) => [name, join(files, file)])),
    ...Object.fromEntries(proxies.map((name) => [name, proxy])),
    ...Object.fromEntries(tokens.map((name) => [name, word])),
    ...Object.fromEntries(given.map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
    ...attack.env,
  };
  return Object.fromEntries(Object.entries(all).map(([name, value]) => [name, fill(value)]));
};

const readOr = (file: string): string => {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
};

/** Texts of all files below a folder; links are not followed. */
const textsIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return textsIn(path);
      return entry.isFile() ? [readFileSync(path, "utf8")] : [];
    });
  } catch {
    return [];
  }
};
