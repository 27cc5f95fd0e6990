/**
 * What becomes of one object before one Prometheus: its operator passes it over, or takes it up and refuses it, or
 * writes it into the generated configuration, which Prometheus reads, or does not read.
 */
export type Fate = "not-selected" | "rejected" | "loaded" | "breaks-prometheus";
