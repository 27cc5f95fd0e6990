/** One command of a page, as it is run. */
export interface RunCommand {
  readonly command: string;
  /** Its exit code; default 0. */
  readonly code?: number;
  readonly prints?: RegExp;
}

/** What a page's commands begin with. */
export type Beginning =
  | "an empty repository"
  | "the documented stack"
  | "the example"
  | "a large dashboard"
  | "a clone"
  | "a file out of form";

/** Commands of one page that are run in its order. */
export interface Walk {
  readonly page: string;
  readonly from: Beginning;
  readonly commands: readonly RunCommand[];
}

const check = "prometheus-stack-action check";

export const walks: readonly Walk[] = [
  {
    ...{ page: "README.md", from: "an empty repository" },
    commands: [
      { command: "prometheus-stack-action init", prints: /^Next: prometheus-stack-action check/m },
      { command: check, prints: /^nothing found$/m },
      { command: "prometheus-stack-action doctor", prints: /^Nothing here would stop a run\.$/m },
    ],
  },
  {
    ...{ page: "docs/command-line.md", from: "an empty repository" },
    commands: [
      { command: "prometheus-stack-action init", prints: /^Next: prometheus-stack-action check/m },
      { command: check, prints: /^nothing found$/m },
      { command: `${check} --fix`, prints: /^nothing found$/m },
    ],
  },
  {
    ...{ page: "docs/guides/old-tree.md", from: "the documented stack" },
    commands: [
      { command: check, code: 1, prints: /^\d+ errors, .*; --fix fixes \d of them$/m },
      { command: `${check} --fix`, code: 1, prints: /^\d findings fixed$/m },
      { command: "git diff", prints: /^\+ +- port: gpu-metrics$/m },
      { command: `${check} --write-baseline`, prints: /^\d+ findings are in \.prometheus-stack-baseline\.json/m },
      { command: "git add .prometheus-stack-baseline.json" },
    ],
  },
  {
    ...{ page: "docs/guides/gated-deploy.md", from: "the example" },
    commands: [
      {
        command: "prometheus-stack-action doctor --mode plan --target production --kubeconfig ~/.kube/config",
        prints: /^good +cluster rights /m,
      },
    ],
  },
  {
    ...{ page: "docs/guides/private-and-air-gapped.md", from: "the example" },
    commands: [
      {
        command:
          "prometheus-stack-action doctor --tools path --chart charts/kube-prometheus-stack-88.5.3.tgz --schema-locations /opt/kubernetes-schemas",
        prints: /^Nothing here would stop a run\.$/m,
      },
    ],
  },
  {
    ...{ page: "docs/guides/upgrades.md", from: "the documented stack" },
    commands: [
      {
        command: `${check} --fix --exporter dcgm-exporter --exporter-version 4.9.0`,
        prints: /^\d+ findings fixed$/m,
      },
      { command: "git diff", prints: /^- .*DCGM_FI_DEV_GPU_TEMP >[\s\S]*^\+ .*DCGM_FI_DEV_GPU_TEMP_CELSIUS >/m },
    ],
  },
  {
    ...{ page: "docs/checks/dashboard-last-applied-too-large.md", from: "a large dashboard" },
    commands: [
      { command: "kubectl apply -k overlays/dashboards", code: 1, prints: /metadata\.annotations: Too long/ },
      { command: "kubectl apply --server-side -k overlays/dashboards", prints: /serverside-applied/ },
    ],
  },
  {
    ...{ page: "docs/runbooks/exporter-gone.md", from: "an empty repository" },
    commands: [
      {
        command: "kubectl get pods --all-namespaces --output wide | grep dcgm-exporter",
        prints: /^gpu-operator +nvidia-dcgm-exporter-\S+ +1\/1 +Running/m,
      },
    ],
  },
  {
    ...{ page: "docs/runbooks/gpu-missing.md", from: "an empty repository" },
    commands: [{ command: "kubectl describe node <the node> | grep nvidia.com", prints: /^ +nvidia\.com\/gpu: +8$/m }],
  },
  {
    ...{ page: "CONTRIBUTING.md", from: "a clone" },
    commands: [{ command: "npm test -- test/dcgm/version.test.ts", prints: /Test Files {2}1 passed/ }],
  },
  {
    ...{ page: "CONTRIBUTING.md", from: "a file out of form" },
    commands: [{ command: "node_modules/.bin/biome check --write src", prints: /Fixed 1 file/ }],
  },
];

/** Pages whose commands are lines of an install.sh, which is read and never run; and what finds wrong ones. */
export const installScripts: Readonly<Record<string, string | null>> = {
  "docs/checks/helm-chart-version-unpinned.md": "helm-chart-version-unpinned",
  "docs/checks/helm-install-not-idempotent.md": "helm-install-not-idempotent",
  "docs/checks/helm-release-name-mismatch.md": "helm-release-name-mismatch",
  "docs/checks/install-script-unclear.md": "install-script-unclear",
  "docs/guides/from-install-sh.md": null,
};

/** A command that a file of this repository runs; it holds these words. */
export interface RunElsewhere {
  readonly page: string;
  readonly command: string;
  readonly by: string;
  readonly holds: string;
}

export const runElsewhere: readonly RunElsewhere[] = [
  { page: "README.md", command: "npm run demo", by: ".ci/run", holds: "npm run -s demo" },
  { page: "README.md", command: "npm test", by: ".ci/run", holds: "npm test" },
  { page: "CONTRIBUTING.md", command: "npm run check", by: ".ci/run", holds: "npm run -s check" },
  { page: "CONTRIBUTING.md", command: "npm test", by: ".ci/run", holds: "npm test" },
  {
    ...{ page: "docs/command-line.md", command: `${check} --watch` },
    ...{ by: "test/cli/watch/watch.test.ts", holds: '"check", "--watch"' },
  },
  {
    page: "docs/rollback.md",
    command:
      "kubectl get secret prometheus-stack-action.prometheus-stack.former --namespace monitoring --output go-template='{{.data.objects | base64decode}}' | gunzip | kubectl apply --server-side --force-conflicts --field-manager=by-hand --filename -",
    ...{ by: "test/pages/ways-out.test.ts", holds: '"docs/rollback.md"' },
  },
];

/** Commands that cannot be run here, of a page or of all of a folder. */
export interface NotHere {
  readonly page: string;
  readonly command: RegExp;
  readonly why: string;
}

const install = {
  command: /^npm install --global github:/,
  why: "it asks github.com; what it installs is packed and installed by test/scripts/package.test.ts",
};

export const notHere: readonly NotHere[] = [
  { page: "README.md", ...install },
  { page: "docs/command-line.md", ...install },
  {
    ...{ page: "CONTRIBUTING.md", command: /^git clone … && cd prometheus-stack-action && npm ci$/ },
    why: "it asks github.com and the registry",
  },
  { page: "CONTRIBUTING.md", command: /^npm test -- --whole$/, why: "it is all tests, this one among them" },
  {
    ...{ page: "docs/runbooks/", command: /^(?:time )?(?:nvidia-smi|dcgmi|lspci|ipmitool)\b/ },
    why: "it asks a GPU or the machine that it is in",
  },
  {
    ...{ page: "docs/runbooks/", command: /^(?:dmesg|journalctl|systemctl) / },
    why: "it asks the kernel or the system of a GPU's node",
  },
  {
    ...{ page: "docs/runbooks/", command: /^kubectl --namespace <its namespace> (?:logs|port-forward|top) / },
    why: "it asks a pod's kubelet, and the embedded cluster's nodes have none",
  },
];
