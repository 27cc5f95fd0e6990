import type { Location } from "../finding.ts";
import type { Stack } from "../stack/stack.ts";

/** A comment `# prometheus-stack: ignore <check>, … -- <reason>`. */
export interface SuppressionComment {
  readonly at: Location;
  readonly checks: readonly string[];
  /** Empty where none is given: then it has no effect. */
  readonly reason: string;
  /** The line whose findings it is about: its own, or the next that is no comment where it stands alone. */
  readonly covers: number;
  /** The comment as it stands. */
  readonly text: string;
}

/** Every suppression in the tree's YAML, its values files and install.sh, in the order of the files. JSON has no comments. */
export const suppressionComments = (stack: Stack): readonly SuppressionComment[] => {
  const script = stack.install === null ? [] : [{ file: stack.install.file, text: stack.install.text ?? "" }];
  const files = [...stack.files, ...stack.valueFiles, ...script];
  const byName = new Map(files.map(({ file, text }) => [file, text]));
  return [...byName].flatMap(([file, text]) => (file.endsWith(".json") ? [] : commentsIn(text, file)));
};

const pattern = /(?:^|\s)(#\s*prometheus-stack:\s*ignore\b\s*(.*?))\s*$/;

/** The names, and the reason after `--`. */
const parts = /^([a-z][a-z0-9-]*(?:\s*,\s*[a-z][a-z0-9-]*)*)?\s*(?:--\s*(.*))?/;

const commentsIn = (text: string, file: string): readonly SuppressionComment[] => {
  if (!text.includes("prometheus-stack:")) return [];
  const lines = text.split(/\r?\n/);
  return lines.flatMap((line, index) => {
    const found = pattern.exec(line);
    if (found === null) return [];
    const [, comment = "", rest = ""] = found;
    const [, names = "", reason = ""] = parts.exec(rest) ?? [];
    return [
      {
        at: { file, line: index + 1, column: line.indexOf(comment) + 1 },
        checks: names.split(/\s*,\s*/).filter((name) => name !== ""),
        reason,
        covers: /^\s*#/.test(line) ? nextLine(lines, index) : index + 1,
        text: comment,
      },
    ];
  });
};

const nextLine = (lines: readonly string[], from: number): number => {
  const next = lines.findIndex((line, index) => index > from && !/^\s*(?:#.*)?$/.test(line));
  return (next === -1 ? from : next) + 1;
};
