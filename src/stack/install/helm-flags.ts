/**
 * The flags of `helm install` and `helm upgrade`, of helm 3.22 and 4.3 together (from their `--help`): which take a
 * value decides which words are the release and the chart.
 */
const withValue = new Set(
  `ca-file cert-file description key-file keyring labels name-template output password post-renderer post-renderer-args repo set set-file set-json
  set-literal set-string timeout username values version history-max burst-limit color colour content-cache kube-apiserver kube-as-group kube-as-user
  kube-ca-file kube-context kube-tls-server-name kube-token kubeconfig namespace qps registry-config repository-cache repository-config`.split(
    /\s+/,
  ),
);

/** `--dry-run` and `--wait` take a value only behind `=`. */
const withoutValue = new Set(
  `create-namespace dependency-update devel disable-openapi-validation dry-run enable-dns force force-conflicts force-replace generate-name help
  hide-notes hide-secret insecure-skip-tls-verify no-hooks pass-credentials plain-http render-subchart-notes replace rollback-on-failure atomic
  skip-crds skip-schema-validation take-ownership verify wait wait-for-jobs install cleanup-on-fail reset-values reset-then-reuse-values
  reuse-values debug kube-insecure-skip-tls-verify force-update`.split(/\s+/),
);

const shorthands: Readonly<Record<string, string>> = {
  f: "values",
  g: "generate-name",
  h: "help",
  i: "install",
  l: "labels",
  n: "namespace",
  o: "output",
};

/** What a word of a helm line is. `value` is null where the next word holds it. */
export type HelmWord =
  | { readonly is: "positional" }
  | { readonly is: "end-of-flags" }
  | { readonly is: "flag"; readonly name: string; readonly takesValue: boolean; readonly value: string | null }
  | { readonly is: "unknown-flag" };

/**
 * Reads one word as pflag would. `upgrade` decides on `--server-side`, which takes a value there
 * and none under `install`.
 */
export const readHelmWord = (word: string, upgrade: boolean): HelmWord => {
  if (word === "--") return { is: "end-of-flags" };
  if (word.startsWith("--")) return longFlag(word.slice(2), upgrade);
  if (word.startsWith("-") && word !== "-") return shortFlag(word.slice(1));
  return { is: "positional" };
};

const longFlag = (body: string, upgrade: boolean): HelmWord => {
  const equals = body.indexOf("=");
  const name = equals === -1 ? body : body.slice(0, equals);
  const value = equals === -1 ? null : body.slice(equals + 1);
  const takesValue = withValue.has(name) || (name === "server-side" && upgrade);
  if (!takesValue && !withoutValue.has(name) && name !== "server-side") return { is: "unknown-flag" };
  return { is: "flag", name, takesValue, value };
};

const shortFlag = (body: string): HelmWord => {
  const name = shorthands[body.charAt(0)];
  if (name === undefined) return { is: "unknown-flag" };
  const rest = body.slice(1).replace(/^=/, "");
  const takesValue = withValue.has(name);
  // Several shorthands in one word, such as `-ig`, are left alone.
  if (!takesValue && rest !== "" && body[1] !== "=") return { is: "unknown-flag" };
  return { is: "flag", name, takesValue, value: body.length === 1 ? null : rest };
};
