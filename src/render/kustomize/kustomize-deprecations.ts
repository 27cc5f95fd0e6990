import type { Location } from "../../core/finding.ts";
import { isObject } from "../../kubernetes/manifest.ts";
import type { Kustomization } from "../../stack/stack.ts";

const warning = /^#?[ \t]*Warning: '([^']+)' is deprecated\. Please use '([^']+)' instead/gm;

/**
 * Kustomize's warnings of deprecated fields, each at every kustomization of the build that has the field: kustomize
 * names none of them, and warns once for each.
 */
export const deprecations = (
  stderr: string,
  kustomizations: readonly Kustomization[],
): readonly { readonly message: string; readonly at: Location }[] => {
  const warned = new Map([...stderr.matchAll(warning)].map(([, field = "", instead = ""]) => [field, instead]));
  return [...warned].flatMap(([field, instead]) =>
    kustomizations.flatMap(({ yaml }) => {
      const document = yaml.documents[0];
      if (document === undefined || !isObject(document.value) || document.value[field] === undefined) return [];
      return [{ message: `\`${field}\` is deprecated: use \`${instead}\``, at: document.locateKey([field]) }];
    }),
  );
};
