import { OperatorError } from "../core/errors.ts";
import type { Location } from "../core/finding.ts";
import type { Sourced } from "../core/sourced.ts";
import type { Inputs } from "../inputs.ts";
import type { InstallScript, Release } from "./stack.ts";

/**
 * Merges inputs, install.sh and defaults, and says where each value comes from. Throws OperatorError `invalid-input`
 * where neither the inputs nor the script name the release or the chart. `isLocal` tells whether the chart of the
 * inputs is a folder or an archive of the repository.
 */
export const mergeRelease = (inputs: Inputs, script: InstallScript | null, isLocal: boolean): Release => {
  const helm = script?.helm ?? null;
  const told = <T>(value: T | null | undefined, at: Location | undefined): Sourced<T> | null =>
    value === null || value === undefined ? null : { value, from: "install.sh", ...(at === undefined ? {} : { at }) };
  const missing: string[] = [];
  const required = (name: string, value: Sourced<string> | null): Sourced<string> => {
    if (value === null) missing.push(name);
    return value ?? { value: "", from: "default" };
  };
  const release: Release = {
    name: required("release-name", given(inputs.releaseName) ?? told(helm?.releaseName, helm?.places.releaseName)),
    namespace: given(inputs.namespace) ??
      told(helm?.namespace, helm?.places.namespace) ?? { value: "default", from: "default" },
    chart: required("chart", given(inputs.chart) ?? told(helm?.chart, helm?.places.chart)),
    version:
      given(inputs.chartVersion) ??
      (sameChart(inputs, helm, isLocal) ? told(helm?.version, helm?.places.version) : null) ??
      nothing,
    repository: given(inputs.chartRepository) ?? repositoryOf(inputs, script, isLocal) ?? nothing,
    valueFiles:
      inputs.valueFiles?.map((value) => ({ value, from: "input" })) ??
      helm?.valueFiles.map(({ file, at }) => ({ value: file, from: "install.sh", at })) ??
      [],
    sets: helm?.sets ?? [],
    createNamespace: helm?.createNamespace ?? false,
  };
  if (missing.length > 0) throw unnamed(missing, script);
  return release;
};

const nothing: Sourced<null> = { value: null, from: "default" };

const given = (value: string | undefined): Sourced<string> | null =>
  value === undefined ? null : { value, from: "input" };

/** The script's version belongs to the script's chart, wherever the inputs take that from. */
const sameChart = (inputs: Inputs, helm: InstallScript["helm"], isLocal: boolean): boolean =>
  inputs.chart === undefined || (!isLocal && helm?.chart?.split("/").at(-1) === inputs.chart.split("/").at(-1));

/** Where `prefix/name` comes from, by the script; a chart by path or address needs no repository. */
const repositoryOf = (inputs: Inputs, script: InstallScript | null, isLocal: boolean): Sourced<string> | null => {
  const from = (value: string | null | undefined, at?: Location): Sourced<string> | null =>
    value === null || value === undefined ? null : { value, from: "install.sh", ...(at === undefined ? {} : { at }) };
  if (inputs.chart === undefined) return from(script?.helm?.repository, script?.helm?.places.repository);
  const [prefix, name] = inputs.chart.split("/");
  return isLocal || name === undefined || prefix === undefined || inputs.chart.includes("://")
    ? null
    : from(Object.hasOwn(script?.repositories ?? {}, prefix) ? script?.repositories[prefix] : null);
};

const unnamed = (missing: readonly string[], script: InstallScript | null): OperatorError => {
  const what = missing.map((name) => (name === "chart" ? "which chart" : "which release")).join(" and ");
  const lines = (script?.unclear ?? []).map(({ at, message }) => `\n${at.file}:${at.line}: ${message}`);
  return new OperatorError(
    "invalid-input",
    script === null
      ? `Nothing says ${what} is to be installed.`
      : `${script.file} does not say ${what} is to be installed.${lines.join("")}`,
    `Set the input${missing.length > 1 ? "s" : ""} ${missing.join(" and ")}${script === null ? "" : ", or correct the script"}.`,
  );
};
