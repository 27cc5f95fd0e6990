import { durationText } from "../../text/amount-text.ts";

interface HeartbeatOptions {
  /** What the run waits for, by names that may be shown. */
  readonly awaited: () => readonly string[];
  /** Called with what is waited for, and in which stages, e.g. `validate: 20 s so far, waiting for kubeconform`. */
  readonly say: (text: string) => void;
  /** Milliseconds between two looks, and of silence before something is said. */
  readonly lookMs?: number;
  readonly silenceMs?: number;
}

/** The stages that run, and a sign of life where they have nothing to say. */
export interface Heartbeat {
  begins(stage: string): void;
  ends(stage: string): void;
  /** Something else was said: nobody takes the run for dead. */
  heard(): void;
  isIdle(): boolean;
}

/** Says what is waited for as long as a stage runs and nothing else was said for a while; it keeps no process alive. */
export const startHeartbeat = ({ awaited, say, lookMs = 1000, silenceMs = 10_000 }: HeartbeatOptions): Heartbeat => {
  const running = new Map<string, number>();
  let last = 0;
  let timer: NodeJS.Timeout | undefined;
  const heard = (): void => {
    last = performance.now();
  };
  const look = (): void => {
    const now = performance.now();
    if (now - last < silenceMs) return;
    last = now;
    const stages = [...running].map(([name, since]) => `${name}: ${durationText(now - since)} so far`).join("; ");
    const names = [...new Set(awaited())];
    say(names.length === 0 ? stages : `${stages}, waiting for ${names.join(", ")}`);
  };
  return {
    begins(stage) {
      running.set(stage, performance.now());
      heard();
      timer ??= setInterval(look, lookMs).unref();
    },
    ends(stage) {
      running.delete(stage);
      if (running.size > 0) return;
      clearInterval(timer);
      timer = undefined;
    },
    heard,
    isIdle: () => running.size === 0,
  };
};
