import { isIP } from "node:net";
import { isObject, type Json, type Path } from "../../kubernetes/manifest.ts";
import { operatorSource } from "./operator-release.ts";
import { type Case, given, isLabelName, pathText, type Refusal, rejected, whoseNames } from "./refusal.ts";
import { relabelRefusals } from "./relabel-refusals.ts";

/** What the operator refuses of a Probe's targets and of the address of its prober. */
export const probeRefusals = (one: Case): readonly Refusal[] => {
  const targets: Path = ["spec", "targets"];
  const staticConfig: Path = [...targets, "staticConfig"];
  const none = given(one, staticConfig) === undefined && given(one, [...targets, "ingress"]) === undefined;
  return [
    ...(none ? [refusal(targets, "spec.targets needs a staticConfig or an ingress", operatorSource.probeTypes)] : []),
    ...(one.operator.does("judges static labels of a Probe")
      ? labelNameRefusals(one, [...staticConfig, "labels"])
      : []),
    ...relabelRefusals(one, [...staticConfig, "relabelingConfigs"]),
    ...relabelRefusals(one, [...targets, "ingress", "relabelingConfigs"]),
    ...proberRefusals(one),
  ];
};

/** Keys of a mapping that become labels of the targets. */
export const labelNameRefusals = (one: Case, path: Path): readonly Refusal[] => {
  const labels = given(one, path);
  return Object.keys(isObject(labels) ? labels : {})
    .filter((name) => !isLabelName(name, one))
    .map((name) =>
      refusal(
        [...path, name],
        `${pathText(path)}: "${name}" is no label name for ${whoseNames(one)}`,
        operatorSource.selector,
      ),
    );
};

const proberRefusals = (one: Case): readonly Refusal[] => {
  const path = ["spec", "prober", "url"];
  const url: Json | undefined = given(one, path);
  const isAddress = one.operator.does("splits a prober's address as Go does") ? isProberAddress : isSplitAtColons;
  if (typeof url !== "string" || isAddress(url)) return [];
  return [
    refusal(
      path,
      `spec.prober.url "${url}" is not a host or host:port (it takes no scheme and no path)`,
      operatorSource.selector,
    ),
  ];
};

/** A host or `host:port`, as Go's net.SplitHostPort and govalidator.IsHost have it. */
const isProberAddress = (address: string): boolean => {
  const split = /^(?:\[([^[\]]*)\]|([^:[\]]*)):([^:]*)$/.exec(address);
  if (split === null) return isHost(address);
  const [, bracketed, bare, port = ""] = split;
  return isHost(bracketed ?? bare ?? "") && isPort(port);
};

const isSplitAtColons = (address: string): boolean => {
  const [host = "", port] = address.split(":");
  return isHost(host) && (port === undefined || isPort(port));
};

const isPort = (text: string): boolean => /^\d+$/.test(text) && Number(text) > 0 && Number(text) < 65_536;

const isHost = (host: string): boolean =>
  isIP(host) !== 0 || (host !== "" && host.replaceAll(".", "").length <= 255 && dnsName.test(host));

const dnsName = /^[a-zA-Z0-9_][a-zA-Z0-9_-]{0,62}(?:\.[a-zA-Z0-9_][a-zA-Z0-9_-]{0,62})*[._]?$/;

const refusal = (path: Path, why: string, source: string): Refusal => ({
  path,
  why: `${why}: the operator refuses the object.`,
  check: rejected,
  unseen: false,
  source,
});
