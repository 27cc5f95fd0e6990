import { readFile } from "node:fs/promises";
import { delimiter, resolve } from "node:path";
import { OperatorError } from "../errors.ts";
import type { Inputs } from "../inputs.ts";
import type { Cluster } from "./cluster.ts";
import { clusterEnvironment } from "./cluster-env.ts";
import { accessTrouble } from "./cluster-error.ts";
import { decodeKubeconfigData, type Kubeconfig, parseKubeconfig } from "./kubeconfig.ts";
import type { Completed, Outside } from "./outside.ts";

type ClusterInputs = Pick<Inputs, "kubeconfig" | "kubeconfigData" | "context" | "expectedCluster">;
type ClusterOutside = Pick<Outside, "exec" | "scratch" | "tools" | "env" | "workspace" | "mask" | "log">;

/** A server that does not answer is told apart in seconds; a credential plugin that asks a cloud may take a few. */
const connectSeconds = 10;
const pluginSeconds = 20;
const usualTimeoutMs = 120_000;

/**
 * Opens the cluster that the inputs name, and proves that it is the right one where `expected-cluster` says which. Throws OperatorError
 * `invalid-input`, `cluster-unreachable`, `unauthorized` or `wrong-cluster`.
 */
export const openCluster = async (inputs: ClusterInputs, outside: ClusterOutside): Promise<Cluster> => {
  const kubectl = await outside.tools.get("kubectl");
  const cacheDir = await outside.scratch.folder("kube-cache");
  const env = clusterEnvironment(outside.env, cacheDir);
  const source = await findKubeconfig(inputs, outside, kubectl.path, env);
  const config = parseKubeconfig(source.text, source.name);
  for (const secret of config.secrets) outside.mask(secret);
  const target = chooseContext(config, inputs.context, source.name);

  const flags = ["--kubeconfig", source.file, "--context", target.context, "--cache-dir", cacheDir];
  const run: Cluster["kubectl"] = (args, options = {}) =>
    outside.exec({
      file: kubectl.path,
      args: [...flags, ...args],
      env,
      timeoutMs: options.timeoutMs ?? usualTimeoutMs,
      ...(options.stdin === undefined ? {} : { stdin: options.stdin }),
    });
  const getRaw = async (path: string): Promise<string> => {
    const done = await run(["get", "--raw", path]);
    if (done.code !== 0) throw accessError(done.stderr, target, source.name);
    return done.stdout;
  };
  const { version, uid } = await identify(run, target, source.name);
  proveIdentity(inputs.expectedCluster, { ...target, uid }, source.name);
  if (uid === "")
    outside.log.info(
      `${target.server}: this account may not read the namespace kube-system, so the cluster's uid is unknown`,
    );
  const helmFlags = ["--kubeconfig", source.file, "--kube-context", target.context];
  return { server: target.server, uid, version, kubectl: run, getRaw, helmFlags, env };
};

interface Source {
  /** How messages name it. */
  readonly name: string;
  /** Absolute path of the one file that the commands get. */
  readonly file: string;
  readonly text: string;
}

interface Target {
  readonly server: string;
  readonly context: string;
}

const findKubeconfig = async (
  inputs: ClusterInputs,
  outside: ClusterOutside,
  kubectl: string,
  env: Readonly<Record<string, string>>,
): Promise<Source> => {
  if (inputs.kubeconfigData !== undefined) {
    for (const part of [inputs.kubeconfigData, ...inputs.kubeconfigData.split("\n")].filter(isBase64))
      outside.mask(part);
    const text = decodeKubeconfigData(inputs.kubeconfigData);
    return { name: "the input kubeconfig-data", file: await outside.scratch.write("kubeconfig", text), text };
  }
  const inherited = (outside.env["KUBECONFIG"] ?? "").split(delimiter).filter((path) => path !== "");
  if (inputs.kubeconfig === undefined && inherited.length > 1) {
    const text = await mergeFiles(outside, kubectl, env, inherited);
    return { name: "the variable KUBECONFIG", file: await outside.scratch.write("kubeconfig", text), text };
  }
  const given = inputs.kubeconfig ?? inherited[0];
  if (given === undefined)
    throw new OperatorError(
      "invalid-input",
      "No cluster is named: the inputs kubeconfig and kubeconfig-data and the variable KUBECONFIG are all empty.",
      "Set the input kubeconfig-data to a secret with the kubeconfig, or kubeconfig to the path that an earlier step wrote.",
    );
  const file = resolve(outside.workspace.root, given);
  const name = `${inputs.kubeconfig === undefined ? "the variable KUBECONFIG" : "the input kubeconfig"} (${given})`;
  return { name, file, text: await readKubeconfig(file, name) };
};

const isBase64 = (text: string): boolean => /^[A-Za-z0-9+/=]{40,}$/.test(text.trim());

const readKubeconfig = async (file: string, name: string): Promise<string> => {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? cause.code : "unreadable";
    throw new OperatorError(
      "invalid-input",
      `The kubeconfig of ${name} cannot be read (${code}).`,
      "A relative path counts from the repository root. Check that the step that writes it ran before.",
      { cause },
    );
  }
};

/** --kubeconfig takes one file, KUBECONFIG a list: kubectl itself merges it, relative paths resolved. */
const mergeFiles = async (
  outside: ClusterOutside,
  kubectl: string,
  env: Readonly<Record<string, string>>,
  files: readonly string[],
): Promise<string> => {
  const absolute = files.map((file) => resolve(outside.workspace.root, file)).join(delimiter);
  const done = await outside.exec({
    file: kubectl,
    args: ["config", "view", "--raw", "--flatten"],
    env: { ...env, KUBECONFIG: absolute },
    timeoutMs: usualTimeoutMs,
  });
  if (done.code === 0) return done.stdout;
  throw new OperatorError(
    "invalid-input",
    `kubectl cannot merge the files of the variable KUBECONFIG (${absolute}).`,
    "Check each of them, or name one file with the input kubeconfig.",
  );
};

const chooseContext = (config: Kubeconfig, wanted: string | undefined, name: string): Target => {
  const context = wanted ?? config.currentContext;
  const found = config.contexts.find((item) => item.name === context);
  const server = found === undefined ? undefined : config.servers[found.cluster];
  if (found !== undefined && server) return { context: found.name, server };
  const known = config.contexts.map((item) => item.name).join(", ") || "none";
  if (found !== undefined)
    throw new OperatorError(
      "invalid-input",
      `The context ${found.name} of ${name} names the cluster ${found.cluster || "(none)"}, which has no server there.`,
      `Set the input context to another one; it has: ${known}.`,
    );
  throw new OperatorError(
    "invalid-input",
    context === null
      ? `${upper(name)} has no current context, and the input context is empty.`
      : `${wanted === undefined ? "The current context" : "The input context is"} ${context}${wanted === undefined ? "" : ", which"} is not in ${name}.`,
    `Set the input context to one of: ${known}.`,
  );
};

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The server's version, and the uid of kube-system: empty where this account may not read it. */
const identify = async (
  run: Cluster["kubectl"],
  target: Target,
  source: string,
): Promise<{ readonly version: string; readonly uid: string }> => {
  const ask = (path: string): Promise<Completed> =>
    run(["get", "--raw", path, `--request-timeout=${connectSeconds}s`], {
      timeoutMs: (connectSeconds + pluginSeconds) * 1000,
    });
  try {
    const version = await ask("/version");
    if (version.code !== 0) throw accessError(version.stderr, target, source);
    const system = await ask("/api/v1/namespaces/kube-system");
    const allowed = system.code === 0 || accessTrouble(system.stderr)?.kind === "forbidden";
    if (!allowed) throw accessError(system.stderr, target, source);
    const uid = system.code === 0 ? uidOf(system.stdout) : "";
    return { version: versionOf(version.stdout, target, source), uid };
  } catch (thrown) {
    if (!(thrown instanceof OperatorError) || thrown.reason !== "timeout") throw thrown;
    throw accessError(thrown.message, target, source);
  }
};

const versionOf = (text: string, target: Target, source: string): string => {
  const version = /"gitVersion":\s*"v?(\d+\.\d+\.\d+)/.exec(text)?.[1];
  if (version === undefined) throw accessError("what answers there is not a Kubernetes API server", target, source);
  return version;
};

const uidOf = (text: string): string => {
  const { metadata } = JSON.parse(text) as { readonly metadata?: { readonly uid?: string } };
  return metadata?.uid ?? "";
};

const accessError = (stderr: string, { server, context }: Target, source: string): OperatorError => {
  const where = `${server} (context ${context} of ${source})`;
  const why = stderr.trim().split("\n")[0] ?? "";
  const trouble =
    accessTrouble(stderr) ??
    (why.includes("(Forbidden)")
      ? { kind: "forbidden" as const, why, permission: "what was asked for" }
      : { kind: "unreachable" as const, why });
  if (trouble.kind === "unreachable")
    return new OperatorError(
      "cluster-unreachable",
      `The cluster ${where} does not answer: ${trouble.why}`,
      "Check the address, the certificate authority, and that this runner may reach it (a private endpoint needs a self-hosted runner or a tunnel).",
    );
  const [what, hint] =
    trouble.kind === "forbidden"
      ? [`does not allow ${trouble.permission}`, `Grant the account of this context: ${trouble.permission}.`]
      : trouble.kind === "credentials"
        ? [
            "got no credentials",
            "Check that the credential plugin is installed on the runner and that the step before it logged in.",
          ]
        : [
            "does not accept the credentials",
            "The token or certificate is wrong or has expired: renew it and store it again.",
          ];
  return new OperatorError("unauthorized", `The cluster ${where} ${what}: ${trouble.why}`, hint);
};

const looksLikeUid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const proveIdentity = (
  expected: string | undefined,
  actual: Target & { readonly uid: string },
  source: string,
): void => {
  if (expected === undefined) return;
  if (!looksLikeUid.test(expected)) {
    if (sameServer(expected, actual.server)) return;
  } else if (actual.uid === expected.toLowerCase()) return;
  else if (actual.uid === "")
    throw new OperatorError(
      "unauthorized",
      `The cluster ${actual.server} cannot be proved to be ${expected}: this account may not read the namespace kube-system.`,
      "Grant get on namespaces for kube-system, or set the input expected-cluster to the server's URL.",
    );
  throw new OperatorError(
    "wrong-cluster",
    `The input expected-cluster is ${expected}, but context ${actual.context} of ${source} leads to ${actual.server}, whose uid is ${actual.uid || "not readable"}.`,
    "Nothing was changed. Correct the inputs context or kubeconfig, or expected-cluster if the cluster was replaced.",
  );
};

/** Equal as addresses: the case of the host, a port that is the scheme's own and a closing slash do not matter. */
const sameServer = (a: string, b: string): boolean => {
  const [one, other] = [URL.parse(a), URL.parse(b)];
  if (one === null || other === null) return false;
  const path = (url: URL): string => url.pathname.replace(/\/+$/, "");
  return one.origin === other.origin && path(one) === path(other);
};
