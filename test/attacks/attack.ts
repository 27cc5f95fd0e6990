import type { RequestListener } from "node:http";
import type { FailureReason } from "../../src/core/errors.ts";
import type { Ground } from "./ground.ts";
import type { SeenRequest } from "./witness-server.ts";

export type HelmName = "helm" | "helm3";

/** Both majors, for what reaches helm. */
export const bothHelms: readonly HelmName[] = ["helm", "helm3"];

/** One of them, now this and now that, for what is refused before helm is asked. */
export const eitherHelm = (name: string): readonly HelmName[] => [name.length % 2 === 0 ? "helm" : "helm3"];

/**
 * A hostile tree, or an honest one that does nearly the same. Texts of inputs and environment may hold `$WORKSPACE`,
 * `$OUTSIDE`, `$HOME`, `$MOUNT`, `$TEMP`, `$HERE` (address of the server that the tree names), `$OTHER` (another's),
 * `$HERE_HOST`, `$OTHER_HOST` and `$CA`.
 */
export interface Attack {
  readonly name: string;
  /** Makes the tree out of the example stack. */
  readonly lay?: (ground: Ground) => void;
  /** An empty text drops what the harness gives by itself. */
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** Default: helm 4 only. */
  readonly helms?: readonly HelmName[];
  /** `plan` and `deploy` run against the embedded cluster, in which nothing may have changed then. Default: check. */
  readonly mode?: "check" | "plan" | "deploy";
  /** What the server that the tree names answers, beside taking notes. Default: 404. */
  readonly serve?: (ground: Ground) => RequestListener;
  /** The server speaks TLS; `$CA` is its certificate. */
  readonly tls?: boolean;
  /** `failure-reason` of the run, null where it passes; several where each is right. */
  readonly ends: FailureReason | null | readonly (FailureReason | null)[];
  readonly says?: readonly RegExp[];
  /** Secrets of the tree or of the workflow that may appear nowhere; `$…` as above. */
  readonly hides?: readonly string[];
  /** The tree itself makes the secret one of helm's arguments, where it may stand. */
  readonly argued?: boolean;
  /** Pieces of the summary that would be alive in a reader's browser. */
  readonly inert?: readonly RegExp[];
  /** Requests that are rightly made. Default: none is. */
  readonly mayAsk?: (request: SeenRequest, ground: Ground) => boolean;
  /** The command line instead of the action, with these arguments. */
  readonly commandLine?: readonly string[];
}

/** One run: an attack with one helm. */
export interface Strike {
  readonly attack: Attack;
  readonly helm: HelmName;
  readonly name: string;
}

/** Every run that a list of attacks makes: what is to be deployed is planned, too. */
export const strikesOf = (attacks: readonly Attack[]): readonly Strike[] =>
  attacks.flatMap(withPlan).flatMap((attack) =>
    (attack.helms ?? ["helm"]).map((helm) => ({
      attack,
      helm,
      name: `${attack.name}${attack.helms === undefined ? "" : helm === "helm" ? " (helm 4)" : " (helm 3)"}${attack.mode === undefined ? "" : ` (${attack.mode})`}`,
    })),
  );

const withPlan = (attack: Attack): readonly Attack[] =>
  attack.mode === "deploy" ? [{ ...attack, mode: "plan" }, attack] : [attack];
