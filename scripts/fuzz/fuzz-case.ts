/** An entry of a fuzzed tree. */
export type Entry =
  | { readonly file: Uint8Array | string; readonly executable?: boolean }
  | { readonly link: string }
  | { readonly fifo: true };

/** A random tree by its paths, and which tools it is for. Texts may hold `$OUTSIDE` and the like. */
export interface FuzzCase {
  readonly kind: "kustomization" | "install script" | "chart";
  readonly entries: ReadonlyMap<string, Entry>;
  readonly helm: "helm" | "helm3";
}

export const configMap = (name: string): string => `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\n`;

/** A chart that shows all its values. */
export const tinyChart: Readonly<Record<string, string>> = {
  "Chart.yaml": "apiVersion: v2\nname: tiny\nversion: 1.0.0\n",
  "values.yaml": "a: b\n",
  "templates/values.yaml": `${configMap("values")}data:\n  values: {{ toJson .Values | quote }}\n`,
};

/** Something to build, where a case is not about kustomize. */
export const emptyOverlay: readonly [string, Entry] = [
  "prometheus-stack/overlays/x/kustomization.yaml",
  { file: "resources: []\n" },
];
