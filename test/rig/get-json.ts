import type { Json } from "../../src/kubernetes/manifest.ts";

/** The answer of Prometheus or Alertmanager. Throws with its own words when it is not a success. */
export const getJson = async (url: string, init: RequestInit = {}): Promise<Json> => {
  const response = await fetch(url, { ...init, signal: AbortSignal.timeout(10_000) });
  const text = await response.text();
  if (!response.ok) throw new Error(`${url} answers ${response.status}: ${text.trim()}`);
  return text === "" ? null : (JSON.parse(text) as Json);
};
