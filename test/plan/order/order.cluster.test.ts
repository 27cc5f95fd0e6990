import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openCommitRelation } from "../../../src/machine/git/commit-relation.ts";
import { deployNow } from "../../deploy/rig.ts";
import { changesIn, expectRefused, planOf, prometheusCrd, reasonsIn, tryDeploy, usePlanRig } from "../plan-rig.ts";

const on = usePlanRig();
const run = promisify(execFile);

/** Commits of a clone in the workspace: `second` comes of `first`, `other` too. */
const commits: Record<"first" | "second" | "other", string> = { first: "", second: "", other: "" };
beforeAll(async () => {
  const { root } = on.rig.outside.workspace;
  const git = async (...args: readonly string[]): Promise<string> => {
    const identity = ["-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"];
    return (
      await run("git", [...identity, "-C", root, ...args], { env: { PATH: process.env["PATH"], HOME: root } })
    ).stdout.trim();
  };
  const commit = async (name: keyof typeof commits): Promise<void> => {
    await git("commit", "--quiet", "--allow-empty", "--message", name);
    commits[name] = await git("rev-parse", "HEAD");
  };
  await git("init", "--quiet");
  await commit("first");
  await commit("second");
  await git("checkout", "--quiet", "-b", "other", commits.first);
  await commit("other");
});

let count = 0;
let namespace: string;
beforeEach(() => {
  count += 1;
  namespace = `case-${count}`;
});

const templates = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: of-chart }\ndata: { a: "1" }\n';

type Inputs = NonNullable<Parameters<typeof on.request>[0]["inputs"]>;
interface Options {
  readonly run?: string;
  readonly repository?: string;
  readonly version?: string;
  readonly inputs?: Inputs;
}

const request = async (
  sha: string,
  value: string,
  { run: id = "10", repository = "acme/stack", version = "1.0.0", inputs = {} }: Options = {},
) => {
  const given = await on.request({
    ...{ namespace, inputs },
    env: { GITHUB_REPOSITORY: repository, GITHUB_SHA: sha, GITHUB_RUN_ID: id, GITHUB_REF: "refs/heads/main" },
    chart: await on.chart(`chart-${namespace}-${version}`, { templates, version }),
    overlays: [
      `{ apiVersion: v1, kind: ConfigMap, metadata: { name: o, namespace: ${namespace} }, data: { a: "${value}" } }`,
    ],
  });
  // The rig's is opened before there is a clone.
  const { outside } = given;
  return { ...given, outside: { ...outside, relateCommits: await openCommitRelation(outside) } };
};

describe("what is deployed is not taken back", () => {
  test("by an older commit, unless it is named", async () => {
    await deployNow(await request(commits.second, "2"));
    const old = await request(commits.first, "1", { run: "11" });
    await expectRefused(
      on,
      old,
      "outdated",
      `Commit ${commits.first} is older than what is deployed (${commits.second} of refs/heads/main by https://github.com/acme/stack/actions/runs/10`,
      `allow-outdated: ${commits.first}`,
    );
    expect(changesIn(await planOf(old))).toEqual(["overlay update ConfigMap o"]);
    const allowed = await request(commits.first, "1", { run: "11", inputs: { allowOutdated: [commits.first] } });
    expect((await planOf(allowed)).notes.join()).toContain("The input allow-outdated names it.");
    await deployNow(allowed);
    await deployNow(await request(commits.second, "2", { run: "12" }));
  });

  test("by an older run of a commit that has parted, while a later one may", async () => {
    await deployNow(await request(commits.second, "2", { run: "20" }));
    await expectRefused(on, await request(commits.other, "3", { run: "19" }), "outdated", "run 19 began before run 20");
    const later = await request(commits.other, "3", { run: "21" });
    expect((await planOf(later)).notes.join()).toContain("have parted");
    await deployNow(later);
  });

  test("by a chart of a lower version", async () => {
    await deployNow(await request(commits.first, "1", { version: "2.0.0" }));
    const lower = await request(commits.second, "1", { version: "1.9.0" });
    await expectRefused(on, lower, "outdated", "Chart small-1.9.0 is older than that of the release, small-2.0.0");
    const allowed = { version: "1.9.0", inputs: { allowOutdated: ["small-1.9.0"] } };
    expect((await deployNow(await request(commits.second, "1", allowed))).release?.revision).toBe(2);
  });

  test("by another repository, and one in other letters is the same", async () => {
    await deployNow(await request(commits.first, "1"));
    const theirs = await request(commits.second, "2", { repository: "evil/fork" });
    await expectRefused(on, theirs, "owned-elsewhere", "deployed from the repository acme/stack", "evil/fork");
    expect(reasonsIn(await planOf(await request(commits.second, "2", { repository: "Acme/Stack" })))).toEqual([]);
  });

  test("and where nobody can tell, it is said and not refused", async () => {
    await deployNow(await request("f".repeat(40), "1"));
    const plan = await planOf(await request(commits.first, "2"));
    expect(reasonsIn(plan)).toEqual([]);
    expect(plan.notes.join()).toContain("is not known");
  });

  test("an unchanged stack of a newer commit writes nothing, not even a stamp", async () => {
    await deployNow(await request(commits.first, "1"));
    const { report, writes } = await tryDeploy(on, await request(commits.second, "1"));
    expect([report?.release?.revision, writes]).toEqual([1, []]);
  });
});

interface StackOptions {
  readonly release?: string;
  readonly path?: string;
  readonly named?: string;
  readonly inputs?: Inputs;
}

/** A release with a Prometheus. */
const stack = async (
  where: string,
  { release = "stack", path = "prometheus-stack", named = "main", inputs = {} }: StackOptions = {},
) => {
  const given = await on.request({
    namespace: where,
    inputs,
    env: { GITHUB_REPOSITORY: "acme/stack", GITHUB_SHA: commits.second, GITHUB_RUN_ID: "10" },
    chart: await on.chart(`stack-${where}-${release}`, {
      crds: prometheusCrd,
      templates: `apiVersion: monitoring.coreos.com/v1\nkind: Prometheus\nmetadata: { name: ${named} }\n`,
    }),
  });
  const name = { ...given.stack.release.name, value: release };
  return { ...given, stack: { ...given.stack, path, release: { ...given.stack.release, name } } };
};

describe("a second stack in the cluster", () => {
  test("that a renamed release or namespace would make is refused, unless the old one is named", async () => {
    await deployNow(await stack(namespace));
    const told = [
      `helm release ${namespace}/stack with Prometheus ${namespace}/main`,
      `helm uninstall stack --namespace ${namespace}`,
    ];
    await expectRefused(on, await stack(namespace, { release: "renamed", named: "new" }), "owned-elsewhere", ...told);
    await expectRefused(on, await stack(`${namespace}-moved`), "owned-elsewhere", ...told);
    const inputs = { allowOwned: [`Prometheus/${namespace}/main`] };
    const allowed = await planOf(await stack(`${namespace}-moved`, { inputs }));
    expect([reasonsIn(allowed), allowed.notes.join()]).toEqual([
      [],
      expect.stringContaining("Another stack is in this cluster"),
    ]);
    // That of another folder may well be wanted.
    const other = await planOf(await stack(`${namespace}-moved`, { path: "other-stack" }));
    expect([reasonsIn(other), other.notes.join()]).toEqual([[], expect.stringContaining(`${namespace}/stack`)]);
  });
});
