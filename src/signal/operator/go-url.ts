/**
 * Scheme and host of an address as Go's `url.Parse` sees them; null where it refuses the text.
 * https://pkg.go.dev/net/url#Parse
 */
export const parseGoUrl = (text: string): { readonly scheme: string; readonly host: string } | null => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: Go refuses exactly these.
  if (/[\u0000-\u001f\u007f]/.test(text) || text.startsWith(":")) return null;
  const bare = text.split("#")[0] ?? "";
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(bare)?.[1] ?? "";
  const rest = (scheme === "" ? bare : bare.slice(scheme.length + 1)).split("?")[0] ?? "";
  if (scheme === "" && /^[^/]*:/.test(rest)) return null;
  if (scheme !== "" && !rest.startsWith("/")) return { scheme: scheme.toLowerCase(), host: "" };
  const [, authority, path = ""] = /^(?:\/\/([^/]*))?(.*)$/s.exec(rest) ?? [];
  if (/%(?![0-9A-Fa-f]{2})/.test(path)) return null;
  const host = authority?.replace(/^.*@/s, "") ?? "";
  return validHost(host) ? { scheme: scheme.toLowerCase(), host } : null;
};

const validHost = (host: string): boolean =>
  host.startsWith("[")
    ? /^\[[^\]]*\](?::\d*)?$/.test(host)
    : !/[\s<>"^`{|}\\%]/.test(host) && /^[^:]*(?::\d*)?$/.test(host.slice(Math.max(0, host.lastIndexOf(":"))));
