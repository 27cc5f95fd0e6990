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
    const field = fieldsOf(line);
    const prometheus = field("key");
    const reason = field("error") ?? "";
    if (prometheus === undefined) continue;
    if (line.includes('msg="skipping object"'))
      found.set(rejectionKey(prometheus, field("kind") ?? "", field("object") ?? ""), reason);
    if (line.includes('msg="skipping prometheusrule"'))
      found.set(rejectionKey(prometheus, "PrometheusRule", `${field("namespace")}/${field("prometheusrule")}`), reason);
  }
  return found;
};

/** A value of a logfmt line: bare, or quoted as Go quotes. */
const fieldsOf =
  (line: string) =>
  (name: string): string | undefined => {
    const [, quoted, bare] = new RegExp(`(?:^|\\s)${name}=(?:"((?:[^"\\\\]|\\\\.)*)"|(\\S*))`).exec(line) ?? [];
    return quoted?.replaceAll(/\\(.)/g, "$1") ?? bare;
  };
