import { nameOf } from "../../core/finding.ts";
import { textAt } from "../../kubernetes/json-fields.ts";
import { namespaceOf } from "../../world/namespaces.ts";
import type { Scene } from "../scene.ts";
import type { Condition, Sight } from "../verification.ts";
import { type LiveGrafana, liveGrafana } from "./live-grafana.ts";

/** Grafana, if it answers. */
export interface GrafanaAnswer {
  readonly subject: string;
  readonly conditions: readonly Condition[];
  readonly live: LiveGrafana | null;
  /** Why nothing of it can be seen, a clause; empty where it can. */
  readonly why: string;
}

/**
 * Asks Grafana whether it is well (`/api/health`, which needs no login), and opens it then.
 * https://grafana.com/docs/grafana/latest/developers/http_api/other/#health-api
 */
export const grafanaAnswers = async (scene: Scene): Promise<GrafanaAnswer> => {
  const { grafana, resolution } = scene;
  if (grafana === null)
    return {
      ...{ subject: "Grafana", conditions: [], live: null },
      why: "the stack runs no Grafana, and the input grafana-url names none",
    };
  const [pod] = resolution.dashboards.grafana.pods;
  const subject =
    pod === undefined
      ? `Grafana at ${grafana.where}`
      : `Grafana, ${nameOf({ ...pod.object.ref, namespace: namespaceOf(pod.object, resolution.world) })}`;
  const got = await grafana.get("/api/health");
  const told = (sight: Sight, what: string, hint: string | null): Condition => ({
    ...{ condition: "grafana-answers", subject, sight, what, hint },
  });
  if (!got.ok) {
    // Grafana itself refuses nobody here: it is the API server that does, or there is no way to it at all.
    const blind = got.status === 401 || got.status === 403 || (got.status === null && !/does not answer/.test(got.why));
    const condition = blind
      ? told("cannot-be-seen", `Whether it answers cannot be asked: ${got.why}.`, accessHint)
      : told("not-seen", `It does not say that it is well: ${got.why}.`, podHint);
    return { subject, conditions: [condition], live: null, why: got.why };
  }
  const version = textAt(got.body, ["version"]);
  const what = `Grafana${version === null ? "" : ` ${version}`} answers at ${grafana.where}; its database is ${textAt(got.body, ["database"]) ?? "not told"}.`;
  const live = await liveGrafana(scene, grafana);
  return { subject, conditions: [told("seen", what, null)], live, why: "" };
};

const accessHint =
  "Allow the account get and create on services/proxy of Grafana's Service, or name an address in the input grafana-url.";
const podHint = "Look at Grafana's pod: whether it is Ready, and what its log says.";
