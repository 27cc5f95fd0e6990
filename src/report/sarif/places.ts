import type { Location as SarifLocation } from "sarif";
import type { Location } from "../../core/finding.ts";

/** A place as SARIF writes it: columns are UTF-16 units, and the end is behind the last character, as they are here. */
export const sarifPlace = (at: Location): SarifLocation => ({
  physicalLocation: {
    artifactLocation: { uri: uriOf(at.file), uriBaseId: "%SRCROOT%" },
    region: {
      startLine: at.line,
      startColumn: at.column,
      endLine: at.endLine ?? at.line,
      ...(at.endColumn === undefined ? {} : { endColumn: at.endColumn }),
    },
  },
});

/** A path of the repository as a relative reference, whatever characters it has. */
const uriOf = (file: string): string => file.toWellFormed().split("/").map(encodeURIComponent).join("/");
