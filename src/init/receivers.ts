/** An integration of Alertmanager whose one secret it reads from a file. */
export interface ReceiverKind {
  /** As the option names it. */
  readonly name: string;
  /** The list of the receiver that it stands in, and its field with the path of the file. */
  readonly list: string;
  readonly field: string;
  /** The key of the Secret that the file is made of, and the beginning of what stands there. */
  readonly key: string;
  readonly begins: string;
}

/** https://github.com/prometheus/alertmanager/blob/main/docs/configuration.md, the first is the default. */
export const receiverKinds: readonly [ReceiverKind, ...ReceiverKind[]] = [
  { name: "webhook", list: "webhook_configs", field: "url_file", key: "url", begins: "https://" },
  { name: "slack", list: "slack_configs", field: "api_url_file", key: "url", begins: "https://" },
  { name: "msteamsv2", list: "msteamsv2_configs", field: "webhook_url_file", key: "url", begins: "https://" },
  { name: "pagerduty", list: "pagerduty_configs", field: "routing_key_file", key: "routing-key", begins: "" },
  { name: "opsgenie", list: "opsgenie_configs", field: "api_key_file", key: "api-key", begins: "" },
];
