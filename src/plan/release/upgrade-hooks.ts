import { textAt } from "../../kubernetes/json-fields.ts";
import type { ReleaseObjects } from "./plan-release.ts";

/**
 * Hooks that an install or an upgrade runs; tests run when somebody asks for them:
 * https://helm.sh/docs/topics/charts_hooks/
 */
export const upgradeHooks = ({ hooks }: ReleaseObjects): ReleaseObjects["hooks"] =>
  hooks.filter(({ body }) => {
    const events = textAt(body, ["metadata", "annotations", "helm.sh/hook"]) ?? "";
    return /\b(?:pre|post)-(?:install|upgrade)\b/.test(events);
  });
