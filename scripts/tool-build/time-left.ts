/** One step of the work: how much it is in comparison, and how long it took, where it is done. */
export interface Step {
  readonly weight: number;
  readonly seconds?: number;
}

/**
 * How long the rest will take, in seconds, at the pace of what is done. Undefined before the first step is done.
 * `current` is for how long the first step that is not done has been at work: where that is longer than it should take,
 * the machine has become slower, and the steps that follow take longer, too.
 */
export const secondsLeft = (steps: readonly Step[], current: number): number | undefined => {
  const done = steps.flatMap(({ weight, seconds }) => (seconds === undefined ? [] : [{ weight, seconds }]));
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
  const weight = sum(done.map((step) => step.weight));
  if (weight === 0) return undefined;
  const [now, ...later] = steps.filter(({ seconds }) => seconds === undefined);
  if (now === undefined) return 0;
  const pace = Math.max(sum(done.map((step) => step.seconds)) / weight, current / now.weight);
  const expected = now.weight * pace;
  return Math.max(expected - current, expected / 10) + sum(later.map((step) => step.weight)) * pace;
};

/** Rough on purpose: it is an estimate. */
export const inWords = (seconds: number): string => {
  if (seconds < 45) return "less than a minute";
  const minutes = Math.round(seconds / 60);
  return minutes === 1 ? "about a minute" : `about ${minutes} minutes`;
};
