/**
 * A place in a file that a person can edit. Lines and columns count from 1; columns are UTF-16 units, as
 * editors and GitHub count them.
 */
export interface Location {
  /** Path relative to the repository root, with forward slashes. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine?: number;
  readonly endColumn?: number;
}

/** What names a Kubernetes object. `namespace` is null for cluster-scoped objects and where none is set. */
export interface ResourceRef {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace: string | null;
  readonly name: string;
}

/**
 * Replaces the whole lines `startLine`..`endLine`, both inclusive, by `text` (without a closing line feed; between its
 * lines stand line feeds, whatever the file has).
 */
export interface Edit {
  readonly file: string;
  readonly startLine: number;
  readonly endLine: number;
  readonly text: string;
}

export interface Fix {
  readonly description: string;
  readonly edits: readonly Edit[];
}

/** A repair whose texts hold no carriage return, which a line of a file from Windows ends with. */
export const withoutReturns = ({ description, edits }: Fix): Fix => ({
  description,
  edits: edits.map((edit) => ({ ...edit, text: edit.text.replaceAll(/\r$/gm, "") })),
});

export const severities = ["error", "warning", "notice"] as const;
export type Severity = (typeof severities)[number];

/** What a check has to say, before the runner stamps its id, severity and help on it. */
export interface Problem {
  readonly message: string;
  readonly at?: Location;
  readonly resource?: ResourceRef;
  readonly fix?: Fix;
  /** Where this one weighs less than what the check usually finds, e.g. in a dashboard, where no alert hangs on it. */
  readonly severity?: Severity;
}

export interface Finding extends Problem {
  readonly check: string;
  readonly severity: Severity;
  /** Address of the page that explains the check. */
  readonly help: string;
  /** Of the line and what follows it, the same where it has moved: by it a finding of an earlier run is known again. */
  readonly lineHash?: string;
  /** Whether the commit that a change is upon has it as well; absent where that was not looked at. */
  readonly change?: "new" | "known";
  /** The line of the change that brought a new one, where its own is not one of the change. */
  readonly anchor?: Location;
}

/** Where a reviewer of the change sees it: the line that brought it, else its own. */
export const shownAt = ({ anchor, at }: Pick<Finding, "anchor" | "at">): Location | undefined => anchor ?? at;

/** Whether two places are on one line. */
export const isSameLine = (a: Location | undefined, b: Location | undefined): boolean =>
  a?.file === b?.file && a?.line === b?.line;

/** `kind namespace/name`, as messages name an object. */
export const nameOf = (ref: ResourceRef): string =>
  `${ref.kind} ${ref.namespace === null ? "" : `${ref.namespace}/`}${ref.name}`;

/** The order in which findings are told: file, line, column, check, message; what has no place comes last. */
export const byPlace = (a: Finding, b: Finding): number =>
  compare(a.at?.file ?? "\uffff", b.at?.file ?? "\uffff") ||
  (a.at?.line ?? 0) - (b.at?.line ?? 0) ||
  (a.at?.column ?? 0) - (b.at?.column ?? 0) ||
  compare(a.check, b.check) ||
  compare(a.message, b.message);

/** Code-unit order: the same on every machine, whatever its locale. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
