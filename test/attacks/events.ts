import type { Attack } from "./attack.ts";
import { alerting, type Ground } from "./ground.ts";

const config = ".prometheus-stack.yaml";
const broken = `${alerting}/gpu-usage.yaml`;
const excuse =
  "checks:\n  alert-for-missing: off\n  alert-summary-missing: off\n  rule-field-invalid: off\n  promql-syntax-error: off\n";

/** The attacker's change: a rule that is no PromQL, and an excuse for it. */
const spoil = (ground: Ground, how: (ground: Ground) => void): void => {
  ground.write(
    broken,
    "apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\nmetadata:\n  name: gpu-usage\nspec:\n  groups:\n    - name: gpu\n      rules:\n        - alert: Broken\n          expr: sum(\n          for: 5m\n",
  );
  how(ground);
};

const event = (ground: Ground, value: unknown): void => ground.write("../event.json", JSON.stringify(value));
const vars = { GITHUB_EVENT_PATH: "$WORKSPACE/../event.json" } as const;

const byConfig = (ground: Ground): void => ground.write(config, excuse);

/** The workflow checks out the head of a pull request: its first parent is the attacker's own commit. */
const headCheckedOut = (name: string, eventName: string, ref: string, shaOf: "base" | "head" | "none"): Attack => ({
  name,
  lay: (ground) => {
    const base = ground.commit("base");
    byConfig(ground);
    ground.commit("the attacker's first");
    spoil(ground, () => {});
    const head = ground.commit("the attacker's second");
    event(ground, { pull_request: { base: { sha: base }, head: { sha: head } } });
    ground.name({ SHA: shaOf === "base" ? base : shaOf === "head" ? head : "f".repeat(40) });
  },
  env: { ...vars, GITHUB_EVENT_NAME: eventName, GITHUB_REF: ref, GITHUB_SHA: "$SHA" },
  ends: "findings",
});

const excuses: readonly Attack[] = [
  headCheckedOut("the head is checked out on pull_request", "pull_request", "refs/pull/1/merge", "none"),
  headCheckedOut("the head is checked out on pull_request_target", "pull_request_target", "refs/heads/main", "base"),
  headCheckedOut("the head is checked out on issue_comment", "issue_comment", "refs/heads/main", "base"),
  headCheckedOut("the head is checked out on workflow_run", "workflow_run", "refs/heads/main", "base"),
  headCheckedOut("the head is checked out on pull_request_review", "pull_request_review", "refs/pull/1/merge", "none"),
  headCheckedOut("the head is checked out on an event that nobody knows", "unheard_of", "refs/heads/main", "none"),
  headCheckedOut("the head is checked out on workflow_dispatch", "workflow_dispatch", "refs/heads/main", "base"),
  {
    name: "a merge of the attacker's own making on pull_request",
    lay: (ground) => {
      const base = ground.commit("base");
      byConfig(ground);
      ground.commit("the attacker's first");
      ground.git("checkout", "--quiet", "-b", "other", base);
      spoil(ground, () => {});
      ground.commit("other");
      ground.git("checkout", "--quiet", "main");
      ground.git("merge", "--quiet", "--no-ff", "-m", "Merge", "other");
      event(ground, { pull_request: { base: { sha: base }, head: { sha: ground.git("rev-parse", "HEAD") } } });
    },
    env: { ...vars, GITHUB_EVENT_NAME: "pull_request", GITHUB_REF: "refs/pull/1/merge", GITHUB_SHA: "f".repeat(40) },
    ends: "findings",
  },
  {
    name: "a replaced base commit",
    lay: (ground) => {
      const base = ground.commit("base");
      byConfig(ground);
      const excused = ground.commit("excused");
      ground.git("reset", "--quiet", "--hard", base);
      spoil(ground, () => {});
      const head = ground.commit("head");
      ground.git("replace", base, excused);
      event(ground, { pull_request: { base: { sha: base }, head: { sha: head } } });
    },
    env: { ...vars, GITHUB_EVENT_NAME: "pull_request", GITHUB_REF: "refs/pull/1/merge", GITHUB_SHA: "f".repeat(40) },
    ends: "findings",
  },
  ...(["fsmonitor", "pager", "editor", "sshCommand", "hooksPath"] as const).map(
    (key): Attack => ({
      name: `git's own configuration runs a program by core.${key}`,
      lay: (ground) => {
        const base = ground.commit("base");
        spoil(ground, () => {});
        const head = ground.commit("head");
        ground.append(
          ".git/config",
          `[core]\n\t${key} = $WORKSPACE/evil.sh\n[include]\n\tpath = $OUTSIDE/canary.txt\n[remote "origin"]\n\turl = ext::$WORKSPACE/evil.sh\n\tuploadpack = $WORKSPACE/evil.sh\n\tpromisor = true\n[extensions]\n\tpartialClone = origin\n`,
        );
        event(ground, {
          pull_request: { base: { sha: `${base.slice(0, 39)}${base[39] === "0" ? "1" : "0"}` }, head: { sha: head } },
        });
      },
      env: { ...vars, GITHUB_EVENT_NAME: "pull_request", GITHUB_REF: "refs/pull/1/merge", GITHUB_SHA: "f".repeat(40) },
      ends: "findings",
    }),
  ),
];

/** Without a `.git` of its own, git takes a folder with these names for a repository and obeys its configuration. */
const bare: Attack = {
  name: "a bare repository in the place of the checkout",
  lay: (ground) => {
    ground.remove(".git");
    ground.write("HEAD", "ref: refs/heads/main\n");
    ground.write("objects/x", "");
    ground.write("refs/x", "");
    ground.write(
      "config",
      "[core]\n\tbare = false\n\tworktree = $WORKSPACE\n\tfsmonitor = $WORKSPACE/evil.sh\n\thooksPath = $WORKSPACE\n\tsshCommand = $WORKSPACE/evil.sh\n\tpager = $WORKSPACE/evil.sh\n",
    );
  },
  env: {
    GITHUB_EVENT_NAME: "pull_request",
    GITHUB_REF: "refs/pull/1/merge",
    GITHUB_SHA: "f".repeat(40),
  },
  ends: null,
};

const strangers: readonly (readonly [string, unknown])[] = [
  ["issue_comment", { repository: { full_name: "a/b" }, comment: {} }],
  ["issues", {}],
  ["discussion", {}],
  ["discussion_comment", {}],
  ["fork", {}],
  ["watch", {}],
  ["gollum", {}],
  [
    "pull_request_target",
    { pull_request: { head: { repo: { full_name: "a/b" } }, base: { repo: { full_name: "a/b" } } } },
  ],
  ["pull_request", { pull_request: { head: { repo: { full_name: "evil/b" } }, base: { repo: { full_name: "a/b" } } } }],
  ["pull_request", { pull_request: { head: { repo: null }, base: { repo: { full_name: "a/b" } } } }],
  [
    "pull_request_review",
    { pull_request: { head: { repo: { full_name: "evil/b" } }, base: { repo: { full_name: "a/b" } } } },
  ],
  ["workflow_run", { repository: { full_name: "a/b" }, workflow_run: { head_repository: { full_name: "evil/b" } } }],
  ["unheard_of", {}],
  ["PULL_REQUEST", { pull_request: { head: { repo: { full_name: "evil/b" } }, base: { repo: { full_name: "a/b" } } } }],
];

const deploying = strangers.map(
  ([name, payload], index): Attack => ({
    name: `deploying on ${name} that a stranger triggers (${index})`,
    lay: (ground) => {
      ground.commit("head");
      event(ground, payload);
    },
    inputs: { mode: "deploy", kubeconfig: "$HOME/.kube/config" },
    env: { ...vars, GITHUB_EVENT_NAME: name },
    ends: "untrusted-event",
  }),
);

/** The same with a cluster that would take it. */
const reaching = deploying
  .filter(({ name }) =>
    / on (?:issue_comment|pull_request_target|pull_request) that a stranger triggers \((?:0|7|8)\)/.test(name),
  )
  .map(({ inputs: _, ...one }): Attack => ({ ...one, mode: "deploy" }));

const eventFiles: readonly Attack[] = [
  ["is the token", (ground: Ground) => ground.name({ EVENT: ground.fill("$WORKSPACE/.git/config") })],
  [
    "is a FIFO",
    (ground: Ground) => {
      ground.fifo("../event.json");
      ground.name({ EVENT: ground.fill("$WORKSPACE/../event.json") });
    },
  ],
  ["is a device", (ground: Ground) => ground.name({ EVENT: "/dev/zero" })],
  [
    "is nested deeply",
    (ground: Ground) => {
      ground.write("../event.json", `${"[".repeat(200_000)}`);
      ground.name({ EVENT: ground.fill("$WORKSPACE/../event.json") });
    },
  ],
].map(
  ([name, lay]): Attack => ({
    name: `the event's file ${name}`,
    lay: (ground) => {
      ground.commit("head");
      (lay as (ground: Ground) => void)(ground);
    },
    env: {
      GITHUB_EVENT_NAME: "pull_request",
      GITHUB_EVENT_PATH: "$EVENT",
      GITHUB_SHA: "f".repeat(40),
      GITHUB_REF: "refs/pull/1/merge",
    },
    ends: [null, "invalid-input"],
  }),
);

/** What a commit may not excuse, and who may not deploy. */
export const events: readonly Attack[] = [...excuses, bare, ...deploying, ...reaching, ...eventFiles];
