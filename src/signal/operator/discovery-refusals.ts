import semver from "semver";
import { jsonWord } from "../../kubernetes/json-word.ts";
import type { Json, Path } from "../../kubernetes/manifest.ts";
import { parseGoUrl } from "./go-url.ts";
import { httpRefusals } from "./http-refusals.ts";
import { kubernetesFaults } from "./kubernetes-discovery-refusals.ts";
import { minorOf, operatorRelease, operatorSource } from "./operator-release.ts";
import { labelNameRefusals } from "./probe-refusals.ts";
import { type Case, given, itemsAt, pathText, type Refusal, rejected } from "./refusal.ts";
import { keyRefusals } from "./secret-refusals.ts";

/** What the operator refuses of the service discoveries of a ScrapeConfig. */
export const discoveryRefusals = (one: Case): readonly Refusal[] => [
  ...(one.operator.does("judges static labels of a ScrapeConfig")
    ? itemsAt(one, ["spec", "staticConfigs"]).flatMap((at) => labelNameRefusals(one, [...at, "labels"]))
    : []),
  ...Object.entries(discoveries).flatMap(([field, discovery]) =>
    itemsAt(one, ["spec", field]).flatMap((at) =>
      itemRefusals(one, at, discovery).filter(({ path }) => one.operator.judgesField(field, String(path[at.length]))),
    ),
  ),
  ...anyAgeRefusals(one),
];

/**
 * The operator asks whether Prometheus is new enough for several service discoveries before it looks whether the
 * ScrapeConfig uses them: a Prometheus that is too old for the youngest of them gets no ScrapeConfig at all
 * (`validateOVHCloudSDConfigs`; seen with v2.35.0).
 */
const anyAgeRefusals = (one: Case): readonly Refusal[] => {
  const { oldestForScrapeConfigs: oldest } = operatorRelease;
  if (semver.gte(one.version, oldest)) return [];
  const why = `operator v${minorOf(one.operator.version)} takes no ScrapeConfig, whatever is in it, for a Prometheus before ${oldest}`;
  return [refusal(["spec"], `${why}, and this one is ${one.version.version}`)];
};

/** What the operator asks of one kind of service discovery. */
interface Discovery {
  /** The first Prometheus that has it. */
  readonly since?: string;
  /** Fields that need a newer one. */
  readonly fieldsSince?: Readonly<Record<string, string>>;
  /** Keys of Secrets, read where they are set. */
  readonly secrets?: readonly string[];
  /** Whether authentication, TLS and proxy settings are read. */
  readonly http: boolean;
  /** What else is wrong with the item: field and reason. */
  readonly faults?: (item: (field: string) => Json | undefined, one: Case, at: Path) => readonly Fault[];
}

type Fault = readonly [field: string, why: string];

const anyUrl =
  (field: string) =>
  (item: (field: string) => Json | undefined): readonly Fault[] =>
    parseGoUrl(String(item(field) ?? "")) === null ? [[field, `"${jsonWord(item(field))}" is no address`]] : [];

const fullUrl =
  (field: string, schemes?: readonly string[]) =>
  (item: (field: string) => Json | undefined): readonly Fault[] => {
    const url = parseGoUrl(String(item(field) ?? ""));
    const good = url !== null && url.host !== "" && (schemes?.includes(url.scheme) ?? url.scheme !== "");
    return good ? [] : [[field, `"${jsonWord(item(field))}" is no address with a scheme and a host`]];
  };

/**
 * `checkScrapeConfig` in pkg/prometheus/resource_selector.go of the operator; file and GCE discovery have nothing to
 * refuse.
 */
const discoveries: Readonly<Record<string, Discovery>> = {
  httpSDConfigs: { since: "2.28.0", http: true, faults: anyUrl("url") },
  kubernetesSDConfigs: { http: true, faults: kubernetesFaults },
  consulSDConfigs: {
    http: true,
    secrets: ["tokenRef"],
    fieldsSince: { pathPrefix: "2.45.0", namespace: "2.28.0", filter: "3.0.0", healthFilter: "3.11.2" },
  },
  dnsSDConfigs: {
    http: false,
    faults: (item) =>
      item("type") !== undefined && item("type") !== "SRV" && item("port") === undefined
        ? [["port", `a record of type ${jsonWord(item("type"))} needs a port`]]
        : [],
  },
  ec2SDConfigs: { http: true, secrets: ["accessKey", "secretKey"] },
  azureSDConfigs: {
    http: true,
    secrets: ["clientSecret"],
    fieldsSince: { resourceGroup: "2.35.0" },
    faults: (item, one) => azureFaults(item, one),
  },
  openstackSDConfigs: {
    http: true,
    secrets: ["password", "applicationCredentialSecret"],
    faults: (item, one) =>
      item("role") === "LoadBalancer" && semver.lt(one.version, "3.2.0")
        ? [["role", "the role LoadBalancer needs Prometheus 3.2.0"]]
        : [],
  },
  digitalOceanSDConfigs: { since: "2.20.0", http: true },
  kumaSDConfigs: { http: true, fieldsSince: { clientID: "2.50.0" }, faults: fullUrl("server") },
  eurekaSDConfigs: { http: true },
  dockerSDConfigs: { http: true, fieldsSince: { matchFirstNetwork: "2.54.1" }, faults: anyUrl("host") },
  linodeSDConfigs: { since: "2.28.0", http: true },
  hetznerSDConfigs: { http: true, fieldsSince: { labelSelector: "3.5.0" } },
  nomadSDConfigs: { http: true, faults: fullUrl("server") },
  dockerSwarmSDConfigs: { since: "2.20.0", http: true, faults: anyUrl("host") },
  puppetDBSDConfigs: { since: "2.31.0", http: true, faults: fullUrl("url", ["http", "https"]) },
  lightSailSDConfigs: { since: "2.27.0", http: true, secrets: ["accessKey", "secretKey"] },
  ovhcloudSDConfigs: { since: "2.40.0", http: false, secrets: ["applicationSecret", "consumerKey"] },
  scalewaySDConfigs: { since: "2.26.0", http: true, secrets: ["secretKey"] },
  ionosSDConfigs: { since: "2.36.0", http: true },
};

const itemRefusals = (one: Case, at: Path, discovery: Discovery): readonly Refusal[] => {
  const item = (field: string): Json | undefined => given(one, [...at, field]);
  const tooOld = Object.entries(discovery.fieldsSince ?? {}).filter(
    ([field, since]) => item(field) !== undefined && semver.lt(one.version, since),
  );
  const { since } = discovery;
  const faults: readonly Fault[] = [
    ...(since !== undefined && semver.lt(one.version, since)
      ? [["", `this service discovery needs Prometheus ${since}`] as const]
      : []),
    ...tooOld.map(([field, version]) => [field, `${field} needs Prometheus ${version}`] as const),
    ...(discovery.faults?.(item, one, at) ?? []),
  ];
  return [
    ...faults.map(([field, why]) => refusal(field === "" ? at : [...at, field], `${pathText(at)}: ${why}`)),
    ...(discovery.secrets ?? [])
      .filter((field) => item(field) !== undefined)
      .flatMap((field) => keyRefusals(one, [...at, field])),
    ...(discovery.http ? httpRefusals(one, at, { oneAuthentication: "prometheus", tlsFiles: false }) : []),
  ];
};

const azureFaults = (item: (field: string) => Json | undefined, { version }: Case): readonly Fault[] => {
  const method = item("authenticationMethod") ?? "OAuth";
  const since: Readonly<Record<string, string>> = { SDK: "2.52.0", WorkloadIdentity: "3.11.0" };
  const needs = since[String(method)];
  if (needs !== undefined && semver.lt(version, needs))
    return [["authenticationMethod", `the method ${jsonWord(method)} needs Prometheus ${needs}`]];
  if (method !== "OAuth") return [];
  const missing = ["tenantID", "clientID", "clientSecret"].find((field) => (item(field) ?? "") === "");
  return missing === undefined ? [] : [[missing, `the method OAuth needs a ${missing}`]];
};

const refusal = (path: Path, why: string): Refusal => ({
  path,
  why: `${why}: the operator refuses the object.`,
  check: rejected,
  unseen: false,
  source: operatorSource.selector,
});
