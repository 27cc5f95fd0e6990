import { alertTemplateInvalid } from "./alert-template-invalid.ts";
import { baseNamespaceMismatch } from "./base-namespace-mismatch.ts";
import type { Check } from "./check.ts";
import { componentMissing } from "./component-missing.ts";
import { dcgmServicemonitorMissing } from "./dcgm-servicemonitor-missing.ts";
import { defaultDashboardMissing } from "./default-dashboard-missing.ts";
import { fileUnreadable } from "./file-unreadable.ts";
import { gpuRulesMissing } from "./gpu-rules-missing.ts";
import { helmChartVersionUnpinned } from "./helm-chart-version-unpinned.ts";
import { helmInstallNotIdempotent } from "./helm-install-not-idempotent.ts";
import { helmTemplateFailed } from "./helm-template-failed.ts";
import { installScriptUnclear } from "./install-script-unclear.ts";
import { kubernetesSchemaInvalid } from "./kubernetes-schema-invalid.ts";
import { kubernetesSchemaMissing } from "./kubernetes-schema-missing.ts";
import { kustomizeBuildFailed } from "./kustomize-build-failed.ts";
import { kustomizeDeprecatedField } from "./kustomize-deprecated-field.ts";
import { orphanManifest } from "./orphan-manifest.ts";
import { overlayWithoutKustomization } from "./overlay-without-kustomization.ts";
import { promqlSyntaxError } from "./promql-syntax-error.ts";
import { ruleFieldInvalid } from "./rule-field-invalid.ts";
import { yamlDuplicateKey } from "./yaml-duplicate-key.ts";
import { yamlInvalid } from "./yaml-invalid.ts";

/** Every check there is. A new one is one more line here: `npm run new-check <id>` writes it. */
export const checks: readonly Check[] = [
  alertTemplateInvalid,
  baseNamespaceMismatch,
  componentMissing,
  dcgmServicemonitorMissing,
  defaultDashboardMissing,
  fileUnreadable,
  gpuRulesMissing,
  helmChartVersionUnpinned,
  helmInstallNotIdempotent,
  helmTemplateFailed,
  installScriptUnclear,
  kubernetesSchemaInvalid,
  kubernetesSchemaMissing,
  kustomizeBuildFailed,
  kustomizeDeprecatedField,
  orphanManifest,
  overlayWithoutKustomization,
  promqlSyntaxError,
  ruleFieldInvalid,
  yamlDuplicateKey,
  yamlInvalid,
];
