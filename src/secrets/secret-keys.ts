/**
 * Fields of the chart's values and of Alertmanager's receivers that hold nothing but a secret.
 * https://prometheus.io/docs/alerting/latest/configuration/
 */
export const secretFields: ReadonlyMap<string, string> = new Map([
  ["adminpassword", "Grafana's admin password"],
  ["admin_password", "Grafana's admin password"],
  ["smtp_auth_password", "The password of a mail account"],
  ["auth_password", "The password of a mail account"],
  ["smtp_auth_secret", "The secret of a mail account"],
  ["slack_api_url", "A Slack webhook"],
  ["routing_key", "A PagerDuty key"],
  ["service_key", "A PagerDuty key"],
  ["opsgenie_api_key", "An Opsgenie key"],
  ["victorops_api_key", "A VictorOps key"],
  ["wechat_api_secret", "A WeChat secret"],
  ["bot_token", "A Telegram token"],
  ["client_secret", "The secret of an OAuth client"],
  ["clientsecret", "The secret of an OAuth client"],
]);

/** Every name of a secret holds one of these words: a text is searched for them alone. */
export const secretWord =
  /pass|pwd|secret|token|credential|authorization|dsn|web[_.-]?hook[_.-]?url|slack[_.-]?api[_.-]?url|connection[_.-]?string|(?:api|access|private|encryption|signing|shared|account|license|integration|user|routing|service)[_.-]?key/gi;
const holdsWord = new RegExp(secretWord.source, "i");

const folded = (key: string): string => key.toLowerCase().replaceAll(/[^a-z0-9]/g, "");

const endings = [
  ...["password", "passwd", "passphrase", "token", "credential", "credentials"],
  ...["apikey", "accesskey", "privatekey", "encryptionkey", "signingkey", "sharedkey", "accountkey", "licensekey"],
  ...["integrationkey", "userkey", "secretkey", "clientsecret", "appsecret", "apisecret", "sharedsecret", "authsecret"],
  ...["jwtsecret", "cookiesecret", "webhooksecret", "hmacsecret", "signingsecret", "consumersecret", "oauthsecret"],
  ...["webhookurl", "connectionstring"],
];
const wholly = new Set(["pass", "authorization", "dsn", ...[...secretFields.keys()].map(folded)]);
const known = new Map<string, boolean>();

/**
 * Whether what stands under this name is meant to be secret, by its name: `adminPassword`, `DB_PASS`, `--api-key`. It
 * is wider than {@link secretFields}: what is hidden in vain costs a word of a report, what is reported in vain costs
 * trust in a check. Names of Secrets (`existingSecret`) are no secrets.
 */
export const isSecretKey = (key: string): boolean => {
  const remembered = known.get(key);
  if (remembered !== undefined) return remembered;
  const answer = judge(key);
  if (known.size < 10_000) known.set(key, answer);
  return answer;
};

/** Names are short; a longer key is a text. */
const longestName = 100;

const judge = (key: string): boolean => {
  if (key.length > longestName || !holdsWord.test(key)) return false;
  const name = folded(key);
  if (wholly.has(name) || /(?:[_-]|[a-z0-9])(?:Pass|pwd|Pwd|PWD)$|[_-](?:pass|PASS)$/.test(key)) return true;
  return endings.some((ending) => name.endsWith(ending));
};

/**
 * Keys whose whole content is secret: the secret half of a Grafana data source, and what the Grafana
 * chart puts into a Secret.
 */
export const secretParents: ReadonlySet<string> = new Set([
  "secureJsonData",
  "secure_json_data",
  "secureSettings",
  "secure_settings",
  "envRenderSecret",
]);

const words =
  /^(?:change[-_ ]?me|changeit|todo|replace[-_ ]?me|placeholder|example|dummy|redacted|none|x+|\*+|your[-_ ].*)$/i;

/** References, templates, encrypted values and words that stand for "put yours here". */
export const isStandIn = (text: string): boolean => {
  const trimmed = text.trim();
  return (
    trimmed === "" ||
    /\$\(|\$\{|\$__|\{\{|^\$[A-Za-z_]|^<.*>$|^ENC\[|^vault:|^ref\+|^secret:|^op:\/\//.test(trimmed) ||
    words.test(trimmed) ||
    toFillIn.test(trimmed)
  );
};

/** Anywhere in a text, such as an address: `https://hooks.example.com/REPLACE_WITH_TOKEN`. */
const toFillIn = /(?:^|[^A-Za-z])(?:CHANGE[-_]?ME|REPLACE[-_](?:ME|WITH|THIS)|YOUR[-_][A-Z])/;

/**
 * What is no secret wherever it stands: the same, but only where it is the whole text; a name of a secret; the path
 * that a secret is mounted at.
 */
export const isNoSecret = (text: string): boolean => {
  const trimmed = text.trim();
  return (
    trimmed === "" ||
    /^(?:\$\([^()]*\)|\$\{[^{}]*\}|\$__\w+\{[^{}]*\}|\{\{[^{}]*\}\}|\$[A-Za-z_]\w*|<[^<>]*>)$/.test(trimmed) ||
    /^(?:ENC\[|vault:|ref\+|op:\/\/|\/(?:var|etc|run|mnt|opt|usr|secrets?)\/)/.test(trimmed) ||
    /^(?:true|false|null|~|yes|no|on|off|none|\(redacted\)|\*+)$/i.test(trimmed)
  );
};
