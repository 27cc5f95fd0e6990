import { OperatorError } from "../errors.ts";
import type { Release } from "../stack/stack.ts";

/** Where a chart is to be had. Addresses hold no credentials. */
export type ChartReference =
  | { readonly from: "disk"; readonly path: string }
  | { readonly from: "registry"; readonly address: string; readonly host: string; readonly login: Login | null }
  | { readonly from: "repository"; readonly name: string; readonly address: string; readonly login: Login | null };

export interface Login {
  readonly username: string;
  readonly password: string;
}

/**
 * Reads what a release says of its chart: a folder or archive, `oci://…`, or a name with its repository. `onDisk` tells whether there is a file or
 * folder of that path. Throws OperatorError `invalid-input`.
 */
export const readChartReference = (
  { chart, repository }: Pick<Release, "chart" | "repository">,
  onDisk: boolean,
): ChartReference => {
  const text = chart.value;
  if (/^oci:\/\//i.test(text)) return inRegistry(text);
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text))
    throw invalid(`The chart ${withoutLogin(text).address} is an address of its own.`);
  if (onDisk || looksLikePath(text)) return { from: "disk", path: text };
  const name = text.replace(/^[^/]+\//, "");
  if (name.includes("/")) throw invalid(`The chart ${text} is neither a folder nor a name.`);
  if (repository.value === null)
    throw invalid(`The chart ${text} has no repository: no \`helm repo add\` and no input says where it is.`);
  const { address, login } = withoutLogin(repository.value);
  if (/^oci:\/\//i.test(address)) return inRegistry(`${repository.value.replace(/\/$/, "")}/${name}`);
  if (!/^https?:\/\//i.test(address)) throw invalid(`The chart repository ${address} is no http or https address.`);
  return { from: "repository", name, address, login };
};

const looksLikePath = (text: string): boolean => /^\.{0,2}\/|\.tgz$|^\.{1,2}$/.test(text);

const inRegistry = (text: string): ChartReference => {
  const { address, login } = withoutLogin(text);
  const host = /^oci:\/\/([^/]+)\/./i.exec(address)?.[1];
  if (host === undefined) throw invalid(`The chart ${address} names no repository of a registry.`);
  return { from: "registry", address, host, login };
};

const withoutLogin = (text: string): { readonly address: string; readonly login: Login | null } => {
  const match = /^([a-z][a-z0-9+.-]*:\/\/)([^/@]*)@/i.exec(text);
  if (match === null) return { address: text, login: null };
  const [whole, scheme = "", userinfo = ""] = match;
  const [username = "", ...password] = userinfo.split(":");
  const login = { username: decode(username), password: decode(password.join(":")) };
  return { address: scheme + text.slice(whole.length), login };
};

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

const invalid = (message: string): OperatorError =>
  new OperatorError(
    "invalid-input",
    message,
    "Set the input chart to a folder, a .tgz, oci://host/path/name, or repository/name together with chart-repository: https://….",
  );
