import { execFileSync } from "node:child_process";
import { appendFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

const fixtures = resolve(import.meta.dirname, "../../fixtures");

/** A clone as actions/checkout leaves it, to be tampered with. */
export interface Tree {
  /** Absolute path of the workspace. */
  readonly dir: string;
  write(file: string, text: string): void;
  append(file: string, text: string): void;
  /** Replaces text that must be in the file. */
  replace(file: string, from: string, to: string): void;
  /** Commits everything; answers the commit's full name. */
  commit(): string;
}

export const treeIn = (dir: string): Tree => {
  const git = (...args: readonly string[]): string =>
    execFileSync("git", ["-C", dir, "-c", "user.name=test", "-c", "user.email=test@example.com", ...args], {
      env: { PATH: process.env["PATH"], GIT_CONFIG_NOSYSTEM: "1" },
      encoding: "utf8",
      stdio: "pipe",
    });
  const write: Tree["write"] = (file, text) => {
    mkdirSync(dirname(join(dir, file)), { recursive: true });
    writeFileSync(join(dir, file), text);
  };
  return {
    dir,
    write,
    append: (file, text) => appendFileSync(join(dir, file), text),
    replace(file, from, to) {
      const text = readFileSync(join(dir, file), "utf8");
      if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
      write(
        file,
        text.replace(from, () => to),
      );
    },
    commit() {
      git("add", "--all");
      git("commit", "--quiet", "--allow-empty", "-m", "test");
      return git("rev-parse", "HEAD").trim();
    },
  };
};

/** The files that both commits and all tampering change. */
export const files = {
  values: "prometheus-stack/upstream/values.yaml",
  install: "prometheus-stack/upstream/install.sh",
  base: "prometheus-stack/base/kustomization.yaml",
  namespace: "prometheus-stack/base/namespace.yaml",
  health: "prometheus-stack/overlays/alerting/gpu-health.yaml",
  usage: "prometheus-stack/overlays/alerting/gpu-usage.yaml",
  dashboard: "prometheus-stack/overlays/dashboards/gpu-overview.json",
  monitor: "prometheus-stack/overlays/servicemonitors/dcgm-exporter.yaml",
  config: ".prometheus-stack.yaml",
} as const;

const configMap = (name: string, key: string): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\n  namespace: monitoring\ndata:\n  ${key}: "1"\n`;

/** The first commit: the example stack with the fixture chart, and an object that the next commit has no more. */
export const firstCommit = (dir: string): string => {
  mkdirSync(dir, { recursive: true });
  execFileSync("git", ["init", "--quiet", "--initial-branch=main", "--template=", dir]);
  cpSync(join(fixtures, "prometheus-stack"), join(dir, "prometheus-stack"), { recursive: true });
  cpSync(join(fixtures, "charts/kube-prometheus-stack"), join(dir, "chart"), { recursive: true });
  const tree = treeIn(dir);
  tree.write("prometheus-stack/base/former.yaml", configMap("former", "kept"));
  tree.append(files.base, "  - former.yaml\n");
  tree.append(files.values, '\ngrafana:\n  adminPassword: "correct-horse-battery"\n');
  tree.write(files.config, "targets:\n  production: {}\n  staging: {}\n");
  return tree.commit();
};

/** The second: something to create, to update and to delete in every layer that a tree can change. */
export const secondCommit = (dir: string): string => {
  const tree = treeIn(dir);
  tree.replace(files.base, "  - former.yaml\n", "  - contacts.yaml\n");
  tree.write("prometheus-stack/base/contacts.yaml", configMap("contacts", "on-call"));
  tree.replace(files.namespace, "  labels:\n", "  labels:\n    team: gpu\n");
  tree.replace(files.values, "retention: 15d", "retention: 20d");
  tree.replace(files.values, "correct-horse-battery", "another-horse-battery");
  tree.replace(files.usage, "for: 15m", "for: 20m");
  tree.replace(files.monitor, "interval: 15s", "interval: 30s");
  return tree.commit();
};
