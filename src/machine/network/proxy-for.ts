import { isLoopback } from "../../outside/chart-host.ts";

/**
 * The proxy for an address, by `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` of an environment (lower case first), as curl
 * and Go read them; null where there is none.
 */
export const proxyFor = (url: URL, env: Readonly<Record<string, string | undefined>>): string | null => {
  const read = (name: string): string => env[name.toLowerCase()] || env[name] || "";
  const proxy = read(url.protocol === "https:" ? "HTTPS_PROXY" : "HTTP_PROXY");
  if (proxy === "" || isLoopback(url.hostname) || isExcepted(url, read("NO_PROXY"))) return null;
  return /^https?:\/\//i.test(proxy) ? proxy : `http://${proxy}`;
};

/** `example.com` and `.example.com` stand for every host below it, the former for itself as well. */
const isExcepted = ({ hostname, port, protocol }: URL, exceptions: string): boolean => {
  const withPort = `${hostname}:${port || (protocol === "https:" ? "443" : "80")}`;
  return exceptions
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((entry) => entry !== "")
    .some((entry) => {
      const suffix = entry.replace(/^\*?\.?/, "");
      if (entry === "*") return true;
      return [hostname, withPort].some((host) => (entry === suffix && host === entry) || host.endsWith(`.${suffix}`));
    });
};
