import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Outside } from "../../src/outside/outside.ts";
import { acceptanceBatch } from "../signal/operator/acceptance-batch.ts";
import { realOutside } from "../validate/real-outside.ts";
import { askRelease, releaseWeSay } from "./ask-release.ts";
import { batches, borne } from "./cases/batches.ts";
import { type Court, openCourt } from "./court.ts";
import { type Judged, judge } from "./judge.ts";
import { bearableFor, olderOperators } from "./judged-operators.ts";
import { keptOnes } from "./kept.ts";

/** Where its image cannot be had, the operator is built first, and its libraries are nobody else's. */
const buildTimeout = 30 * 60_000;

describe.each(olderOperators)("operator $version does what we say", (operator) => {
  let court: Court;
  let outside: Outside & { close(): Promise<void> };
  beforeAll(async () => {
    [court, outside] = await Promise.all([openCourt({ of: operator }), realOutside()]);
  }, buildTimeout);
  afterAll(async () => {
    await court?.close();
    await outside?.close();
  });

  const differencesIn = (judged: readonly Judged[]) =>
    judged.flatMap(({ object, differences }) => differences.map((one) => ({ object, ...one })));

  test("with generated monitors and rules", async () => {
    const judged = await judge(court, batches(20_261_130, 50, bearableFor(operator)), outside);
    expect(differencesIn(judged)).toEqual([]);
    expect(judged).toHaveLength(50);
    expect(judged.reduce((sum, { compared }) => sum + compared, 0)).toBeGreaterThan(50);
  });

  test("with every monitor of the table of acceptance", async () => {
    const judged = await judge(court, [borne(acceptanceBatch("acceptance"), bearableFor(operator))], outside);
    expect(differencesIn(judged)).toEqual([]);
    expect(judged.length).toBeGreaterThan(100);
  });

  const kept = [...keptOnes(operator.version)];
  test.skipIf(kept.length === 0)(`with ${kept.length} objects that we once got wrong`, async () => {
    const judged = await judge(
      court,
      kept.map(([, batch]) => batch),
      outside,
    );
    expect(judged.map(({ differences }, i) => ({ file: kept[i]?.[0], differences }))).toEqual(
      kept.map(([file]) => ({ file, differences: [] })),
    );
  });

  test("with every function of its PromQL, and with a Prometheus of no version", async () => {
    expect(await askRelease(court)).toEqual(releaseWeSay(operator.version));
  });
});
