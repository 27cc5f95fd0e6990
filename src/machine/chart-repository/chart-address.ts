import { OperatorError } from "../../core/errors.ts";

/** A login that an address holds, or that the inputs give. */
export interface Login {
  readonly username: string;
  readonly password: string;
}

/** An address, read once: what is asked later are the parts of it that the URL standard says. */
export interface ChartAddress {
  readonly scheme: "http" | "https" | "oci";
  /** Lower case, with its port where that is not the scheme's; IDN as Punycode. */
  readonly host: string;
  /** With its leading slash; empty where there is none. */
  readonly path: string;
  /** With its `?`, or empty: some repositories take a token there, so it is in no message. */
  readonly query: string;
  readonly login: Login | null;
}

/**
 * Reads the address of a chart, a repository or a registry. One that could be read in two ways is refused: a login with
 * `@`, `/`, `?` or `#` in it, a blank, a control character or a backslash. Throws OperatorError `invalid-input` without
 * a word of what may be a login.
 */
export const readChartAddress = (text: string): ChartAddress => {
  const parts = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)([^?#]*)(\?[^#]*)?(#.*)?$/is.exec(text);
  const scheme = parts?.[1]?.toLowerCase() ?? "";
  const [, , authority = "", path = "", query = "", fragment] = parts ?? [];
  if (scheme !== "http" && scheme !== "https" && scheme !== "oci")
    throw invalidAddress(`The address ${masked(text)} is no http, https or oci address.`);
  if (/[\s\p{Cc}\p{Cf}\u2028\u2029\\]/u.test(text))
    throw invalidAddress(`The address ${masked(text)} has a blank, a backslash or a control character in it.`);
  const at = authority.lastIndexOf("@");
  const login = at < 0 ? null : readLogin(authority.slice(0, at), text);
  if (fragment !== undefined || (path + query).replace(/@sha256:[0-9a-f]{64}$/, "").includes("@"))
    throw invalidAddress(
      `The address ${masked(text)} has a # or a second @ in it: write those of a login as %23 and %40.`,
    );
  const place = authority.slice(at + 1);
  const url = place === "" ? null : parsed(`${scheme === "oci" ? "https" : scheme}://${place}${path}${query}`);
  if (url === null || url.hostname === "") throw invalidAddress(`The address ${masked(text)} names no host.`);
  return { scheme, host: url.host, path: path === "" ? "" : url.pathname, query: url.search, login };
};

const readLogin = (userinfo: string, text: string): Login => {
  const [username = "", ...password] = userinfo.split(":");
  if (userinfo !== "" && /^(?:[\w.~!$&'()*+,;=:-]|%[0-9a-f]{2})*$/i.test(userinfo))
    try {
      return { username: decodeURIComponent(username), password: decodeURIComponent(password.join(":")) };
    } catch {
      // It is refused below: the decoder's message would say no more.
    }
  throw invalidAddress(
    `The login in the address ${masked(text)} has characters that a URL cannot hold: write them as %XX.`,
  );
};

const parsed = (text: string): URL | null => {
  try {
    return new URL(text);
  } catch {
    return null;
  }
};

/** An address for messages: its scheme, and what surely is no login. */
const masked = (text: string): string => {
  const [, scheme = "", rest = ""] = /^([a-z][a-z0-9+.-]{0,20}:\/\/)(.*)$/is.exec(text) ?? [];
  const plain = /^[\w./:-]{1,200}$/.test(rest) ? rest : "…";
  return scheme === "" ? JSON.stringify(text.slice(0, 100)) : scheme + plain;
};

/** The error for an address, or a chart's name, that cannot be used. */
export const invalidAddress = (message: string): OperatorError =>
  new OperatorError(
    "invalid-input",
    message,
    "Set the input chart to a folder, a .tgz, oci://host/path/name, or repository/name together with chart-repository: https://….",
  );
