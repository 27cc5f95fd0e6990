import data from "./data/field-names.json" with { type: "json" };

/**
 * The fields that DCGM has, or once had, by name: those of DCGM 4.6.1 and of every release before it, and the
 * exporter's own of DCGM 4.7.
 */
export const fieldNames: readonly string[] = data.fields;

/** Whether DCGM has, or had, a field that is written in these letters. */
export const isField = (name: string): boolean => known.has(name);

/** Whether the name is made like that of a DCGM field, and is none. */
export const isMisspelt = (name: string): boolean => name.startsWith("DCGM_FI_") && !isField(name);

const known: ReadonlySet<string> = new Set(fieldNames);
