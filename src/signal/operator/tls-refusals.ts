import { createPrivateKey, type KeyObject, X509Certificate } from "node:crypto";
import { isObject, type Path } from "../../kubernetes/manifest.ts";
import { operatorSource } from "./operator-release.ts";
import { type Case, given, pathText, type Refusal, rejected } from "./refusal.ts";
import { eitherRefusals, keyRefusals, referencedText } from "./secret-refusals.ts";

/** What the operator refuses of a `tlsConfig` at `path`; `files`: one that may name files of the pod as well. */
export const tlsRefusals = (one: Case, path: Path, files: boolean): readonly Refusal[] => {
  if (!isObject(given(one, path))) return [];
  const wrong = formFaults(one, path, files);
  if (wrong.length > 0) return wrong;
  const key = [...path, "keySecret"];
  return [
    ...eitherRefusals(one, [...path, "ca"]),
    ...eitherRefusals(one, [...path, "cert"]),
    ...(given(one, key) === undefined ? [] : keyRefusals(one, key)),
    ...caFaults(one, path),
    ...pairFaults(one, path),
  ];
};

const formFaults = (one: Case, path: Path, files: boolean): readonly Refusal[] => {
  const has = (field: string): boolean => files && (given(one, [...path, field]) ?? "") !== "";
  const ca = isSet(one, [...path, "ca"]);
  const cert = isSet(one, [...path, "cert"]);
  const key = given(one, [...path, "keySecret"]) !== undefined;
  const anyCert = cert || has("certFile");
  const anyKey = key || has("keyFile");
  const at = pathText(path);
  const faults: readonly (readonly [boolean, string, string])[] = [
    ...["ca", "cert"].map(
      (field) => [isBoth(one, [...path, field]), field, "names a Secret and a ConfigMap, and may name one"] as const,
    ),
    [versionsCross(one, path), "maxVersion", "is lower than minVersion"],
    [ca && has("caFile"), "caFile", "and ca exclude each other"],
    [cert && has("certFile"), "certFile", "and cert exclude each other"],
    [key && has("keyFile"), "keyFile", "and keySecret exclude each other"],
    [anyCert && !anyKey, "cert", "needs a client key beside it"],
    [anyKey && !anyCert, "keySecret", "needs a client certificate beside it"],
  ];
  return faults
    .filter(([broken]) => broken)
    .map(([, field, what]) => refusal([...path, field], `${at}.${field} ${what}`, operatorSource.tlsTypes));
};

/** The operator parses the certificates that it can read. */
const caFaults = (one: Case, path: Path): readonly Refusal[] => {
  const ca = givenText(one, [...path, "ca"]);
  if (ca === null || ca === "" || parses(() => new X509Certificate(ca))) return [];
  return [
    refusal([...path, "ca"], `${pathText(path)}.ca leads to something that is no PEM certificate`, operatorSource.tls),
  ];
};

const pairFaults = (one: Case, path: Path): readonly Refusal[] => {
  const cert = givenText(one, [...path, "cert"]);
  const key = referencedText(one, [...path, "keySecret"], "Secret");
  if (!cert || !key) return [];
  const fits = (): boolean => new X509Certificate(cert).checkPrivateKey(privateKey(key));
  let fit = false;
  if (parses(() => (fit = fits())) && fit) return [];
  return [
    refusal([...path, "cert"], `${pathText(path)}: certificate and key are no pair of PEM texts`, operatorSource.tls),
  ];
};

const privateKey = (pem: string): KeyObject => createPrivateKey(pem);

const givenText = (one: Case, path: Path): string | null =>
  given(one, [...path, "secret"]) === undefined
    ? referencedText(one, [...path, "configMap"], "ConfigMap")
    : referencedText(one, [...path, "secret"], "Secret");

const parses = (read: () => unknown): boolean => {
  try {
    read();
    return true;
  } catch {
    return false;
  }
};

const isSet = (one: Case, path: Path): boolean =>
  given(one, [...path, "secret"]) !== undefined || given(one, [...path, "configMap"]) !== undefined;

const isBoth = (one: Case, path: Path): boolean =>
  given(one, [...path, "secret"]) !== undefined && given(one, [...path, "configMap"]) !== undefined;

/** `TLS10` to `TLS13` compare as text. */
const versionsCross = (one: Case, path: Path): boolean => {
  const min = given(one, [...path, "minVersion"]);
  const max = given(one, [...path, "maxVersion"]);
  return typeof min === "string" && typeof max === "string" && max < min;
};

const refusal = (path: Path, why: string, source: string): Refusal => ({
  path,
  why: `${why}: the operator refuses the object.`,
  check: rejected,
  unseen: false,
  source,
});
