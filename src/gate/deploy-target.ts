import type { NoBase } from "../outside/repository.ts";

/** One of the configuration's targets, as far as deploys to it are guarded. */
export interface DeployTarget {
  readonly name: string;
  /** Whether a deploy has to prove where it runs. */
  readonly gated: boolean;
  /** The environment of GitHub's that a deploy runs in; a gated target has one. */
  readonly environment: string | null;
  /** Who may deploy, as `allowedRef` reads it; null: the repository's default branch alone. */
  readonly refs: readonly string[] | null;
  /** uid of the namespace kube-system, or the server's URL: it counts as well as the input of that name. */
  readonly expectedCluster: string | null;
}

/** What the configuration that counts says of targets. */
export interface DeployTargets {
  /** The one that the input `target` chooses; null where the run names none. */
  readonly target: DeployTarget | null;
  /** All of them. */
  readonly targets: readonly DeployTarget[];
  /** Why no configuration counts on this event: nobody knows then which targets are gated. Null where it is known. */
  readonly notRead: NoBase | null;
}
