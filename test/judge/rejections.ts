/** `<Prometheus> <kind> <object>`, each `namespace/name`, to the operator's reason. */
export type Rejections = ReadonlyMap<string, string>;

export const rejectionKey = (prometheus: string, kind: string, object: string): string =>
  `${prometheus} ${kind} ${object}`;

/**
 * What the operator's log says that it skipped. The log is the one place that names the Prometheus as well; its
 * events name only the object.
 */
export const readRejections = (log: string): Rejections => {
  const found = new Map<string, string>();
  for (const line of log.split("\n")) {
    const skipped = line.includes('msg="skipping ') ? skippedBy(valuesOf(line)) : null;
    if (skipped !== null) found.set(rejectionKey(skipped.prometheus, skipped.kind, skipped.object), skipped.reason);
  }
  return found;
};

/** The values of a field, in their order: a line may have one twice. */
type Values = (field: string) => readonly string[];

const kinds = ["ServiceMonitor", "PodMonitor", "Probe", "ScrapeConfig"];

/** Older operators name the Prometheus in two fields, and the oldest has a message for each kind. */
const skippedBy = (values: Values) => {
  const first = (field: string): string => values(field)[0] ?? "";
  const prometheus = values("key")[0] ?? `${first("namespace")}/${first("prometheus")}`;
  const reason = first("error");
  if (values("prometheusrule").length > 0) {
    const object = `${values("namespace").at(-1)}/${first("prometheusrule")}`;
    return { prometheus, kind: "PrometheusRule", object, reason };
  }
  const kind = kinds.find((one) => values(one.toLowerCase()).length > 0);
  if (kind !== undefined) return { prometheus, kind, object: first(kind.toLowerCase()), reason };
  return values("object").length > 0 ? { prometheus, kind: first("kind"), object: first("object"), reason } : null;
};

/** A value of a logfmt line: bare, or quoted as Go quotes. */
const valuesOf =
  (line: string): Values =>
  (field) =>
    [...line.matchAll(new RegExp(`(?:^|\\s)${field}=(?:"((?:[^"\\\\]|\\\\.)*)"|(\\S*))`, "g"))].map(
      ([, quoted, bare = ""]) => quoted?.replaceAll(/\\(.)/g, "$1") ?? bare,
    );
