import { type StageName, stageNames } from "./stage.ts";

/** What a mode asks of a run. */
interface ModeNeeds {
  /** How headings name it. */
  readonly title: string;
  readonly stages: readonly StageName[];
  /** Whether it has to do with the target cluster, whatever the other inputs say. */
  readonly cluster: boolean;
  /**
   * Whether it is for those alone who may write to the repository: an event that a stranger can trigger is refused,
   * before the kubeconfig is opened.
   */
  readonly forWritersOnly: boolean;
  /** Whether the chart is rendered once more, to find what differs with every render. */
  readonly rendersTwice: boolean;
  /** Whether its findings are compared with those of the commit that a change is upon. */
  readonly comparesChange: boolean;
  /** Whether it waits for a rollout: the input `timeout` comes on top of the time that a run has. */
  readonly waitsForRollout: boolean;
}

const checking = ["load", "render", "validate", "resolve", "check"] as const;

/** The modes, a row each. */
export const modes = {
  check: {
    title: "Check",
    stages: checking,
    cluster: false,
    forWritersOnly: false,
    rendersTwice: false,
    comparesChange: true,
    waitsForRollout: false,
  },
  plan: {
    title: "Plan",
    stages: [...checking, "plan"],
    cluster: true,
    forWritersOnly: true,
    rendersTwice: true,
    comparesChange: true,
    waitsForRollout: false,
  },
  deploy: {
    title: "Deploy",
    stages: [...checking, "plan", "deploy", "verify", "rollback"],
    cluster: true,
    forWritersOnly: true,
    rendersTwice: true,
    comparesChange: false,
    waitsForRollout: true,
  },
  verify: {
    title: "Verify",
    stages: [...checking, "verify"],
    cluster: true,
    forWritersOnly: true,
    rendersTwice: false,
    comparesChange: false,
    waitsForRollout: false,
  },
  // It has no run of its own: it publishes what an earlier one reported.
  report: {
    title: "Report",
    stages: [],
    cluster: false,
    forWritersOnly: false,
    rendersTwice: false,
    comparesChange: false,
    waitsForRollout: false,
  },
} as const satisfies Readonly<Record<string, ModeNeeds>>;

export type Mode = keyof typeof modes;
export const modeNames = Object.keys(modes) as readonly Mode[];

/** What `mode` asks of a run. */
export const modeNeeds = (mode: Mode): ModeNeeds => modes[mode];

/** The stages that `mode` does not have. */
export const stagesWithout = (mode: Mode): readonly StageName[] =>
  stageNames.filter((name) => !modeNeeds(mode).stages.includes(name));
