import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { kubernetesSchemas, kubernetesVersion } from "../../test/kubernetes-schemas.ts";
import { bundledEntry } from "../bundle-sources.ts";

const root = resolve(import.meta.dirname, "../..");

/**
 * Writes `prometheus-stack-action` into the new folder `bin` as it is installed, from the sources as they are. What a
 * machine without the internet has to be told of chart and schemas is told where the command does not say it.
 */
export const writeInstalledCommand = async (bin: string): Promise<void> => {
  const told = {
    "--chart": resolve(root, process.env["KPS_CHART"] ?? "fixtures/charts/kube-prometheus-stack"),
    "--schema-locations": await kubernetesSchemas(),
    "--kubernetes-version": kubernetesVersion,
    "--tools": "path",
  };
  const unlessSaid = Object.entries(told).map(
    ([option, value]) => `case " $* " in *" ${option} "*) ;; *) set -- "$@" ${option} '${value}' ;; esac`,
  );
  const lines = [
    "#!/bin/sh",
    `if [ "$1" != init ]; then`,
    ...unlessSaid,
    "fi",
    `exec '${process.execPath}' '${await bundledEntry("cli")}' "$@"`,
  ];
  mkdirSync(bin, { recursive: true });
  const file = join(bin, "prometheus-stack-action");
  writeFileSync(file, `${lines.join("\n")}\n`);
  chmodSync(file, 0o755);
};
