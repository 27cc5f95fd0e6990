/** What one Prometheus makes of one object: its operator passes it over, or takes it up and refuses it, or it is in the generated configuration. */
export type Fate = "not-selected" | "rejected" | "loaded";
