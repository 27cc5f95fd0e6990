import type { Path } from "../../kubernetes/manifest.ts";
import type { HopCheck } from "../path/hop-check.ts";

/** Why a PrometheusRule is refused, and by whom. */
export interface RuleFault {
  /**
   * `schema`: the API server, always; `both`: webhook and operator; `webhook`, `operator` or `prometheus`: only that
   * one; `reconciliation`: nobody refuses it, and the operator cannot go on with it.
   */
  readonly by: "schema" | "both" | "webhook" | "operator" | "prometheus" | "reconciliation";
  readonly path: Path;
  readonly why: string;
  readonly check: HopCheck;
}
