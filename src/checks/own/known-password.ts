/**
 * The chart's default before 79.0.0 (https://github.com/prometheus-community/helm-charts/pull/5679), Grafana's
 * own, and the usual stand-ins.
 */
const known: ReadonlySet<string> = new Set([
  "prom-operator",
  "admin",
  "password",
  "grafana",
  "changeme",
  "secret",
  "prometheus",
]);

/** Whether it is one of the first that anybody tries. */
export const isKnownPassword = (password: string): boolean => known.has(password.trim().toLowerCase());
