/**
 * What becomes of one object before one Prometheus: its operator passes it over, or takes it up and refuses it, or
 * writes it into the generated configuration, which Prometheus reads, or does not read; or its operator cannot go on
 * with the whole Prometheus over it.
 */
export type Fate = "not-selected" | "rejected" | "loaded" | "breaks-prometheus" | "stops-operator";
