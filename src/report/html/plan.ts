import { diffArrays } from "diff";
import { nameOf } from "../../core/finding.ts";
import type { FieldChange, PlannedObject } from "../../plan/plan.ts";
import type { Report } from "../report.ts";
import { counted } from "../summary/markdown.ts";
import { type Html, html, htmlTable, none, scrolling, section } from "./markup.ts";
import { stateMark } from "./state.ts";

const ranks = { delete: 0, create: 1, update: 2, unchanged: 3 } as const;

/** What a deploy would do: what stands against it, what would be lost, and each object's fields side by side. */
export const planPart = ({ plan }: Report, rows: number): Html => {
  if (plan === null) return none;
  const { obstacles, losses, objects } = plan.content;
  const changed = objects
    .filter(({ action }) => action !== "unchanged")
    .toSorted((a, b) => ranks[a.action] - ranks[b.action]);
  const left = changed.length - rows;
  return section("plan", "What would change", [
    html`<p>${counted(changed.length, "object")} of ${objects.length}. The plan's digest is <code>${plan.digest}</code>.</p>\n`,
    ...obstacles.map(
      ({ reason, message, hint }) =>
        html`<p>${stateMark("error")} <code>${reason}</code>: ${message} <strong>Next step:</strong> ${hint}</p>\n`,
    ),
    htmlTable(
      "What would be lost",
      ["Object", "What", "Accepted"],
      losses.map(({ ref, what, allowed }) => [html`${nameOf(ref)}`, html`${what}`, html`${allowed ? "yes" : "no"}`]),
    ),
    ...changed.slice(0, rows).map((object) => objectPart(object, rows)),
    left > 0 ? html`<p>${counted(left, "more object")} in plan.json.</p>\n` : none,
  ]);
};

const objectPart = ({ ref, action, layer, changes }: PlannedObject, rows: number): Html => {
  const own = changes.filter(({ noise }) => noise === null);
  return html`<details class="object"><summary><strong>${action}</strong> ${nameOf(ref)} (${layer})${own.length === 0 ? none : html`, ${counted(own.length, "field")}`}</summary>
${own.slice(0, rows).map(changePart)}</details>
`;
};

const changePart = ({ pointer, before, after }: FieldChange): Html => html`<p><code>${pointer}</code></p>
${before === null && after === null ? html`<p>not shown</p>` : sideBySide(linesOf(before), linesOf(after))}
`;

/** The lines of a text; of another value its JSON. */
const linesOf = (json: string | null): readonly string[] => {
  if (json === null) return [];
  try {
    const value: unknown = JSON.parse(json);
    return (typeof value === "string" ? value : json).split("\n");
  } catch {
    // It was cut.
    return json.split("\n");
  }
};

/** Lines of one side, and what became of them. */
interface Block {
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly same: boolean;
}

const sideBySide = (before: readonly string[], after: readonly string[]): Html =>
  scrolling(
    "Before and after",
    html`<table class="diff"><thead><tr><th scope="col">Before</th><th scope="col">After</th></tr></thead><tbody>${blocksOf(before, after).flatMap(blockRows)}</tbody></table>`,
  );

const blocksOf = (before: readonly string[], after: readonly string[]): readonly Block[] => {
  const blocks: Block[] = [];
  for (const { value, added, removed } of diffArrays([...before], [...after])) {
    const last = blocks.at(-1);
    if (added && last !== undefined && !last.same && last.after.length === 0)
      blocks[blocks.length - 1] = { ...last, after: value };
    else blocks.push({ before: added ? [] : value, after: removed ? [] : value, same: !added && !removed });
  }
  return blocks;
};

const blockRows = ({ before, after, same }: Block): readonly Html[] =>
  Array.from({ length: Math.max(before.length, after.length) }, (_, at) => {
    const cell = (line: string | undefined, kind: string): Html =>
      line === undefined
        ? html`<td></td>`
        : html`<td class="${same ? "" : kind}"><code>${line === "" ? " " : line}</code></td>`;
    return html`<tr>${cell(before[at], "removed")}${cell(after[at], "added")}</tr>`;
  });
