import { OperatorError } from "../../core/errors.ts";
import type { Inputs } from "../../inputs.ts";
import type { ChartSource } from "../../outside/chart.ts";
import { type ChartHost, isLoopback, readChartHost, splitHost } from "../../outside/chart-host.ts";
import { type Login, readChartAddress } from "./chart-address.ts";
import type { InRegistry, InRepository } from "./chart-reference.ts";

/** What the inputs say of credentials and of the hosts that they are for. */
export type LoginInputs = Pick<
  Inputs,
  "chart" | "chartRepository" | "chartHosts" | "chartUsername" | "chartPassword" | "configured"
>;

/** How a chart's host is spoken to. */
export interface Access {
  readonly login: Login | null;
  /**
   * Without TLS: this machine itself, a repository's own http address, or a host that
   * `chart-hosts` writes with `http://`.
   */
  readonly plain: boolean;
}

/**
 * The login for a chart's host, where there is one and the host may have it: that of the inputs only where an input
 * names the host, and by plain HTTP only this machine or a host that `chart-hosts` writes with `http://`. What the
 * tree's files say is never enough. Throws OperatorError `invalid-input`, before any request.
 */
export const accessTo = (
  reference: InRegistry | InRepository,
  release: Pick<ChartSource, "chart" | "repository">,
  inputs: LoginInputs,
  hasAuthority: boolean,
): Access => {
  const host = reference.from === "registry" ? reference.host : new URL(reference.url).host;
  const { name, port } = splitHost(host);
  const named = namedHosts(inputs).filter((one) => one.name === name && (one.port ?? "") === (port ?? ""));
  const allowsPlain = named.some((one) => one.plain && one.listed);
  const plain =
    reference.from === "registry"
      ? allowsPlain || (isLoopback(name) && !hasAuthority)
      : reference.url.startsWith("http://");
  const { chartUsername: username, chartPassword: password } = inputs;
  const given = username === undefined || password === undefined ? null : { username, password };
  if (given !== null && !named.some((one) => one.plain === plain || isLoopback(name)))
    throw notNamed(host, plain, whereNamed(release));
  const login = given ?? reference.login;
  if (login !== null && plain && !isLoopback(name) && !allowsPlain) throw notEncrypted(host);
  return { login, plain };
};

interface NamedHost extends ChartHost {
  /** By `chart-hosts`. */
  readonly listed: boolean;
}

/** Hosts that the workflow names; what the configuration file of the tree says is not among them. */
const namedHosts = ({ chart, chartRepository, chartHosts, configured }: LoginInputs): readonly NamedHost[] => {
  const addresses = [
    configured.has("chart") || !/^oci:\/\//i.test(chart ?? "") ? undefined : chart,
    configured.has("chart-repository") ? undefined : chartRepository,
  ];
  const listed = configured.has("chart-hosts") ? [] : chartHosts;
  return [
    ...addresses.flatMap((text) => (text === undefined ? [] : [hostOfAddress(text)])),
    ...listed.flatMap((text) => {
      const host = readChartHost(text);
      return host === null ? [] : [{ ...host, listed: true }];
    }),
  ];
};

const hostOfAddress = (text: string): NamedHost => {
  const { scheme, host } = readChartAddress(text);
  return { ...splitHost(host), plain: scheme === "http", listed: false };
};

/** The line that names the host, for a person to look at. */
const whereNamed = ({ chart, repository }: Pick<ChartSource, "chart" | "repository">): string => {
  const by = /^oci:/i.test(chart.value) ? chart : repository;
  if (by.at !== undefined) return `${by.at.file}:${by.at.line} names it`;
  return by.from === "install.sh" ? "install.sh names it" : "the configuration file names it";
};

const notNamed = (host: string, plain: boolean, where: string): OperatorError =>
  new OperatorError(
    "invalid-input",
    `chart-username and chart-password are not sent to ${host}${plain ? " by plain HTTP" : ""}: ${where}, and no input does.`,
    `Set chart-hosts: ${plain ? "http://" : ""}${host} if the credentials are meant for it.`,
  );

const notEncrypted = (host: string): OperatorError =>
  new OperatorError(
    "invalid-input",
    `The login for ${host} is not sent by plain HTTP, where everybody on the way can read it.`,
    `Use its https address, or set chart-hosts: http://${host} if there is no other way.`,
  );
