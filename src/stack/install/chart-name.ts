/** `grafana/grafana`, `oci://…/grafana:10.1.0` and `./charts/grafana-10.1.0.tgz` are `grafana`. */
export const chartNameIn = (chart: string): string =>
  (chart.split("/").at(-1) ?? "").replace(/[:@].*$/, "").replace(/(?:-\d[^/]*)?\.tgz$/, "");
