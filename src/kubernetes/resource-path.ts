/** Where the API server tells the kinds of a version, and below which it has their objects. */
export const versionPath = (apiVersion: string): string =>
  apiVersion.includes("/") ? `/apis/${apiVersion}` : `/api/${apiVersion}`;

/**
 * Where the API server lists objects of a kind, e.g.
 * `/apis/monitoring.coreos.com/v1/namespaces/monitoring/prometheuses`; `namespace` null for kinds without one, and for
 * all namespaces together.
 */
export const listPath = (apiVersion: string, plural: string, namespace: string | null): string => {
  const within = namespace === null ? "" : `/namespaces/${encodeURIComponent(namespace)}`;
  return `${versionPath(apiVersion)}${within}/${plural}`;
};

/** Where it serves one of them. */
export const objectPath = (list: string, name: string): string => `${list}/${encodeURIComponent(name)}`;
