import { weightsOf } from "./build-weights.ts";
import type { GoItem, Item } from "./items.ts";
import { inWords, type Step, secondsLeft } from "./time-left.ts";

/** What is told of the work, one line at a time: what is done, what comes, and about how long it will take. */
export interface Account {
  /** One command is there that need not be built. */
  made(item: Item, how: string): void;
  /** News of a command that is being made. */
  tell(items: readonly Item[], news: string): void;
  /** Tells of the building of one group after the other, of which there will be these. */
  building(
    groups: readonly (readonly GoItem[])[],
  ): (group: readonly GoItem[], build: () => Promise<void>) => Promise<void>;
}

const stillThereMs = 20_000;

const namesOf = (items: readonly Item[]): string => items.map(({ name }) => name).join(", ");

/** Opens the account of so many commands. */
export const openAccount = (total: number, progress: (line: string) => void): Account => {
  const started = performance.now();
  const elapsed = (since = started): number => (performance.now() - since) / 1000;
  let count = 0;
  const line = (number: number, items: readonly Item[], news: string): void =>
    progress(`[${number}/${total}] ${namesOf(items)} ${items[0]?.version}: ${news}, ${Math.round(elapsed())} s`);
  return {
    made: (item, how) => {
      count += 1;
      line(count, [item], how);
    },
    tell: (items, news) => line(count + items.length, items, news),
    building: (groups) => {
      const weights = weightsOf(groups.map((group) => group.map(({ command }) => command.name)));
      const steps: Step[] = weights.map((weight) => ({ weight }));
      const left = (current: number): string => {
        const seconds = secondsLeft(steps, current);
        return seconds === undefined ? "" : `, ${inWords(seconds)} left`;
      };
      return async (group, build) => {
        const [begun, index] = [performance.now(), groups.indexOf(group)];
        const rest = groups
          .slice(index + 1)
          .map(namesOf)
          .join(", ");
        const tell = (news: string): void => line(count + group.length, group, news);
        tell(`building${left(0)}${rest === "" ? "" : `, then ${rest}`}`);
        const stillThere = setInterval(() => tell(`still building${left(elapsed(begun))}`), stillThereMs);
        try {
          await build();
        } finally {
          clearInterval(stillThere);
        }
        steps[index] = { weight: weights[index] ?? 0, seconds: elapsed(begun) };
        tell(`done${rest === "" ? "" : left(0)}`);
        count += group.length;
      };
    },
  };
};
