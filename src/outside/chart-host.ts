/** A host that credentials are for, as an input names it. */
export interface ChartHost {
  /** Lower case; IDN as Punycode. */
  readonly name: string;
  /** Null where it is the scheme's own. */
  readonly port: string | null;
  /** True where it is written with `http://` in front. */
  readonly plain: boolean;
}

/**
 * Reads an entry of `chart-hosts`: `host`, `host:port`, either with `http://` or `https://` in
 * front; null for anything else.
 */
export const readChartHost = (text: string): ChartHost | null => {
  const match = /^(?:(https?):\/\/)?([\p{L}\p{N}.-]+|\[[0-9a-f:.]+\])(?::(\d{1,5}))?\/?$/iu.exec(text);
  if (match === null) return null;
  const [, scheme = "https", name = "", port] = match;
  try {
    const url = new URL(`${scheme}://${name}${port === undefined ? "" : `:${port}`}`);
    return { name: url.hostname, port: url.port === "" ? null : url.port, plain: url.protocol === "http:" };
  } catch {
    return null;
  }
};

/** Whether a host's name is the machine itself. */
export const isLoopback = (name: string): boolean => /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(name);

/** A host as a registry's address names it: with its port, or without. */
export const splitHost = (host: string): { readonly name: string; readonly port: string | null } => {
  const [, name = host, port] = /^(.*?)(?::(\d+))?$/.exec(host) ?? [];
  return { name, port: port ?? null };
};
