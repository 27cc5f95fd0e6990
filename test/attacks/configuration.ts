import { type Attack, bothHelms } from "./attack.ts";
import { alerting, type Ground, list } from "./ground.ts";

const config = ".prometheus-stack.yaml";

/** A helm inside kustomize whose plugins are the tree's, and an exec plugin of the tree's own. */
const layPlugin = (ground: Ground): void => {
  ground.write(`${alerting}/evil.sh`, ground.read("evil.sh"), 0o755);
  ground.write(
    `${alerting}/evil.yaml`,
    "apiVersion: v1\nkind: Evil\nmetadata:\n  name: evil\n  annotations:\n    config.kubernetes.io/function: |\n      exec: {path: ./evil.sh}\n",
  );
  ground.append(
    list,
    "generators: [evil.yaml]\nhelmGlobals: {configHome: $WORKSPACE/.helm}\nhelmCharts: [{name: x, repo: evil://x, releaseName: x}]\n",
  );
};

const leave = "[exec-plugins, helm-charts]";

const allowed: readonly (readonly [string, string])[] = [
  ["as a list", `allow: ${leave}\n`],
  ["as a text", "allow: exec-plugins, helm-charts\n"],
  ["for a target", `targets: {production: {allow: ${leave}}}\n`],
  ["twice", `allow: []\nallow: ${leave}\n`],
  ["by a merge", `x: &x {allow: ${leave}}\n<<: *x\n`],
];

/** Events on which GITHUB_SHA is no pull request's: the tree that is checked out is whatever the workflow chose. */
const events = [
  ...["", "push", "merge_group", "workflow_run", "issue_comment", "issues", "pull_request", "pull_request_target"],
  ...[
    "pull_request_review",
    "pull_request_review_comment",
    "workflow_dispatch",
    "schedule",
    "release",
    "fork",
    "unheard_of",
  ],
] as const;

const pullHead = "1".repeat(40);

const onEvent = events.map(
  (event): Attack => ({
    helms: event === "push" ? bothHelms : ["helm3"],
    name: `the tree allows itself plugins on ${event || "no event"}`,
    lay: (ground) => {
      ground.commit("base");
      layPlugin(ground);
      ground.write(config, `allow: ${leave}\n`);
      ground.commit("the attacker's");
      ground.write(
        "../event.json",
        JSON.stringify({ pull_request: { base: { sha: pullHead }, head: { sha: pullHead } } }),
      );
    },
    env:
      event === ""
        ? {}
        : {
            GITHUB_EVENT_NAME: event,
            GITHUB_EVENT_PATH: "$WORKSPACE/../event.json",
            GITHUB_SHA: pullHead,
            GITHUB_REF: "refs/heads/main",
          },
    ends: "invalid-input",
  }),
);

const written = allowed.map(
  ([how, text]): Attack => ({
    helms: ["helm3"],
    name: `the tree allows itself plugins ${how}`,
    lay: (ground) => {
      layPlugin(ground);
      ground.write(config, text);
    },
    ...(how === "for a target" ? { inputs: { target: "production" } } : {}),
    ends: "invalid-input",
  }),
);

const says = (name: string, text: string, more: Partial<Attack> = {}): Attack => ({
  name: `the configuration says ${name}`,
  lay: (ground) => ground.write(config, text),
  inputs: { chart: "" },
  ends: "invalid-input",
  ...more,
});

const choices: readonly Attack[] = [
  says("a chart of outside", "chart: $OUTSIDE/chart\n"),
  says("a chart by ../", "chart: ../outside/chart\n", { ends: ["invalid-input", "render-failed"] }),
  says("a chart of HOME", "chart: ~/chart\n", { ends: ["invalid-input", "render-failed"] }),
  says("a chart that is an option", "chart: --post-renderer=./evil.sh\n"),
  says("a release that is an option", "release-name: --post-renderer=./evil.sh\n"),
  says("a namespace that is an option", "namespace: --kube-apiserver=$HERE\n"),
  says("values of outside", "value-files: [$OUTSIDE/values.yaml]\n", { inputs: {} }),
  says("values that are the token", "value-files: [.git/config]\n", { inputs: {} }),
  says("values by HTTP", "value-files: ['$HERE/values.yaml']\n", { inputs: {} }),
  says("an exporter of outside", "exporter: $OUTSIDE\n", { inputs: {} }),
  says("an exporter by ../", "exporter: ../outside\n", { inputs: {} }),
  says("that the cluster has the exporter", "exporter: cluster\n", {
    inputs: {},
    env: { KUBECONFIG: "$HOME/.kube/config" },
  }),
  says("an overlay of outside", "overlays: [$OUTSIDE]\n", { inputs: {} }),
  says("a baseline of outside", "baseline: ../outside/canary.json\n", { inputs: {} }),
  says("a baseline that is the token", "baseline: .git/config\n", { inputs: {} }),
  says("schemas of outside", "schema-locations: [$OUTSIDE]\n", { inputs: {} }),
  says("a report folder", "report-dir: $OUTSIDE/report\n", { inputs: {} }),
  says("tools", "tools: auto\nhelm-version: 3.0.0\n", { inputs: {} }),
  says(
    "a chart repository by HTTP with the workflow's login",
    "chart: x/kube-prometheus-stack\nchart-repository: $HERE\nchart-version: 1.0.0\n",
    {
      inputs: { chart: "", "chart-username": "somebody", "chart-password": "hunter2hunter2" },
      hides: ["hunter2hunter2"],
    },
  ),
  {
    name: "the configuration is a link to outside",
    lay: (ground) => ground.link("$OUTSIDE/canary.yaml", config),
    ends: "invalid-input",
  },
  {
    name: "the configuration is the token",
    lay: (ground) => ground.link(".git/config", config),
    ends: "invalid-input",
  },
  {
    name: "the configuration is the step's environment",
    lay: (ground) => ground.link("/proc/self/environ", config),
    ends: "invalid-input",
  },
  {
    name: "the configuration is a FIFO",
    lay: (ground) => ground.fifo(config),
    ends: "invalid-input",
  },
  {
    name: "the configuration is an alias bomb",
    lay: (ground) =>
      ground.write(
        config,
        `a: &a [${"x,".repeat(9)}]\n${[..."bcdefghi"].map((name, n) => `${name}: &${name} [${`*${"abcdefgh"[n]},`.repeat(9)}]\n`).join("")}`,
      ),
    ends: "invalid-input",
  },
];

const byHand: readonly Attack[] = [
  ["on a foreign checkout", `allow: ${leave}\n`],
  ["for a chart of outside", "chart: $OUTSIDE/chart\n"],
].map(
  ([name = "", text = ""]): Attack => ({
    name: `the command line ${name}`,
    lay: (ground) => {
      layPlugin(ground);
      ground.write(config, text);
    },
    commandLine: ["check", "--chart", "chart", "--tools", "path", "--schema-locations", "none-there"],
    ends: null,
  }),
);

/** What the configuration of a tree may not say. */
export const configurations: readonly Attack[] = [...onEvent, ...written, ...choices, ...byHand];
