import type { Inputs } from "../../inputs.ts";
import { deadlineIn } from "../../kubectl/deadline.ts";
import { whileItPasses } from "../../kubectl/while-it-passes.ts";
import { networkVariables, pick } from "../../outside/environment.ts";
import type { Helm } from "../../outside/helm.ts";
import type { Outside } from "../../outside/outside.ts";
import { dockerFolder, registryFile } from "../chart-repository/pull-from-registry.ts";
import { readRegistryConfig } from "../chart-repository/registry-auth.ts";

/**
 * A chart renders in a third of a second; this is for a hostile one and a stuck disk. A pull or an
 * upgrade names its own limit.
 */
const defaultTimeoutMs = 30_000;
/** As for kubectl: see `openCluster`. */
const usualPatienceMs = 120_000;
/**
 * PATH is for the credential helpers that a registry configuration names; the driver says where releases are stored.
 */
const inherited = ["PATH", "HELM_DRIVER", "HELM_DRIVER_SQL_CONNECTION_STRING", ...networkVariables];

/**
 * Opens helm with a configuration of its own in the scratch folder. Throws OperatorError `tool-missing`, and
 * `invalid-input` where `registry-config` cannot be read.
 */
export const openHelm = async (
  inputs: Pick<Inputs, "registryConfig" | "timeoutMs">,
  outside: Pick<
    Outside,
    "exec" | "tools" | "scratch" | "env" | "mask" | "files" | "workspace" | "now" | "signal" | "log"
  >,
): Promise<Helm> => {
  const { exec, tools, scratch } = outside;
  const { path, version } = await tools.get("helm");
  const major = version.startsWith("4.") ? 4 : 3;
  const [home, registry] = await Promise.all([
    scratch.folder("helm/home"),
    // Read to be checked: a pull writes what it says of the one host that the chart comes from.
    readRegistryConfig(inputs.registryConfig, outside).then(() => scratch.write(registryFile, "{}")),
    scratch.folder("helm/plugins"),
    scratch.folder("helm/tmp"),
  ]);
  const own = {
    HOME: home,
    TMPDIR: `${scratch.dir}/helm/tmp`,
    HELM_CONFIG_HOME: `${scratch.dir}/helm/config`,
    HELM_CACHE_HOME: `${scratch.dir}/helm/cache`,
    HELM_DATA_HOME: `${scratch.dir}/helm/data`,
    HELM_REPOSITORY_CONFIG: `${scratch.dir}/helm/repositories.yaml`,
    HELM_REPOSITORY_CACHE: `${scratch.dir}/helm/cache/repository`,
    HELM_REGISTRY_CONFIG: registry,
    // Helm looks here where its own has nothing.
    DOCKER_CONFIG: `${scratch.dir}/${dockerFolder}`,
    HELM_PLUGINS: `${scratch.dir}/helm/plugins`,
  };
  const env = { ...pick(outside.env, inherited), ...own };
  const once: Helm["run"] = (args, options = {}) =>
    exec({
      file: path,
      args,
      // A cluster's environment is added, but what keeps helm to itself stays; HOME may be needed by a
      // cluster's credential plugin.
      env: { ...env, ...options.env, ...own, HOME: options.env?.["HOME"] ?? home },
      ...(options.env === undefined ? {} : { reachesCluster: true, costly: "apply-failed" }),
      timeoutMs: options.timeoutMs ?? defaultTimeoutMs,
      ...(options.stdin === undefined ? {} : { stdin: options.stdin }),
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    });
  const patienceMs = Math.min(usualPatienceMs, inputs.timeoutMs);
  return {
    major,
    version,
    run: (args, options = {}) =>
      options.repeatable === true
        ? whileItPasses(() => once(args, options), {
            patience: options.patience ?? deadlineIn(patienceMs, outside.now),
            signal: options.signal ?? outside.signal,
            log: outside.log,
          })
        : once(args, options),
  };
};
