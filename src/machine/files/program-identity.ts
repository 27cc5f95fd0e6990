import packageFile from "../../../package.json" with { type: "json" };

const program: { readonly version: string; readonly builtFrom?: string } = packageFile;

/**
 * Which program this is: its version, and in the bundle a digest of all that it was built from, which
 * `scripts/build.ts` adds. What one program makes of a text another one may make otherwise.
 */
export const programIdentity = `${program.version} ${program.builtFrom ?? ""}`;
