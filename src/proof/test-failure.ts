/** Alerts told of one failure: more say nothing new. */
const most = 3;

/**
 * What promtool says of one failed test case, in a sentence: its prose is two lists of alerts, or of samples, over many
 * lines. The message as it is, on one line, where it has another form.
 */
export const explainFailure = (said: string): string => {
  const message = said.replace(/^\s*FAILED:\s*/, "");
  const lists = listsIn(message);
  if (lists !== null) return explainAlerts(alertsIn(lists.exp), alertsIn(lists.got));
  const samples = /^[ \t]*exp:(.*)\n[ \t]*got:(.*)/m.exec(message);
  if (samples !== null) return `expected ${samples[1]?.trim() || "nothing"}, got ${samples[2]?.trim() || "nothing"}`;
  return message
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join(" ");
};

/** What stands in the brackets behind `exp:` and, on a line below, behind `got:`. */
const listsIn = (message: string): { readonly exp: string; readonly got: string } | null => {
  const exp = /\bexp:\s*\[/.exec(message);
  if (exp === null) return null;
  const rest = message.slice(exp.index + exp[0].length);
  const got = /^[ \t]*got:\s*\[/m.exec(rest);
  const end = rest.lastIndexOf("]");
  if (got === null || end < got.index + got[0].length) return null;
  const first = rest.slice(0, got.index).trimEnd().replace(/,$/, "");
  return first.endsWith("]") ? { exp: first.slice(0, -1), got: rest.slice(got.index + got[0].length, end) } : null;
};

interface Alert {
  readonly labels: string;
  readonly annotations: string;
}

const alertsIn = (list: string): readonly Alert[] =>
  list.split("\n").flatMap((line, index, all) => {
    const [labels, annotations] = [behind("Labels:", all[index - 1] ?? ""), behind("Annotations:", line)];
    if (labels === null || annotations === null) return [];
    const others = labels.replace(/(?<=[{ ])alertname="(?:[^"\\]|\\.)*"(?:, )?/, "").replace(/, \}$/, "}");
    return [{ labels: others, annotations }];
  });

/** The braces and what is in them, behind a word of a line. */
const behind = (word: string, line: string): string | null => {
  const [from, to] = [line.indexOf(`${word}{`), line.lastIndexOf("}")];
  return from === -1 || to < from ? null : line.slice(from + word.length, to + 1);
};

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
