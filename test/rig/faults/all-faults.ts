import { alertmanagerFaults } from "./alertmanager-faults.ts";
import { exporterFaults } from "./exporter-faults.ts";
import type { PlantedFault } from "./fault.ts";
import { grafanaFaults } from "./grafana-faults.ts";
import { objectFaults } from "./object-faults.ts";
import { prometheusFaults } from "./prometheus-faults.ts";

/** Every fault that is planted, those last that a stack forgets last. */
export const plantedFaults: readonly PlantedFault[] = [
  ...exporterFaults,
  ...objectFaults,
  ...grafanaFaults,
  ...prometheusFaults,
  ...alertmanagerFaults,
];
