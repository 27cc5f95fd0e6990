import { OperatorError } from "../../core/errors.ts";
import type { Inputs } from "../../inputs.ts";
import { accessTrouble } from "../../kubectl/cluster-error.ts";
import { deadlineIn } from "../../kubectl/deadline.ts";
import { whileItPasses } from "../../kubectl/while-it-passes.ts";
import type { Cluster } from "../../outside/cluster.ts";
import { commandLine, type Flag } from "../../outside/command-line.ts";
import type { Completed } from "../../outside/exec.ts";
import type { Outside } from "../../outside/outside.ts";
import { accessError } from "./access-error.ts";
import { type ChosenContext, chooseContext } from "./choose-context.ts";
import { clusterEnvironment } from "./cluster-env.ts";
import { findKubeconfig } from "./find-kubeconfig.ts";
import { parseKubeconfig } from "./kubeconfig.ts";
import { openApi } from "./open-api.ts";
import { proveIdentity } from "./prove-cluster.ts";

type ClusterInputs = Pick<Inputs, "kubeconfig" | "kubeconfigData" | "context" | "expectedCluster" | "timeoutMs">;
type ClusterOutside = Pick<
  Outside,
  "exec" | "scratch" | "tools" | "env" | "workspace" | "mask" | "log" | "now" | "signal"
>;

/**
 * A server that does not answer is to be found out in seconds; a credential plugin that asks a cloud may take longer.
 */
const connectSeconds = 10;
const pluginSeconds = 20;
const usualTimeoutMs = 120_000;
/** An API server that restarts is back within a minute or two. */
const usualPatienceMs = 120_000;
/** Before a cluster has answered once, a wrong address is as likely as trouble that passes. */
const connectPatienceMs = 15_000;

/**
 * To all others a conflict is the answer to what they asked: nobody else has written it meanwhile. A patch that names
 * no version is tried again by the API server itself; one that names one would be refused each time.
 */
const writesWithoutVersion: ReadonlySet<string> = new Set(["apply"]);

/**
 * Opens the cluster that the inputs name, and proves that it is the right one where `expected-cluster` says which, the
 * input and (`also`) the configuration.
 * Throws OperatorError `invalid-input`, `cluster-unreachable`, `unauthorized` or `wrong-cluster`.
 */
export const openCluster = async (
  inputs: ClusterInputs,
  outside: ClusterOutside,
  also: string | null = null,
): Promise<Cluster> => {
  const kubectl = await outside.tools.get("kubectl");
  const cacheDir = await outside.scratch.folder("kube-cache");
  const env = clusterEnvironment(outside.env, cacheDir);
  const source = await findKubeconfig(inputs, outside, kubectl.path, env);
  const config = parseKubeconfig(source.text, source.name);
  for (const secret of config.secrets) outside.mask(secret);
  const target = chooseContext(config, inputs.context, source.name);

  const flags = commandLine({
    verb: [],
    flags: [
      ["kubeconfig", source.file],
      ["context", target.context],
      ["cache-dir", cacheDir],
    ],
  });
  const once: Cluster["kubectl"] = (args, options = {}) =>
    outside.exec({
      file: kubectl.path,
      args: [...flags, ...args],
      env,
      reachesCluster: true,
      costly: "apply-failed",
      timeoutMs: options.timeoutMs ?? usualTimeoutMs,
      ...(options.stdin === undefined ? {} : { stdin: options.stdin }),
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    });
  const patienceMs = Math.min(usualPatienceMs, inputs.timeoutMs);
  const run: Cluster["kubectl"] = (args, options = {}) =>
    whileItPasses(() => once(args, options), {
      patience: options.patience ?? deadlineIn(patienceMs, outside.now),
      signal: options.signal ?? outside.signal,
      log: outside.log,
      except: writesWithoutVersion.has(args[0] ?? "") ? [] : ["conflict"],
    });
  const connect: Cluster["kubectl"] = (args, options = {}) =>
    whileItPasses(() => once(args, options), {
      patience: deadlineIn(connectPatienceMs, outside.now),
      signal: outside.signal,
      log: outside.log,
      except: ["offline"],
    });
  const getRaw = async (path: string): Promise<string> => {
    const done = await run(commandLine({ verb: ["get"], flags: [["raw", path]] }));
    if (done.code !== 0) throw accessError(done.stderr, target, source.name);
    return done.stdout;
  };
  const { version, uid } = await identify(connect, target, source.name);
  for (const expected of [inputs.expectedCluster ?? null, also])
    proveIdentity(expected, { ...target, uid }, source.name);
  if (uid === "")
    outside.log.info(
      `${target.server}: this account may not read the namespace kube-system, so the cluster's uid is unknown`,
    );
  const helmFlags: readonly Flag[] = [
    ["kubeconfig", source.file],
    ["kube-context", target.context],
  ];
  return {
    server: target.server,
    uid,
    version,
    defaultNamespace: target.namespace,
    kubectl: run,
    getRaw,
    openApi: (signal = outside.signal) => openApi(run, { ...outside, signal }, target.server),
    helmFlags,
    env,
  };
};

/** The server's version, and the uid of kube-system: empty where this account may not read it. */
const identify = async (
  run: Cluster["kubectl"],
  target: ChosenContext,
  source: string,
): Promise<{ readonly version: string; readonly uid: string }> => {
  const ask = (path: string): Promise<Completed> => {
    const flags: readonly Flag[] = [
      ["raw", path],
      ["request-timeout", `${connectSeconds}s`],
    ];
    return run(commandLine({ verb: ["get"], flags }), { timeoutMs: (connectSeconds + pluginSeconds) * 1000 });
  };
  try {
    const about = await ask("/version");
    if (about.code !== 0) throw accessError(about.stderr, target, source);
    const version = versionOf(about.stdout, target, source);
    const system = await ask("/api/v1/namespaces/kube-system");
    const allowed = system.code === 0 || accessTrouble(system.stderr)?.kind === "forbidden";
    if (!allowed) throw accessError(system.stderr, target, source);
    return { version, uid: system.code === 0 ? uidOf(system.stdout) : "" };
  } catch (thrown) {
    if (!(thrown instanceof OperatorError) || thrown.reason !== "timeout") throw thrown;
    throw accessError(thrown.message, target, source);
  }
};

const versionOf = (text: string, target: ChosenContext, source: string): string => {
  const version = /"gitVersion":\s*"v?(\d+\.\d+\.\d+)/.exec(text)?.[1];
  if (version === undefined) throw accessError("what answers there is not a Kubernetes API server", target, source);
  return version;
};

const uidOf = (text: string): string => {
  const { metadata } = JSON.parse(text) as { readonly metadata?: { readonly uid?: string } };
  return metadata?.uid ?? "";
};
