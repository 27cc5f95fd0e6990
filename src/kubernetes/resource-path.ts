/**
 * Where the API server lists objects of a kind, e.g.
 * `/apis/monitoring.coreos.com/v1/namespaces/monitoring/prometheuses`; `namespace` null for kinds without one, and for
 * all namespaces together.
 */
export const listPath = (apiVersion: string, plural: string, namespace: string | null): string => {
  const group = apiVersion.includes("/") ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
  return namespace === null ? `${group}/${plural}` : `${group}/namespaces/${encodeURIComponent(namespace)}/${plural}`;
};

/** Where it serves one of them. */
export const objectPath = (list: string, name: string): string => `${list}/${encodeURIComponent(name)}`;
