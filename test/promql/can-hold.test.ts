import { expect, test } from "vitest";
import { canHold } from "../../src/promql/can-hold.ts";
import { readExpression } from "../../src/promql/parse-expression.ts";

const holds = (text: string): boolean => canHold(readExpression(text).root, text);

test.each([
  "x > 90 and x < 80",
  "80 > x and x > 90",
  "(x > 90) < 80",
  "x > 90 unless x > 80",
  "x == 3 and (x == 4 or x == 5)",
  "y > 1 and x >= 5 and x < 5",
  "avg_over_time(x[5m]) > 90 and avg_over_time( x[5m] ) < 80",
  "sum by (gpu) (x) > 9 and sum by (gpu) (x) < 8",
  "x / 1024 > 9 and x / 1024 < 8",
  'x{a="1", a="2"} > 3',
  'x{a="1", a!~"1|3"}',
  'y > 1 and rate(x{a=~"1|2", a="3"}[5m]) > 0',
  "x > 1 and x < 3 and x != 2 and x > 2 and x < 2.5 and x == 2.75",
])("%s contradicts itself", (text) => expect(holds(text)).toBe(false));

test.each([
  "x > 80 and x < 90",
  "x > 90 or x < 80",
  "x > 80 unless x > 90",
  "x >= 5 and x <= 5",
  // Other series of the same metric.
  "x > 90 and on() x < 80",
  "x > 90 and ignoring(gpu) x < 80",
  'x{gpu="0"} > 90 and x{gpu="1"} < 80',
  '{__name__=~"a|b"} > 90 and {__name__=~"a|b"} < 80',
  // Another time.
  "x > 90 unless x offset 10m > 80",
  "x > 90 and x @ start() < 80",
  "max_over_time(x[5m]) > 90 and max_over_time(x[1h]) < 80",
  "x > 90 and avg_over_time(x[1h]) < 80",
  // 0 and 1 are series, too.
  "x > bool 90 and x < bool 80",
  "x > 90 and y < 80",
  "x > y and x < y",
  'absent(x{a="1", a="2"})',
  'y > 1 or x{a="1", a="2"}',
  'y > 1 unless x{a="1", a="2"}',
  'x{a=~"1|2", a!="1"}',
  "(x or y) > 90 and x < 80",
  "vector(1)",
])("%s may hold", (text) => expect(holds(text)).toBe(true));
