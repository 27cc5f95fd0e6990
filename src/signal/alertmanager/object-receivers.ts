import { objectsAt, textAt } from "../../kubernetes/json-fields.ts";
import { type JsonObject, type Path, valueAt } from "../../kubernetes/manifest.ts";
import type { WorldObject } from "../../world/world.ts";

/** What is wrong with a receiver of an AlertmanagerConfig, and where. */
export interface ReceiverProblem {
  readonly message: string;
  readonly path: Path;
}

/** A setting that an integration needs, by the names that it may have. */
interface Need {
  readonly what: string;
  readonly own: readonly string[];
}

/**
 * What the operator asks of integrations, by their lists: pkg/alertmanager/validation/v1alpha1/validation.go.
 * https://github.com/prometheus-operator/prometheus-operator/blob/v0.93.1/pkg/alertmanager/validation/v1alpha1/validation.go
 */
const ownNeeds: Readonly<Record<string, readonly Need[]>> = {
  emailConfigs: [{ what: "a recipient (to)", own: ["to"] }],
  pagerdutyConfigs: [{ what: "a key (routingKey or serviceKey)", own: ["routingKey", "serviceKey"] }],
  pushoverConfigs: [
    { what: "a user's key (userKey or userKeyFile)", own: ["userKey", "userKeyFile"] },
    { what: "a token (token or tokenFile)", own: ["token", "tokenFile"] },
  ],
  webhookConfigs: [{ what: "an address (url or urlSecret)", own: ["url", "urlSecret"] }],
};

interface GlobalNeed extends Need {
  /** Its names under `global` of the file. */
  readonly file: RegExp;
  /** Its place in `alertmanagerConfiguration.global`. */
  readonly object: Path;
}

/**
 * What may stand under `global` instead, else the operator writes no configuration, or Alertmanager loads none:
 * `convertEmailConfig` in pkg/alertmanager/amcfg.go, and config.go of Alertmanager.
 * https://github.com/prometheus/alertmanager/blob/v0.34.0/config/config.go
 */
const globalNeeds: Readonly<Record<string, readonly GlobalNeed[]>> = {
  emailConfigs: [
    { what: "a server (smarthost)", own: ["smarthost"], file: /^smtp_smarthost$/, object: ["smtp", "smartHost"] },
    { what: "a sender (from)", own: ["from"], file: /^smtp_from$/, object: ["smtp", "from"] },
  ],
  opsgenieConfigs: [
    { what: "a key (apiKey)", own: ["apiKey"], file: /^opsgenie_api_key(?:_file)?$/, object: ["opsGenieApiKey"] },
  ],
  slackConfigs: [
    { what: "an address (apiURL)", own: ["apiURL"], file: /^slack_(?:api_url|app_token)/, object: ["slackApiUrl"] },
  ],
  victoropsConfigs: [
    { what: "a key (apiKey)", own: ["apiKey"], file: /^victorops_api_key(?:_file)?$/, object: ["victorops", "apiKey"] },
  ],
};

/** Why the operator passes the AlertmanagerConfig over. */
export const receiverProblem = (object: WorldObject): ReceiverProblem | null =>
  firstLack(object, ownNeeds, ({ own }, integration) => isSet(integration, own));

/** What a receiver leaves to `global`, and is not there either: then nothing of the whole configuration is taken. */
export const globalLack = (
  object: WorldObject,
  global: { readonly file: JsonObject } | { readonly object: JsonObject },
): ReceiverProblem | null =>
  valueAt(object.body, ["spec", "route"]) === undefined
    ? null
    : firstLack(
        object,
        globalNeeds,
        ({ own, ...elsewhere }, integration) =>
          isSet(integration, own) ||
          ("file" in global
            ? Object.keys(global.file).some((name) => elsewhere.file.test(name))
            : valueAt(global.object, elsewhere.object) !== undefined),
      );

const firstLack = <N extends Need>(
  { body }: WorldObject,
  needs: Readonly<Record<string, readonly N[]>>,
  isMet: (need: N, integration: JsonObject) => boolean,
): ReceiverProblem | null => {
  for (const [index, receiver] of objectsAt(body, ["spec", "receivers"]).entries())
    for (const [list, wanted] of Object.entries(needs))
      for (const [place, integration] of objectsAt(receiver, [list]).entries()) {
        const need = wanted.find((one) => !isMet(one, integration));
        if (need !== undefined)
          return {
            message: `an integration of the kind ${list.replace(/Configs$/, "")}, of the receiver "${textAt(receiver, ["name"]) ?? ""}", lacks ${need.what}`,
            path: ["spec", "receivers", index, list, place],
          };
      }
  return null;
};

const isSet = (integration: JsonObject, names: readonly string[]): boolean =>
  names.some((name) => integration[name] !== undefined && integration[name] !== null && integration[name] !== "");
