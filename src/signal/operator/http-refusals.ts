import { isObject, type Path } from "../../kubernetes/manifest.ts";
import { parseGoUrl } from "./go-url.ts";
import { operatorSource } from "./operator-release.ts";
import { type Case, given, itemsAt, nothingTaken, pathText, type Refusal, rejected } from "./refusal.ts";
import { eitherRefusals, keyRefusals, referencedText } from "./secret-refusals.ts";
import { tlsRefusals } from "./tls-refusals.ts";

/** What of an HTTP client's settings the operator looks at; it differs between kinds. */
export interface HttpForm {
  /** Who refuses two ways of authentication at once: the CRD's schema, or else the operator, or else Prometheus. */
  readonly oneAuthentication: "schema" | "operator" | "prometheus";
  /** Whether tlsConfig may name files. */
  readonly tlsFiles: boolean;
}

/** What the operator refuses of the HTTP client settings in the mapping at `at`. */
export const httpRefusals = (one: Case, at: Path, form: HttpForm): readonly Refusal[] => {
  const field = (name: string): Path => [...at, name];
  return [
    ...(form.oneAuthentication === "operator" ? exclusiveFaults(one, at) : []),
    ...(form.oneAuthentication === "prometheus" ? clashes(one, at) : []),
    ...basicAuthRefusals(one, field("basicAuth")),
    ...authorizationRefusals(one, field("authorization"), form.oneAuthentication === "operator"),
    ...tlsRefusals(one, field("tlsConfig"), form.tlsFiles),
    ...oauthRefusals(one, field("oauth2")),
    ...proxyRefusals(one, at),
  ];
};

const authentications = ["authorization", "basicAuth", "bearerTokenSecret", "oauth2"];

const exclusiveFaults = (one: Case, at: Path): readonly Refusal[] => {
  const [first, second] = authentications.filter((name) => given(one, [...at, name]) !== undefined);
  return first === undefined || second === undefined
    ? []
    : [refusal([...at, second], `${first} and ${second} exclude each other`, operatorSource.httpTypes)];
};

/**
 * What the operator does not look at it hands on, and Prometheus refuses the whole configuration: "at most one of
 * basic_auth, oauth2 & authorization must be configured". An empty token counts as none.
 */
const clashes = (one: Case, at: Path): readonly Refusal[] => {
  const token = [...at, "bearerTokenSecret"];
  const text = referencedText(one, token, "Secret");
  const [first, second] = authentications.filter(
    (name) => given(one, [...at, name]) !== undefined && (name !== "bearerTokenSecret" || text !== ""),
  );
  if (first === undefined || second === undefined) return [];
  const unseen = [first, second].includes("bearerTokenSecret") && text === null;
  const why = `${pathText([...at, second])} and ${first} exclude each other: the operator writes both, and ${nothingTaken}.`;
  return [{ path: [...at, second], why, check: rejected, unseen, breaks: true, source: operatorSource.httpTypes }];
};

/** Who refuses two ways of authentication in a ScrapeConfig: by now a validation rule of its CRD. */
export const scrapeConfigAuthJudge = ({ operator }: Case): HttpForm["oneAuthentication"] =>
  operator.does("refuses two authentications of a ScrapeConfig by schema") ? "schema" : "prometheus";

/** Two ways of authentication in a ScrapeConfig, where the API server refuses them. */
export const scrapeConfigAuthRefusals = (one: Case): readonly Refusal[] => {
  const [first, second] = ["basicAuth", "authorization", "oauth2"].filter(
    (name) => given(one, ["spec", name]) !== undefined,
  );
  if (first === undefined || second === undefined || scrapeConfigAuthJudge(one) !== "schema") return [];
  const why = `${first} and ${second} exclude each other: the API server refuses the object.`;
  const source = operatorSource.scrapeConfigTypes;
  return [{ path: ["spec", second], why, check: "kubernetes-schema-invalid", unseen: false, source }];
};

/** User name and password are both read, even where only one is set. */
const basicAuthRefusals = (one: Case, path: Path): readonly Refusal[] =>
  isObject(given(one, path)) ? ["username", "password"].flatMap((name) => keyRefusals(one, [...path, name])) : [];

const authorizationRefusals = (one: Case, path: Path, strict: boolean): readonly Refusal[] => {
  if (!isObject(given(one, path))) return [];
  const credentials = [...path, "credentials"];
  if (given(one, credentials) === undefined)
    return strict ? [refusal(path, `${pathText(path)} has no credentials`, operatorSource.prometheusTypes)] : [];
  const type = given(one, [...path, "type"]);
  if (typeof type === "string" && type.trim().toLowerCase() === "basic")
    return [
      refusal(
        [...path, "type"],
        `${pathText(path)} cannot have the type "${type}": that is basicAuth`,
        operatorSource.prometheusTypes,
      ),
    ];
  return (given(one, [...credentials, "name"]) ?? "") === "" ? [] : keyRefusals(one, credentials);
};

const oauthRefusals = (one: Case, path: Path): readonly Refusal[] => {
  if (!isObject(given(one, path))) return [];
  const clientId = [...path, "clientId"];
  const holders = ["secret", "configMap"].filter((name) => given(one, [...clientId, name]) !== undefined);
  if ((given(one, [...path, "tokenUrl"]) ?? "") === "")
    return [refusal(path, `${pathText(path)} has no tokenUrl`, operatorSource.types)];
  if (holders.length !== 1)
    return [refusal(clientId, `${pathText(clientId)} has to name a Secret or a ConfigMap`, operatorSource.types)];
  return [
    ...eitherRefusals(one, clientId),
    ...emptyIdRefusals(one, clientId),
    ...keyRefusals(one, [...path, "clientSecret"]),
    ...tlsRefusals(one, [...path, "tlsConfig"], false),
    ...(one.operator.does("judges the proxy of oauth2") ? proxyRefusals(one, path) : []),
  ];
};

/** The operator writes an empty text as it is, and Prometheus says "oauth2 client_id must be configured". */
const emptyIdRefusals = (one: Case, clientId: Path): readonly Refusal[] => {
  const isEmpty =
    referencedText(one, [...clientId, "secret"], "Secret") === "" ||
    referencedText(one, [...clientId, "configMap"], "ConfigMap") === "";
  if (!isEmpty) return [];
  const why = `${pathText(clientId)} leads to an empty text: the operator writes it, and ${nothingTaken}.`;
  return [{ path: clientId, why, check: rejected, unseen: false, breaks: true, source: operatorSource.types }];
};

/** `proxyUrl`, `noProxy`, `proxyFromEnvironment` and `proxyConnectHeader` of the mapping at `at`. */
export const proxyRefusals = (one: Case, at: Path): readonly Refusal[] => {
  const header = given(one, [...at, "proxyConnectHeader"]);
  const headers = isObject(header) ? Object.keys(header) : [];
  const url = given(one, [...at, "proxyUrl"]) ?? "";
  const noProxy = (given(one, [...at, "noProxy"]) ?? "") !== "";
  const environment = given(one, [...at, "proxyFromEnvironment"]) === true;
  const faults: readonly (readonly [boolean, string, string])[] = [
    [
      headers.length > 0 && !environment && url === "",
      "proxyConnectHeader",
      "needs a proxyUrl or proxyFromEnvironment",
    ],
    [environment && url !== "", "proxyUrl", "and proxyFromEnvironment exclude each other"],
    [environment && noProxy, "noProxy", "and proxyFromEnvironment exclude each other"],
    [url === "" && noProxy, "noProxy", "needs a proxyUrl"],
    [typeof url === "string" && parseGoUrl(url) === null, "proxyUrl", `"${String(url)}" is not an address`],
  ];
  return [
    ...faults
      .filter(([broken]) => broken)
      .map(([, field, what]) => refusal([...at, field], `${pathText([...at, field])} ${what}`, operatorSource.types)),
    ...headers.flatMap((name) => headerRefusals(one, [...at, "proxyConnectHeader", name])),
  ];
};

const headerRefusals = (one: Case, path: Path): readonly Refusal[] => {
  const items = itemsAt(one, path);
  if (items.length === 0) return [refusal(path, `${pathText(path)} names no Secret`, operatorSource.types)];
  return items.flatMap((item) => keyRefusals(one, item));
};

const refusal = (path: Path, why: string, source: string): Refusal => ({
  path,
  why: `${why}: the operator refuses the object.`,
  check: rejected,
  unseen: false,
  source,
});
