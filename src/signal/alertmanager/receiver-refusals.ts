import { listOf } from "../../kubernetes/json-fields.ts";
import { isObject, type Json, type JsonObject, type Path } from "../../kubernetes/manifest.ts";
import { RefusedConfig, refuseTypos, sizeOf, textOf } from "./alertmanager-fields.ts";

/** https://prometheus.io/docs/alerting/latest/configuration/#receiver */
const receiverFields = [
  "name",
  "discord_configs",
  "email_configs",
  "incidentio_configs",
  "jira_configs",
  "mattermost_configs",
  "msteams_configs",
  "msteamsv2_configs",
  "opsgenie_configs",
  "pagerduty_configs",
  "pushover_configs",
  "rocketchat_configs",
  "slack_configs",
  "sns_configs",
  "telegram_configs",
  "victorops_configs",
  "webex_configs",
  "webhook_configs",
  "wechat_configs",
];

/** Settings of which an integration needs one, in its own mapping or in `global`. */
interface Need {
  readonly what: string;
  readonly own: RegExp;
  readonly global?: RegExp;
}

/** By the list of the receiver: what Alertmanager 0.34 and amtool 0.31 ask of each, wherever they take it from. */
const needs: Readonly<Record<string, readonly Need[]>> = {
  email_configs: [
    { what: "a recipient (to)", own: /^to$/ },
    { what: "a sender (from, or smtp_from under global)", own: /^from$/, global: /^smtp_from$/ },
    { what: "a server (smarthost, or smtp_smarthost under global)", own: /^smarthost$/, global: /^smtp_smarthost$/ },
  ],
  opsgenie_configs: [
    {
      what: "a key (api_key, api_key_file, or opsgenie_api_key under global)",
      own: /^api_key(?:_file)?$/,
      global: /^opsgenie_api_key(?:_file)?$/,
    },
  ],
  pagerduty_configs: [
    { what: "a key (routing_key, service_key, or a file of one)", own: /^(?:routing|service)_key(?:_file)?$/ },
  ],
  slack_configs: [
    {
      what: "an address (api_url, api_url_file, or slack_api_url under global) or a token of an app",
      own: /^(?:api_url|app_token)/,
      global: /^slack_(?:api_url|app_token)/,
    },
  ],
  victorops_configs: [
    { what: "a routing_key", own: /^routing_key$/ },
    {
      what: "a key (api_key, api_key_file, or victorops_api_key under global)",
      own: /^api_key(?:_file)?$/,
      global: /^victorops_api_key(?:_file)?$/,
    },
  ],
  webhook_configs: [{ what: "an address (url or url_file)", own: /^url(?:_file)?$/ }],
};

/**
 * Throws RefusedConfig where a receiver has a field that looks like a slip, or an integration of one of the usual kinds
 * lacks what it cannot do without.
 */
export const refuseReceiver = (body: JsonObject, global: Json | undefined, path: Path): void => {
  // A list of a kind that is not known may be a newer Alertmanager's: only what has no such ending is a slip.
  const unlikeLists = Object.entries(body).filter(([key]) => !key.endsWith("_configs"));
  refuseTypos(Object.fromEntries(unlikeLists), receiverFields, path);
  for (const [list, wanted] of Object.entries(needs))
    for (const [index, item] of listOf(body[list]).entries())
      for (const need of wanted)
        if (isObject(item) && !has(item, need.own) && !(need.global && isObject(global) && has(global, need.global)))
          throw new RefusedConfig(
            `an integration of the kind ${list.replace(/_configs$/, "")}, of the receiver "${textOf(body["name"])}", lacks ${need.what}`,
            [...path, list, index],
            true,
          );
};

const has = (body: JsonObject, key: RegExp): boolean =>
  Object.entries(body).some(([name, value]) => key.test(name) && (textOf(value) !== "" || sizeOf(value) > 0));
