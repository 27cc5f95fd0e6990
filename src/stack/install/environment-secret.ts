import type { SetText } from "../stack.ts";
import type { HelmLine } from "./helm-line.ts";

/**
 * A password that `--set` takes from the script's environment, where it belongs: nothing that is rendered hangs on what
 * it is, and the variable stands for it. Null for any other argument; of `--set replicas=$N` the value counts.
 */
export const secretOfEnvironment = ({ value, flag }: HelmLine["sets"][number]): Omit<SetText, "at"> | null => {
  if (value.known || value.variable === undefined || (flag !== "--set" && flag !== "--set-string")) return null;
  const prefix = value.prefix ?? "";
  const key = /(?:^|,)([\w.[\]-]+)=$/.exec(prefix)?.[1]?.split(".").at(-1) ?? "";
  // Not names of Secrets, such as `existingSecret`.
  if (!/(?:password|passwd|token|(?:api|access|private|secret|routing|service)_?key|client_?secret)$/i.test(key))
    return null;
  return { flag, value: `${prefix}$${value.variable}`, environment: value.variable };
};
