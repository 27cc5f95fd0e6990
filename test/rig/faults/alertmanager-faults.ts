import { dump, load } from "js-yaml";
import type { JsonObject } from "../../../src/kubernetes/manifest.ts";
import { getJson } from "../get-json.ts";
import type { LiveStack } from "../live-stack.ts";
import { textAt } from "../pod.ts";
import { withValue } from "../with-value.ts";
import { edit, places, remove } from "./by-hand.ts";
import type { PlantedFault, Undo } from "./fault.ts";

/** Changes Alertmanager's configuration in its Secret; the operator and the reloader hand it on. */
const rerouted =
  (at: readonly (string | number)[], value: unknown) =>
  (live: LiveStack): Promise<Undo> =>
    edit(live, places.routing, (secret) => {
      const text = Buffer.from(textAt(secret, ["data", "alertmanager.yaml"]), "base64").toString("utf8");
      const changed = dump(withValue(load(text) as JsonObject, at, value));
      return withValue(secret, ["data", "alertmanager.yaml"], Buffer.from(changed).toString("base64"));
    });

const silence = async ({ alertmanager }: LiveStack): Promise<Undo> => {
  const [startsAt, endsAt] = [0, 3600].map((s) => new Date(Date.now() + s * 1000).toISOString());
  const body = {
    matchers: [{ name: "alertname", value: ".+", isRegex: true, isEqual: true }],
    ...{ startsAt, endsAt, createdBy: "somebody", comment: "while we move" },
  };
  const made = await getJson(`${alertmanager.url}/api/v2/silences`, {
    ...{ method: "POST", body: JSON.stringify(body), headers: { "content-type": "application/json" } },
  });
  const id = textAt(made, ["silenceID"]);
  return async () => {
    await getJson(`${alertmanager.url}/api/v2/silence/${id}`, { method: "DELETE" });
  };
};

const answering =
  (status: number) =>
  async ({ receiver }: LiveStack): Promise<Undo> => {
    receiver.answerWith(status);
    return async () => receiver.answerWith(200);
  };

const down = async ({ alertmanager }: LiveStack): Promise<Undo> => {
  await alertmanager.kill();
  return () => alertmanager.revive();
};

const alert = "alert GPUHardwareXid";

/** What goes wrong between an alert that fires and a person who is told. */
export const alertmanagerFaults: readonly PlantedFault[] = [
  {
    title: "the route leads to a receiver that notifies nobody",
    ...{ breaks: "route-reaches-receiver", of: alert },
    plant: rerouted(["route", "receiver"], "null"),
  },
  {
    title: "an inhibition by the Watchdog mutes every alert",
    ...{ breaks: "alert-is-not-inhibited", of: alert },
    plant: rerouted(
      ["inhibit_rules"],
      [{ source_matchers: ['alertname = "Watchdog"'], target_matchers: ['severity =~ "critical|warning"'] }],
    ),
  },
  {
    title: "the Watchdog is routed to nobody",
    ...{ breaks: "watchdog-is-delivered", of: "" },
    plant: rerouted(["route", "routes", 0, "receiver"], "null"),
  },
  {
    title: "the Watchdog's rule is deleted by hand",
    ...{ breaks: "watchdog-is-delivered", of: "" },
    plant: (live) => remove(live, places.rules("prometheus-stack-kube-prom-general.rules")),
  },
  {
    title: "Alertmanager's configuration is changed by hand to one that the operator refuses",
    ...{ breaks: "operator-reconciles", of: "Alertmanager monitoring/" },
    plant: rerouted(["route", "receiver"], "nobody-has-this-name"),
  },
  { title: "a silence over everything", breaks: "alerts-are-not-silenced", of: "", plant: silence },
  { title: "Alertmanager is down", breaks: "alertmanager-loads-configuration", of: "", plant: down },
  {
    title: "the receiver refuses Alertmanager's credentials (401)",
    ...{ breaks: "notifications-succeed", of: "", says: "clientError", lingers: true },
    plant: answering(401),
  },
  {
    title: "the receiver answers 500",
    ...{ breaks: "notifications-succeed", of: "", says: "serverError", lingers: true },
    plant: answering(500),
  },
];
