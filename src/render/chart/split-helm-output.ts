import type { ChartCrds } from "../../outside/chart.ts";

/** One document of helm's output and the file of the chart it comes from. */
export interface HelmDocument {
  /** As helm names it, e.g. `kube-prometheus-stack/charts/grafana/templates/service.yaml`. */
  readonly source: string;
  readonly text: string;
  /** True for a file of a `crds/` folder: helm prints those whole, several documents in one. */
  readonly crd: boolean;
}

/**
 * Helm puts this before every document; it splits templates at `---` itself, so none of a document's
 * own lines can look like it.
 */
const separator = /^---\n# Source: (.+)\n/gm;
/** `crds/` of the chart or of a subchart at any depth; `templates/crds/` is an ordinary template. */
const crdSource = /^[^/]+(?:\/charts\/[^/]+)*\/crds\//;

/** Takes the output of `helm template` apart without parsing it as YAML, which costs a hundred times more. */
export const splitHelmOutput = (output: string): readonly HelmDocument[] => {
  const starts = [...output.matchAll(separator)];
  return starts.map((match, index) => {
    const source = match[1] ?? "";
    const whole = output.slice(match.index + match[0].length, starts[index + 1]?.index);
    return { source, text: endedOnce(whole), crd: crdSource.test(source) };
  });
};

/** The same, with the definitions that helm only tells of. */
export const documentsOf = (output: string, crds: ChartCrds | null): readonly HelmDocument[] =>
  splitHelmOutput(output).flatMap((document): readonly HelmDocument[] => {
    const texts = crds?.toldBy(document) ?? null;
    return texts === null
      ? [document]
      : texts.map((text) => ({ source: document.source, text: endedOnce(text), crd: true }));
  });

/** With one line break at its end. Where it has that, the text is not copied: the CRDs have 4 MB. */
const endedOnce = (text: string): string => {
  const { length } = text.trimEnd();
  return text[length] === "\n" ? text.slice(0, length + 1) : `${text.slice(0, length)}\n`;
};

/** The documents of one file, at their `---` lines; those with nothing but comments are left out. */
export const splitDocuments = (text: string): readonly string[] =>
  text.split(/^---(?:[ \t].*)?$/m).filter((part) => /^[ \t]*[^#\s]/m.test(part));
