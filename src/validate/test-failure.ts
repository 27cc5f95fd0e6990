/** Alerts told of one failure: more say nothing new. */
const most = 3;

/**
 * What promtool says of one failed test case, in a sentence: its prose is two lists of alerts, or of samples, over many lines. The message as it is, on one
 * line, where it has another form.
 */
export const explainFailure = (said: string): string => {
  const message = said.replace(/^\s*FAILED:\s*/, "");
  const [, exp, got] = /\bexp:\s*\[(.*?)\n?\s*\],?\s*\n\s*got:\s*\[(.*)\]/s.exec(message) ?? [];
  if (exp !== undefined && got !== undefined) return explainAlerts(alertsIn(exp), alertsIn(got));
  const samples = /\n\s*exp:\s*(.*)\n\s*got:\s*(.*)/.exec(message);
  if (samples !== null) return `expected ${samples[1]?.trim() || "nothing"}, got ${samples[2]?.trim() || "nothing"}`;
  return message
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join(" ");
};

interface Alert {
  readonly labels: string;
  readonly annotations: string;
}

const alertsIn = (list: string): readonly Alert[] =>
  list
    .matchAll(/Labels:(\{.*\})\n\s*Annotations:(\{.*\})/g)
    .map(([, labels = "", annotations = ""]) => ({
      labels: labels.replace(/(?<=[{ ])alertname="(?:[^"\\]|\\.)*"(?:, )?/, "").replace(/, \}$/, "}"),
      annotations,
    }))
    .toArray();

const explainAlerts = (expected: readonly Alert[], got: readonly Alert[]): string => {
  const same = (a: Alert) => (b: Alert) => a.labels === b.labels && a.annotations === b.annotations;
  const missing = expected.filter((one) => !got.some(same(one)));
  const surplus = got.filter((one) => !expected.some(same(one)));
  if (expected.length === 0) return `no alert was expected, but it fires with ${told(got, "labels")}`;
  if (got.length === 0) return `it was expected to fire with ${told(expected, "labels")}, but does not`;
  const part = missing.every(({ labels }) => surplus.some((one) => one.labels === labels)) ? "annotations" : "labels";
  if (missing.length === 0 && surplus.length === 0) return `expected ${expected.length} alerts, got ${got.length}`;
  return `expected ${told(missing, part)}, got ${told(surplus, part)}`;
};

const told = (alerts: readonly Alert[], part: keyof Alert): string => {
  if (alerts.length === 0) return "nothing more";
  const rest = alerts.length - most;
  const names = alerts.slice(0, most).map((one) => one[part]);
  return `${names.join(" and ")}${rest > 0 ? ` and ${rest} more` : ""}`;
};
