import type { Fix, Location } from "../core/finding.ts";
import type { InstallScript } from "../stack/stack.ts";
import type { Check } from "./check.ts";

export const helmInstallNotIdempotent: Check = {
  id: "helm-install-not-idempotent",
  title: "install.sh uses a helm command that works only the first time, or only later.",
  severity: "warning",
  decidedBy: "own",
  reads: ["stack"],
  *find({ stack: { install } }) {
    const helm = install?.helm;
    if (install === null || helm == null || helm.command === "upgrade --install") return;
    yield {
      message:
        helm.command === "install"
          ? "helm install fails the second time: `cannot re-use a name that is still in use`"
          : "helm upgrade without --install fails where the release does not exist yet: a new cluster cannot be set up with it",
      at: helm.at,
      fix: { description: "Use helm upgrade --install, which does both", edits: edits(install, helm.at, helm.command) },
    };
  },
};

/** `helm install` takes flags that `helm upgrade` does not: with those, a person has to decide. */
const onlyOfInstall = /\s(?:--generate-name|-g|--name-template|--replace)\b/;

const edits = ({ file, text }: InstallScript, at: Location, command: "install" | "upgrade"): Fix["edits"] => {
  const lines = text?.split(/\r?\n/).slice(at.line - 1) ?? [];
  const end = lines.findIndex((line) => !line.endsWith("\\"));
  if (onlyOfInstall.test(lines.slice(0, end + 1).join("\n"))) return [];
  const first = lines[0] ?? "";
  const fixed = first.replace(new RegExp(`\\bhelm\\s+${command}\\b`), "helm upgrade --install");
  return fixed === first ? [] : [{ file, startLine: at.line, endLine: at.line, text: fixed }];
};
