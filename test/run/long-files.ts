import { everyNth } from "../../scripts/case-options.ts";

/** Files that run for half a minute and more on two cores, each on real clusters of its own or under act. */
export const longFiles: readonly string[] = [
  "test/deploy/concurrent.test.ts",
  "test/deploy/recover-release.test.ts",
  "test/deploy/rollback/rollback.test.ts",
  "test/deploy/trouble.test.ts",
  "test/deploy/write-state.test.ts",
  "test/judge/judge.test.ts",
  "test/judge/older-operators.test.ts",
  "test/lock/lock.test.ts",
  "test/pages/ways-out.test.ts",
  "test/plan/crds-and-prune.cluster.test.ts",
  "test/plan/order/order.cluster.test.ts",
  "test/plan/prediction.cluster.test.ts",
  "test/plan/refused.cluster.test.ts",
  "test/plan/releases.cluster.test.ts",
  "test/rbac/lacking.test.ts",
  "test/rbac/modes.test.ts",
  "test/verify/drill/drill.test.ts",
  "test/workflows/page-workflows.test.ts",
  "test/workflows/plan.test.ts",
  "test/workflows/release.test.ts",
];

/** Files that run for twenty seconds and more, and always. */
export const slowFiles: readonly string[] = [
  "test/action/by-hand.test.ts",
  "test/checks/fixtures.test.ts",
  "test/cli/cli.test.ts",
  "test/cli/watch/watch.test.ts",
  "test/cluster/cluster.test.ts",
  "test/cluster/lifetime.test.ts",
  "test/deploy/chart.test.ts",
  "test/deploy/deploy.test.ts",
  "test/doctor/broken-set-ups.test.ts",
  "test/machine/cluster/open-cluster.test.ts",
  "test/machine/github/written.test.ts",
  "test/machine/process/watchdog.test.ts",
  "test/plan/changes/loss.cluster.test.ts",
  "test/render/kustomize/build-in-parts.test.ts",
  "test/scripts/growth.test.ts",
  "test/signal/alertmanager/alertmanager-judge.test.ts",
  "test/workflows/act.test.ts",
];

/** Those that `npm test` of everything leaves out by this seed, and the next seed does not; none where it is null. */
export const leftOut = (seed: number | null): readonly string[] => (seed === null ? [] : everyNth(longFiles, 2, seed));
