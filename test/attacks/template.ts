import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

const fixtures = resolve(import.meta.dirname, "../../fixtures");

/** Names under which something might look for a program of the tree; each is the canary program. */
const programs = [
  "evil.sh",
  "prometheus-stack/upstream/evil.sh",
  ...["node", "helm", "kubectl", "kubeconform", "promtool", "git", "sh", "prometheus-stack-action"].map(
    (name) => `node_modules/.bin/${name}`,
  ),
  ...["post-checkout", "pre-commit", "fsmonitor-watchman", "post-index-change"].map((name) => `.git/hooks/${name}`),
  ".helm/.data/plugins/evil/evil.sh",
  ".config/kustomize/plugin/example.com/v1/evil/Evil",
] as const;

/** Stand for what is different in every run. */
export const placeholders = { ran: "@RAN@", git: "@GIT@" } as const;

/** Where the canary program stands, and where the checkout's token does. */
export const filled: readonly string[] = [...programs, ".git/config"];

const evil = `#!/bin/sh\necho "$0" >>'${placeholders.ran}'\nexec cat\n`;

const plugin =
  'name: evil\nversion: 0.1.0\ncommand: "$HELM_PLUGIN_DIR/evil.sh"\ndownloaders:\n  - command: evil.sh\n    protocols: [evil]\n';

/** As actions/checkout leaves it with `persist-credentials`. */
const gitConfig = `[core]
	repositoryformatversion = 0
	bare = false
[user]
	name = example
	email = example@example.com
[http "https://github.com/"]
	extraheader = AUTHORIZATION: basic ${placeholders.git}
`;

/**
 * Builds the tree that every attack starts from, once: the example stack with the chart, a repository with a token, and
 * the canary program under every name.
 */
export const buildTemplate = (folder: string): void => {
  cpSync(join(fixtures, "prometheus-stack"), join(folder, "prometheus-stack"), { recursive: true });
  cpSync(join(fixtures, "charts/kube-prometheus-stack"), join(folder, "chart"), { recursive: true });
  const git = (...args: readonly string[]) =>
    execFileSync("git", ["-C", folder, ...args], { env: { PATH: process.env["PATH"], GIT_CONFIG_NOSYSTEM: "1" } });
  git("init", "--quiet", "--initial-branch=main", "--template=");
  const write = (name: string, text: string, mode: number): void => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text, { mode });
  };
  for (const name of programs) write(name, evil, 0o755);
  write(".helm/.data/plugins/evil/plugin.yaml", plugin, 0o644);
  write(".git/config", gitConfig, 0o644);
};
