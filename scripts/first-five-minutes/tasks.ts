/** One command as a person types it. */
export interface TypedCommand {
  readonly line: string;
  /** Lines of its output that the page shows at most, from its beginning and from its end; default: all. */
  readonly first?: number;
  readonly last?: number;
  /** Its exit code, where it is not 0. */
  readonly code?: number;
}

/** One of the tasks of docs/first-five-minutes.md. */
export interface Task {
  readonly title: string;
  /** Where it begins; `clone` is a clone of this repository, in which everything is installed. */
  readonly from: "an empty folder" | "a clean clone";
  readonly about: string;
  readonly commands: readonly TypedCommand[];
  /** What is learned of it. */
  readonly learned: string;
}

const check = "prometheus-stack-action check";

export const tasks: readonly Task[] = [
  {
    title: "From nothing to green",
    from: "an empty folder",
    about:
      "`init` writes a tree for the exporter that you name, with alerts, their unit tests, a dashboard and the workflow.",
    commands: [
      { line: "git init --quiet" },
      { line: "prometheus-stack-action init", first: 5, last: 7 },
      { line: `${check} --quiet` },
    ],
    learned:
      "Commit it. The workflow checks every pull request from then on: [the first pull request](guides/first-pull-request.md).",
  },
  {
    title: "Find the break, and mend it",
    from: "an empty folder",
    about:
      "The tree that the documentation of such stacks shows, taken literally. Its YAML is valid, and it passes its schemas. `$CLONE` is a clone of this repository.",
    commands: [
      { line: "git init --quiet" },
      { line: 'cp -r "$CLONE/fixtures/stacks/as-documented" prometheus-stack' },
      {
        line: "git add . && git -c user.name=me -c user.email=me@example.com commit --quiet --message 'As documented'",
      },
      { line: `${check} --quiet`, first: 11, last: 1, code: 1 },
      { line: `${check} --quiet --fix`, first: 15, last: 1, code: 1 },
      { line: "git diff --stat" },
      {
        line: "sed -i 's/DCGM_FI_DEV_FB_TOTAL/(DCGM_FI_DEV_FB_USED + DCGM_FI_DEV_FB_FREE)/' prometheus-stack/overlays/alerting/gpu-alerts.yaml",
      },
      { line: `${check} --quiet`, first: 5, last: 1 },
    ],
    learned:
      "What is certain was mended, line by line: the port, the labels by which Prometheus selects. One error asked for a decision, a metric that the exporter has off by default. The warnings are left, each with a page that helps: [the checks](checks.md).",
  },
  {
    title: "Adopt an old tree",
    from: "a clean clone",
    about:
      "A public repository that nobody here wrote, with the faults that it has. `npm run precision` fetches it at its commit and lays its files out as a stack, below `$STACKS`, `~/.cache/prometheus-stack-action/precision/stacks`.",
    commands: [
      { line: "npm run -s precision -- --only defilantech/LLMKube", last: 8 },
      { line: 'cp -r "$STACKS/defilantech/LLMKube" ../old && cd ../old && git init --quiet' },
      { line: `${check} --quiet`, last: 2, code: 1 },
      { line: `${check} --quiet --write-baseline`, last: 1 },
      { line: `${check} --quiet` },
    ],
    learned: "From now on only what is new fails: [an old tree](guides/old-tree.md).",
  },
  {
    title: "Add a check",
    from: "a clean clone",
    about:
      "An alert that goes on firing for more than a day after its condition is gone. [CONTRIBUTING.md](../CONTRIBUTING.md) has the walk.",
    commands: [
      { line: "npm run -s new-check -- alert-keeps-firing", last: 8 },
      {
        line: `cat > src/checks/alert-keeps-firing.ts <<'END'
import { valueAt } from "../kubernetes/manifest.ts";
import { parseDuration } from "../promql/prometheus-duration.ts";
import type { Check } from "./check.ts";
import { ownAlerts, ruleProblem } from "./own/own-rules.ts";

const dayMs = 24 * 60 * 60 * 1000;

export const alertKeepsFiring: Check = {
  id: "alert-keeps-firing",
  title: "An alert goes on firing for more than a day after its condition is gone.",
  severity: "warning",
  decidedBy: "own",
  reads: ["resolution"],
  *find({ resolution }) {
    for (const alert of ownAlerts(resolution)) {
      const kept = valueAt(alert.object.body, [...alert.path, "keep_firing_for"]);
      if (typeof kept === "string" && (parseDuration(kept) ?? 0) > dayMs)
        yield ruleProblem(alert, resolution, \`it fires \${kept} after its condition is gone\`, ["keep_firing_for"]);
    }
  },
};
END`,
      },
      {
        line: "cd fixtures/checks/alert-keeps-firing && rm -r bad good-trap && cp -r ../alert-for-redundant-zero/. . && cd ../../..",
      },
      {
        line: "sed -i 's/for: 0m # .*/keep_firing_for: 30h # expect: alert-keeps-firing/' fixtures/checks/alert-keeps-firing/bad/overlays/alerting/extra.yaml",
      },
      { line: "npm run -s docs" },
      { line: "npm test -- test/checks/fixtures.test.ts -t alert-keeps-firing --hideSkippedTests", last: 12 },
    ],
    learned:
      "The wrong tree is found, the right one is not. What is left is the page, of which `npm test -- test/checks/catalogue.test.ts` names every part that is missing.",
  },
  {
    title: "Deploy the example, break it, read why",
    from: "a clean clone",
    about:
      "The example is deployed to an API server of its own, with the real Prometheus, Alertmanager and operator, and simulated GPU nodes. Then one GPU falls off the bus.",
    commands: [{ line: "npm run -s faults -- planted 'one GPU has fallen off the bus'", last: 8 }],
    learned:
      "`mode: verify` names the condition that is lost and the node. Nothing in the files is wrong, and no alert of the exporter's own metrics could tell: a GPU that is gone has none. [Verify](verify.md).",
  },
];
