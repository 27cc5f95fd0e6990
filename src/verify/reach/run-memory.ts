/** As whom Grafana is asked. */
export interface GrafanaSession {
  /** `name=value`; none: it is asked as anybody. */
  readonly cookies: readonly string[];
  /** Why it is asked as anybody, a clause; null where it is not. */
  readonly why: string | null;
}

/** What a run remembers from one look to the next. */
export interface RunMemory {
  /**
   * One login a run: after five wrong passwords Grafana locks the account for five minutes, and people with it.
   * https://grafana.com/docs/grafana/latest/setup-grafana/configure-grafana/#disable_brute_force_login_protection
   */
  grafana: GrafanaSession | null;
}
