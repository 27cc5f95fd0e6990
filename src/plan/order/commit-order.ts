import semver from "semver";
import type { CommitRelation, RelateCommits } from "../../outside/commit-relation.ts";
import type { Obstacle } from "../plan.ts";
import type { Deployed } from "./deployed-state.ts";

/** What is to be deployed. */
export interface DeployCandidate {
  readonly repository: string | null;
  /** Full SHA. */
  readonly commit: string | null;
  readonly runId: string | null;
  readonly chart: { readonly name: string; readonly version: string };
}

/** Whether a deploy goes back in time. */
export interface OrderVerdict {
  /** `outdated`, and `owned-elsewhere` where another repository deploys this release. */
  readonly obstacles: readonly Obstacle[];
  /** Sentences. */
  readonly notes: readonly string[];
}

interface Deciding {
  /** What the last deploy noted; null where there is none. */
  readonly deployed: Deployed | null;
  /** `name-version` of the chart of the release in the cluster; null where there is no release. */
  readonly releaseChart: string | null;
  readonly candidate: DeployCandidate;
  readonly relation: RelateCommits;
  /** The input `allow-outdated`: full SHAs, or `name-version` of a chart. */
  readonly allowed: readonly string[];
}

/**
 * Compares a deploy with what is there. A commit is older where it is an ancestor of the deployed one; where neither
 * contains the other, or that is not known, the later run counts (GitHub numbers runs in the order in which they were
 * triggered, and a run that is started again keeps its number). Throws what `relation` throws.
 */
export const commitOrder = async (deciding: Deciding): Promise<OrderVerdict> => {
  const orders = [await byCommit(deciding), byChart(deciding)];
  return {
    obstacles: orders.flatMap(({ obstacles }) => obstacles),
    notes: orders.flatMap(({ notes }) => notes),
  };
};

const fine: OrderVerdict = { obstacles: [], notes: [] };
const note = (text: string): OrderVerdict => ({ obstacles: [], notes: [text] });

const byCommit = async ({ deployed, candidate, relation, allowed }: Deciding): Promise<OrderVerdict> => {
  if (deployed === null) return fine;
  const there = tell(deployed);
  if (deployed.repository !== null && candidate.repository !== null && !sameRepository(deployed, candidate))
    return elsewhere(deployed.repository, candidate.repository);
  if (deployed.commit === null || candidate.commit === null)
    return note(`Nobody can tell whether this is newer than what is deployed: ${there}.`);
  const [base, head] = [deployed.commit.toLowerCase(), candidate.commit.toLowerCase()];
  const order = base === head ? "same" : await relation(base, head);
  const why = olderBecause(order, deployed, candidate);
  if (why !== null) {
    const told = `${candidate.commit} is older than what is deployed (${there}): ${why}.`;
    if (allows(allowed, head)) return note(`Commit ${told} The input allow-outdated names it.`);
    return outdated(
      `Commit ${told} It would take back what came after it.`,
      `Deploy the newest commit, or name this one with the input allow-outdated: ${head}.`,
    );
  }
  if (order === "diverged")
    return note(`Commit ${head} and what is deployed (${there}) have parted: neither contains the other.`);
  return order === null ? note(`Whether commit ${head} contains what is deployed (${there}) is not known.`) : fine;
};

const olderBecause = (order: CommitRelation | null, { run }: Deployed, { runId }: DeployCandidate): string | null => {
  if (order === "behind") return "it is an ancestor";
  const isEarlier = isRunId(run.id) && isRunId(runId) && BigInt(runId) < BigInt(run.id);
  if (!isEarlier || order === "ahead" || order === "same") return null;
  const why = order === null ? "the clone does not hold all commits between them" : "neither commit contains the other";
  return `run ${runId} began before run ${run.id}, and ${why}`;
};

const isRunId = (text: string | null): text is string => text !== null && /^\d{1,20}$/.test(text);

const sameRepository = (a: Deployed, b: DeployCandidate): boolean =>
  a.repository?.toLowerCase() === b.repository?.toLowerCase();

const elsewhere = (theirs: string, ours: string): OrderVerdict => ({
  obstacles: [
    {
      reason: "owned-elsewhere",
      message: `The release is deployed from the repository ${theirs}, and this run is of ${ours}.`,
      hint: "Deploy it from one repository. Where it has moved, delete the ConfigMap prometheus-stack-action.<release> in the release's namespace once.",
    },
  ],
  notes: [],
});

const outdated = (message: string, hint: string): OrderVerdict => ({
  obstacles: [{ reason: "outdated", message, hint }],
  notes: [],
});

const allows = (allowed: readonly string[], what: string): boolean =>
  allowed.some((one) => one.toLowerCase() === what.toLowerCase());

/** E.g. `9f8e… of refs/heads/main by https://…/runs/7, 2026-03-01T12:00:00Z`. */
const tell = ({ commit, ref, run, at }: Deployed): string =>
  [
    [
      commit ?? "a commit that nobody noted",
      ref === null ? null : `of ${ref}`,
      run.url === null ? null : `by ${run.url}`,
    ]
      .filter((part) => part !== null)
      .join(" "),
    at,
  ].join(", ");

/** A chart of another name is no older one: which it is belongs to the changes that whoever approves sees. */
const byChart = ({ releaseChart, candidate: { chart }, allowed }: Deciding): OrderVerdict => {
  const [there, here] = [versionOf(releaseChart, chart.name), semver.parse(chart.version, { loose: true })];
  if (there === null || here === null || semver.gte(here, there)) return fine;
  const name = `${chart.name}-${chart.version}`;
  const what = `Chart ${name} is older than that of the release, ${releaseChart}`;
  if (allows(allowed, name)) return note(`${what}. The input allow-outdated names it.`);
  return outdated(
    `${what}: its CRDs and objects may not take what the newer one left.`,
    `Deploy chart ${releaseChart} or a newer one, or name this one with the input allow-outdated: ${name}.`,
  );
};

/** The version in helm's `name-version`, which has no other end than the name that is expected. */
const versionOf = (chart: string | null, name: string): semver.SemVer | null =>
  chart?.startsWith(`${name}-`) === true && chart.length < 300
    ? semver.parse(chart.slice(name.length + 1), { loose: true })
    : null;
