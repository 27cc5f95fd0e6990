import type { Untold } from "../../outside/github.ts";
import type { Annotation } from "../annotations.ts";

/** The notice of what could not be written, and which permission that needs. It fails nothing. */
export const notWritten = (what: string, { unknown, permission }: Untold, readsOnly: boolean): Annotation => {
  const needed = permission === null || unknown.includes(permission) ? "" : `; it needs the permission ${permission}`;
  const way = "Runs of forks and of Dependabot have a token that can only read.";
  return {
    level: "notice",
    title: `No ${what}`,
    message: [
      `The ${what} could not be written: ${unknown}${needed}.`,
      ...(permission !== null && readsOnly ? [way] : []),
      "The log and report.json have the result, and summary and annotations where they are on.",
    ].join(" "),
  };
};
