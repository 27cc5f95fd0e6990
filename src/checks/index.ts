import { alertAbsentPerInstanceBlind } from "./alert-absent-per-instance-blind.ts";
import { alertAbsentWithoutFor } from "./alert-absent-without-for.ts";
import { alertCannotFire } from "./alert-cannot-fire.ts";
import { alertDescriptionMissing } from "./alert-description-missing.ts";
import { alertFlappingSampling } from "./alert-flapping-sampling.ts";
import { alertForMissing } from "./alert-for-missing.ts";
import { alertForRedundantZero } from "./alert-for-redundant-zero.ts";
import { alertInhibitedByDefault } from "./alert-inhibited-by-default.ts";
import { alertLabelsCollide } from "./alert-labels-collide.ts";
import { alertNameStyle } from "./alert-name-style.ts";
import { alertNoComparison } from "./alert-no-comparison.ts";
import { alertNoReceiver } from "./alert-no-receiver.ts";
import { alertRunbookUrlMissing } from "./alert-runbook-url-missing.ts";
import { alertSeverityInvalid } from "./alert-severity-invalid.ts";
import { alertSummaryMissing } from "./alert-summary-missing.ts";
import { alertTemplateInvalid } from "./alert-template-invalid.ts";
import { alertTemplateLabelNotAvailable } from "./alert-template-label-not-available.ts";
import { alertTemplateQueryInvalid } from "./alert-template-query-invalid.ts";
import { alertTestFailed } from "./alert-test-failed.ts";
import { alertValueInLabel } from "./alert-value-in-label.ts";
import { alertmanagerConfigInvalid } from "./alertmanager-config-invalid.ts";
import { alertmanagerTemplateFunction } from "./alertmanager-template-function.ts";
import { alertmanagerTemplateMissing } from "./alertmanager-template-missing.ts";
import { alertmanagerconfigNamespaceMatcher } from "./alertmanagerconfig-namespace-matcher.ts";
import { alertmanagerconfigNotSelected } from "./alertmanagerconfig-not-selected.ts";
import { baseNamespaceMismatch } from "./base-namespace-mismatch.ts";
import { chartObjectsNotSelected } from "./chart-objects-not-selected.ts";
import type { Check } from "./check.ts";
import { componentMissing } from "./component-missing.ts";
import { configmapKeyInvalid } from "./configmap-key-invalid.ts";
import { dashboardAngularPanel } from "./dashboard-angular-panel.ts";
import { dashboardConfigmapHashSuffix } from "./dashboard-configmap-hash-suffix.ts";
import { dashboardConfigmapTooLarge } from "./dashboard-configmap-too-large.ts";
import { dashboardDatasourceNotFound } from "./dashboard-datasource-not-found.ts";
import { dashboardDirectoryNotRead } from "./dashboard-directory-not-read.ts";
import { dashboardFileExtension } from "./dashboard-file-extension.ts";
import { dashboardFilenameCollision } from "./dashboard-filename-collision.ts";
import { dashboardFolderAnnotationIgnored } from "./dashboard-folder-annotation-ignored.ts";
import { dashboardIdNotNull } from "./dashboard-id-not-null.ts";
import { dashboardJsonInvalid } from "./dashboard-json-invalid.ts";
import { dashboardLastAppliedTooLarge } from "./dashboard-last-applied-too-large.ts";
import { dashboardMetricNotExported } from "./dashboard-metric-not-exported.ts";
import { dashboardNamespaceNotWatched } from "./dashboard-namespace-not-watched.ts";
import { dashboardNotSelected } from "./dashboard-not-selected.ts";
import { dashboardPanelIdDuplicate } from "./dashboard-panel-id-duplicate.ts";
import { dashboardPluginNotInstalled } from "./dashboard-plugin-not-installed.ts";
import { dashboardPromqlInvalid } from "./dashboard-promql-invalid.ts";
import { dashboardSchemaVersionOutdated } from "./dashboard-schema-version-outdated.ts";
import { dashboardTitleDuplicate } from "./dashboard-title-duplicate.ts";
import { dashboardTitleMissing } from "./dashboard-title-missing.ts";
import { dashboardUidDuplicate } from "./dashboard-uid-duplicate.ts";
import { dashboardUidInvalid } from "./dashboard-uid-invalid.ts";
import { dashboardUidMissing } from "./dashboard-uid-missing.ts";
import { dashboardUnitMismatch } from "./dashboard-unit-mismatch.ts";
import { dashboardUnresolvedInput } from "./dashboard-unresolved-input.ts";
import { dashboardV2NotProvisionable } from "./dashboard-v2-not-provisionable.ts";
import { dashboardVariableUndefined } from "./dashboard-variable-undefined.ts";
import { dcgmLabelRenamed } from "./dcgm-label-renamed.ts";
import { dcgmMetricRenamed } from "./dcgm-metric-renamed.ts";
import { dcgmServicemonitorMissing } from "./dcgm-servicemonitor-missing.ts";
import { dcgmUnknownField } from "./dcgm-unknown-field.ts";
import { dcgmXidSticky } from "./dcgm-xid-sticky.ts";
import { defaultDashboardMissing } from "./default-dashboard-missing.ts";
import { fileUnreadable } from "./file-unreadable.ts";
import { gpuAlertCoverageMissing } from "./gpu-alert-coverage-missing.ts";
import { gpuAlertSeverityMismatch } from "./gpu-alert-severity-mismatch.ts";
import { gpuExporterAbsentAlertMissing } from "./gpu-exporter-absent-alert-missing.ts";
import { gpuRulesMissing } from "./gpu-rules-missing.ts";
import { grafanaAdminPasswordKnown } from "./grafana-admin-password-known.ts";
import { grafanaDatasourceDefaultTwice } from "./grafana-datasource-default-twice.ts";
import { grafanaDatasourceUrlNotFound } from "./grafana-datasource-url-not-found.ts";
import { helmChartVersionUnpinned } from "./helm-chart-version-unpinned.ts";
import { helmInstallNotIdempotent } from "./helm-install-not-idempotent.ts";
import { helmReleaseNameMismatch } from "./helm-release-name-mismatch.ts";
import { helmTemplateFailed } from "./helm-template-failed.ts";
import { helmUnknownValue } from "./helm-unknown-value.ts";
import { imageRegistryForeign } from "./image-registry-foreign.ts";
import { imageTagFloating } from "./image-tag-floating.ts";
import { installScriptUnclear } from "./install-script-unclear.ts";
import { kubernetesSchemaInvalid } from "./kubernetes-schema-invalid.ts";
import { kubernetesSchemaMissing } from "./kubernetes-schema-missing.ts";
import { kustomizeBuildFailed } from "./kustomize-build-failed.ts";
import { kustomizeDeprecatedField } from "./kustomize-deprecated-field.ts";
import { namespaceNotAllowed } from "./namespace-not-allowed.ts";
import { operatorTooOldForPrometheus } from "./operator-too-old-for-prometheus.ts";
import { orphanManifest } from "./orphan-manifest.ts";
import { overlayWithoutKustomization } from "./overlay-without-kustomization.ts";
import { podSecurityViolation } from "./pod-security-violation.ts";
import { prometheusRbacInsufficient } from "./prometheus-rbac-insufficient.ts";
import { prometheusScrapeAnnotationIgnored } from "./prometheus-scrape-annotation-ignored.ts";
import { prometheusStorageEphemeral } from "./prometheus-storage-ephemeral.ts";
import { prometheusVolumeTooSmall } from "./prometheus-volume-too-small.ts";
import { prometheusruleEmpty } from "./prometheusrule-empty.ts";
import { prometheusruleNamespaceNotSelected } from "./prometheusrule-namespace-not-selected.ts";
import { prometheusruleNotSelected } from "./prometheusrule-not-selected.ts";
import { prometheusruleTooLarge } from "./prometheusrule-too-large.ts";
import { promqlAggregationLosesIdentity } from "./promql-aggregation-loses-identity.ts";
import { promqlCounterWithoutRate } from "./promql-counter-without-rate.ts";
import { promqlExperimentalFunction } from "./promql-experimental-function.ts";
import { promqlExportedLabelMismatch } from "./promql-exported-label-mismatch.ts";
import { promqlJobLabelMismatch } from "./promql-job-label-mismatch.ts";
import { promqlMetricNotExported } from "./promql-metric-not-exported.ts";
import { promqlPartToPartRatio } from "./promql-part-to-part-ratio.ts";
import { promqlRangeExceedsRetention } from "./promql-range-exceeds-retention.ts";
import { promqlRateOnGauge } from "./promql-rate-on-gauge.ts";
import { promqlRateRangeTooShort } from "./promql-rate-range-too-short.ts";
import { promqlRegexpRedundant } from "./promql-regexp-redundant.ts";
import { promqlRuleResultType } from "./promql-rule-result-type.ts";
import { promqlSyntaxError } from "./promql-syntax-error.ts";
import { promqlThresholdOutOfRange } from "./promql-threshold-out-of-range.ts";
import { promqlVectorMatching } from "./promql-vector-matching.ts";
import { recordingRuleMetricNotExported } from "./recording-rule-metric-not-exported.ts";
import { recordingRuleNameStyle } from "./recording-rule-name-style.ts";
import { recordingRuleUnitMismatch } from "./recording-rule-unit-mismatch.ts";
import { resourceNamespaceUnset } from "./resource-namespace-unset.ts";
import { ruleDuplicate } from "./rule-duplicate.ts";
import { ruleFieldInvalid } from "./rule-field-invalid.ts";
import { ruleGroupIntervalTooLong } from "./rule-group-interval-too-long.ts";
import { ruleLabelNameInvalid } from "./rule-label-name-invalid.ts";
import { secretInClearText } from "./secret-in-clear-text.ts";
import { servicePortUnnamed } from "./service-port-unnamed.ts";
import { serviceSelectorNoPods } from "./service-selector-no-pods.ts";
import { serviceTargetPortNotFound } from "./service-target-port-not-found.ts";
import { servicemonitorDropsItsTargets } from "./servicemonitor-drops-its-targets.ts";
import { servicemonitorDuplicateTarget } from "./servicemonitor-duplicate-target.ts";
import { servicemonitorEndpointPortUnset } from "./servicemonitor-endpoint-port-unset.ts";
import { servicemonitorIntervalTooLong } from "./servicemonitor-interval-too-long.ts";
import { servicemonitorInvalidRelabeling } from "./servicemonitor-invalid-relabeling.ts";
import { servicemonitorJobLabelMissing } from "./servicemonitor-job-label-missing.ts";
import { servicemonitorLosesGpuIdentity } from "./servicemonitor-loses-gpu-identity.ts";
import { servicemonitorMissingNamespaceSelector } from "./servicemonitor-missing-namespace-selector.ts";
import { servicemonitorNameCollision } from "./servicemonitor-name-collision.ts";
import { servicemonitorNamespaceNotSelected } from "./servicemonitor-namespace-not-selected.ts";
import { servicemonitorNoMatchingService } from "./servicemonitor-no-matching-service.ts";
import { servicemonitorNotSelected } from "./servicemonitor-not-selected.ts";
import { servicemonitorPathNotServed } from "./servicemonitor-path-not-served.ts";
import { servicemonitorPortAndTargetport } from "./servicemonitor-port-and-targetport.ts";
import { servicemonitorPortIsNumber } from "./servicemonitor-port-is-number.ts";
import { servicemonitorPortNotFound } from "./servicemonitor-port-not-found.ts";
import { servicemonitorRejected } from "./servicemonitor-rejected.ts";
import { servicemonitorScrapeClassNotFound } from "./servicemonitor-scrape-class-not-found.ts";
import { servicemonitorScrapeFails } from "./servicemonitor-scrape-fails.ts";
import { servicemonitorScrapeTimeoutExceedsInterval } from "./servicemonitor-scrape-timeout-exceeds-interval.ts";
import { servicemonitorSecretNotFound } from "./servicemonitor-secret-not-found.ts";
import { servicemonitorSelectorEmpty } from "./servicemonitor-selector-empty.ts";
import { servicemonitorVersionLabelInSelector } from "./servicemonitor-version-label-in-selector.ts";
import { suppressionUnused } from "./suppression-unused.ts";
import { suppressionWithoutReason } from "./suppression-without-reason.ts";
import { timeToPage } from "./time-to-page.ts";
import { xidApplicationCodePages } from "./xid-application-code-pages.ts";
import { xidCodeInTwoTiers } from "./xid-code-in-two-tiers.ts";
import { xidHardwareCodeUnpaged } from "./xid-hardware-code-unpaged.ts";
import { xidLastCodeOnly } from "./xid-last-code-only.ts";
import { yamlDuplicateKey } from "./yaml-duplicate-key.ts";
import { yamlInvalid } from "./yaml-invalid.ts";

/** Every check there is. Written by `npm run docs` from the files of this folder. */
export const checks: readonly Check[] = [
  alertAbsentPerInstanceBlind,
  alertAbsentWithoutFor,
  alertCannotFire,
  alertDescriptionMissing,
  alertFlappingSampling,
  alertForMissing,
  alertForRedundantZero,
  alertInhibitedByDefault,
  alertLabelsCollide,
  alertNameStyle,
  alertNoComparison,
  alertNoReceiver,
  alertRunbookUrlMissing,
  alertSeverityInvalid,
  alertSummaryMissing,
  alertTemplateInvalid,
  alertTemplateLabelNotAvailable,
  alertTemplateQueryInvalid,
  alertTestFailed,
  alertValueInLabel,
  alertmanagerConfigInvalid,
  alertmanagerTemplateFunction,
  alertmanagerTemplateMissing,
  alertmanagerconfigNamespaceMatcher,
  alertmanagerconfigNotSelected,
  baseNamespaceMismatch,
  chartObjectsNotSelected,
  componentMissing,
  configmapKeyInvalid,
  dashboardAngularPanel,
  dashboardConfigmapHashSuffix,
  dashboardConfigmapTooLarge,
  dashboardDatasourceNotFound,
  dashboardDirectoryNotRead,
  dashboardFileExtension,
  dashboardFilenameCollision,
  dashboardFolderAnnotationIgnored,
  dashboardIdNotNull,
  dashboardJsonInvalid,
  dashboardLastAppliedTooLarge,
  dashboardMetricNotExported,
  dashboardNamespaceNotWatched,
  dashboardNotSelected,
  dashboardPanelIdDuplicate,
  dashboardPluginNotInstalled,
  dashboardPromqlInvalid,
  dashboardSchemaVersionOutdated,
  dashboardTitleDuplicate,
  dashboardTitleMissing,
  dashboardUidDuplicate,
  dashboardUidInvalid,
  dashboardUidMissing,
  dashboardUnitMismatch,
  dashboardUnresolvedInput,
  dashboardV2NotProvisionable,
  dashboardVariableUndefined,
  dcgmLabelRenamed,
  dcgmMetricRenamed,
  dcgmServicemonitorMissing,
  dcgmUnknownField,
  dcgmXidSticky,
  defaultDashboardMissing,
  fileUnreadable,
  gpuAlertCoverageMissing,
  gpuAlertSeverityMismatch,
  gpuExporterAbsentAlertMissing,
  gpuRulesMissing,
  grafanaAdminPasswordKnown,
  grafanaDatasourceDefaultTwice,
  grafanaDatasourceUrlNotFound,
  helmChartVersionUnpinned,
  helmInstallNotIdempotent,
  helmReleaseNameMismatch,
  helmTemplateFailed,
  helmUnknownValue,
  imageRegistryForeign,
  imageTagFloating,
  installScriptUnclear,
  kubernetesSchemaInvalid,
  kubernetesSchemaMissing,
  kustomizeBuildFailed,
  kustomizeDeprecatedField,
  namespaceNotAllowed,
  operatorTooOldForPrometheus,
  orphanManifest,
  overlayWithoutKustomization,
  podSecurityViolation,
  prometheusRbacInsufficient,
  prometheusScrapeAnnotationIgnored,
  prometheusStorageEphemeral,
  prometheusVolumeTooSmall,
  prometheusruleEmpty,
  prometheusruleNamespaceNotSelected,
  prometheusruleNotSelected,
  prometheusruleTooLarge,
  promqlAggregationLosesIdentity,
  promqlCounterWithoutRate,
  promqlExperimentalFunction,
  promqlExportedLabelMismatch,
  promqlJobLabelMismatch,
  promqlMetricNotExported,
  promqlPartToPartRatio,
  promqlRangeExceedsRetention,
  promqlRateOnGauge,
  promqlRateRangeTooShort,
  promqlRegexpRedundant,
  promqlRuleResultType,
  promqlSyntaxError,
  promqlThresholdOutOfRange,
  promqlVectorMatching,
  recordingRuleMetricNotExported,
  recordingRuleNameStyle,
  recordingRuleUnitMismatch,
  resourceNamespaceUnset,
  ruleDuplicate,
  ruleFieldInvalid,
  ruleGroupIntervalTooLong,
  ruleLabelNameInvalid,
  secretInClearText,
  servicePortUnnamed,
  serviceSelectorNoPods,
  serviceTargetPortNotFound,
  servicemonitorDropsItsTargets,
  servicemonitorDuplicateTarget,
  servicemonitorEndpointPortUnset,
  servicemonitorIntervalTooLong,
  servicemonitorInvalidRelabeling,
  servicemonitorJobLabelMissing,
  servicemonitorLosesGpuIdentity,
  servicemonitorMissingNamespaceSelector,
  servicemonitorNameCollision,
  servicemonitorNamespaceNotSelected,
  servicemonitorNoMatchingService,
  servicemonitorNotSelected,
  servicemonitorPathNotServed,
  servicemonitorPortAndTargetport,
  servicemonitorPortIsNumber,
  servicemonitorPortNotFound,
  servicemonitorRejected,
  servicemonitorScrapeClassNotFound,
  servicemonitorScrapeFails,
  servicemonitorScrapeTimeoutExceedsInterval,
  servicemonitorSecretNotFound,
  servicemonitorSelectorEmpty,
  servicemonitorVersionLabelInSelector,
  suppressionUnused,
  suppressionWithoutReason,
  timeToPage,
  xidApplicationCodePages,
  xidCodeInTwoTiers,
  xidHardwareCodeUnpaged,
  xidLastCodeOnly,
  yamlDuplicateKey,
  yamlInvalid,
];
