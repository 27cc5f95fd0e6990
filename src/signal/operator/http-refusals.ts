import { isObject, type Path } from "../../kubernetes/manifest.ts";
import { parseGoUrl } from "./go-url.ts";
import { operatorSource } from "./operator-release.ts";
import { type Case, given, itemsAt, pathText, type Refusal, rejected } from "./refusal.ts";
import { eitherRefusals, keyRefusals } from "./secret-refusals.ts";
import { tlsRefusals } from "./tls-refusals.ts";

/** What of an HTTP client's settings the operator looks at; it differs between kinds. */
export interface HttpForm {
  /** Whether two ways of authentication at once are refused. */
  readonly oneAuthentication: boolean;
  /** Whether tlsConfig may name files. */
  readonly tlsFiles: boolean;
}

/** What the operator refuses of the HTTP client settings in the mapping at `at`. */
export const httpRefusals = (one: Case, at: Path, form: HttpForm): readonly Refusal[] => {
  const field = (name: string): Path => [...at, name];
  return [
    ...(form.oneAuthentication ? exclusiveFaults(one, at) : []),
    ...basicAuthRefusals(one, field("basicAuth")),
    ...authorizationRefusals(one, field("authorization"), form.oneAuthentication),
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
 * Two ways of authentication in a ScrapeConfig: here the API server refuses them, by a validation rule of the CRD.
 */
export const scrapeConfigAuthRefusals = (one: Case): readonly Refusal[] => {
  const [first, second] = ["basicAuth", "authorization", "oauth2"].filter(
    (name) => given(one, ["spec", name]) !== undefined,
  );
  if (first === undefined || second === undefined) return [];
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
    ...keyRefusals(one, [...path, "clientSecret"]),
    ...tlsRefusals(one, [...path, "tlsConfig"], false),
    ...proxyRefusals(one, path),
  ];
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
