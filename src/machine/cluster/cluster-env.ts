/**
 * Variables that stay behind: the step's own inputs and state (they hold the other secrets), the runner's files and
 * tokens for its own protocol, whatever would point kubectl or helm elsewhere than the inputs do, and what would
 * change Node-based plugins.
 */
const withheld =
  /^(?:INPUT_|STATE_|HELM_(?!DRIVER)|KUBECTL_|KUBE(?:CONFIG|RC|CACHEDIR)$|ACTIONS_(?!ID_TOKEN_)|GITHUB_(?:ENV|PATH|OUTPUT|STATE|STEP_SUMMARY|TOKEN)$|NODE_OPTIONS$)/i;

/**
 * What kubectl and helm get of the environment. Credential plugins read variables that no list could name in
 * advance (AWS_*, GOOGLE_*, AZURE_*, VAULT_*, DIGITALOCEAN_*, proxies, HOME, PATH), so it is everything but what is
 * known to be wrong for them.
 */
export const clusterEnvironment = (
  env: Readonly<Record<string, string | undefined>>,
  cacheDir: string,
): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined || withheld.test(name) ? [] : [[name, value]])),
  ),
  // helm knows no --cache-dir; both read this one.
  KUBECACHEDIR: cacheDir,
  // A person's kuberc may change the defaults of the very flags that are relied on here (beta
  // and on since kubectl 1.34).
  KUBECTL_KUBERC: "false",
});
