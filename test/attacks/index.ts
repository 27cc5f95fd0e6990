import type { Attack } from "./attack.ts";
import { charts } from "./chart.ts";
import { chartArchives } from "./chart-archives.ts";
import { configurations } from "./configuration.ts";
import { credentials } from "./credentials.ts";
import { endless } from "./endless.ts";
import { events } from "./events.ts";
import { installScript } from "./install-script.ts";
import { kustomizations } from "./kustomization.ts";
import { kustomizePrograms } from "./kustomize-programs.ts";
import { paths } from "./path.ts";
import { reportPlaces } from "./report-places.ts";
import { secrets } from "./secrets.ts";
import { suppressions } from "./suppressions.ts";
import { surfaces } from "./surfaces.ts";
import { valueAttacks } from "./values.ts";

export { honest } from "./honest.ts";

const themes: Readonly<Record<string, readonly Attack[]>> = {
  "install.sh": installScript,
  values: valueAttacks,
  kustomization: [...kustomizations, ...kustomizePrograms],
  chart: [...charts, ...chartArchives],
  configuration: configurations,
  events,
  credentials,
  secrets,
  suppressions,
  surfaces,
  endless,
  PATH: paths,
  places: reportPlaces,
};

/** Every hostile tree, a theme after the other; its name begins with the theme's. */
export const attacks: readonly Attack[] = Object.entries(themes).flatMap(([theme, all]) =>
  all.map((attack) => ({ ...attack, name: `${theme}: ${attack.name}` })),
);
