import type { Grown } from "./growing-stack.ts";

/** A line of the plot: what there is more of, and what each of them takes. */
interface Line {
  readonly name: string;
  readonly colour: string;
  /** How many, and milliseconds of each. */
  readonly points: readonly (readonly [number, number])[];
}

const size = { width: 720, height: 360, left: 84, right: 200, top: 24, bottom: 48 };

/** An SVG of milliseconds a file and a target by their number, both axes logarithmic: what falls or is flat is well. */
export const growthPlot = (files: readonly Grown[], targets: readonly Grown[]): string => {
  const of = (grown: readonly Grown[], run: "cold" | "warm") =>
    grown.map((one) => [one.count, one[run].wallMs / one.count] as const);
  return plot([
    { name: "a file, cold", colour: "#0550ae", points: of(files, "cold") },
    { name: "a file, a rule changed", colour: "#54aeff", points: of(files, "warm") },
    { name: "a target, cold", colour: "#9a6700", points: of(targets, "cold") },
    { name: "a target, a rule changed", colour: "#d4a72c", points: of(targets, "warm") },
  ]);
};

const plot = (lines: readonly Line[]): string => {
  const points = lines.flatMap((line) => line.points);
  const across = axis(
    points.map(([count]) => count),
    size.left,
    size.width - size.right,
  );
  const up = axis(
    points.map(([, ms]) => ms),
    size.height - size.bottom,
    size.top,
  );
  const { width, height, left, right, top, bottom } = size;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">`,
    "<title>Milliseconds a file and a target, by their number</title>",
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...across.ticks.map((tick) =>
      gridLine([across.at(tick), top, across.at(tick), height - bottom], tick.toLocaleString("en"), [
        across.at(tick),
        height - bottom + 18,
        "middle",
      ]),
    ),
    ...up.ticks.map((tick) =>
      gridLine([left, up.at(tick), width - right, up.at(tick)], `${tick.toLocaleString("en")} ms`, [
        left - 6,
        up.at(tick) + 4,
        "end",
      ]),
    ),
    `<text x="${(left + width - right) / 2}" y="${height - 10}" text-anchor="middle" fill="#1f2328">files, targets</text>`,
    ...lines.flatMap((line, index) => drawn(line, index, across.at, up.at)),
    "</svg>",
    "",
  ].join("\n");
};

interface Axis {
  /** Powers of ten from below the smallest value to above the largest. */
  readonly ticks: readonly number[];
  at(value: number): number;
}

const axis = (values: readonly number[], from: number, to: number): Axis => {
  const first = Math.floor(Math.log10(Math.min(...values)));
  const last = Math.max(first + 1, Math.ceil(Math.log10(Math.max(...values))));
  const at = (value: number): number => rounded(from + ((Math.log10(value) - first) / (last - first)) * (to - from));
  return { ticks: Array.from({ length: last - first + 1 }, (_, n) => 10 ** (first + n)), at };
};

const rounded = (value: number): number => Math.round(value * 10) / 10;

const gridLine = (
  [x1, y1, x2, y2]: readonly [number, number, number, number],
  label: string,
  [x, y, anchor]: readonly [number, number, string],
): string =>
  `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="#d1d9e0"/><text x="${x}" y="${y}" text-anchor="${anchor}" fill="#59636e">${label}</text>`;

const drawn = ({ name, colour, points }: Line, index: number, x: Axis["at"], y: Axis["at"]): readonly string[] => {
  const places = points.map(([count, ms]) => [x(count), y(ms)] as const);
  const key = size.top + 12 + index * 20;
  const keyAt = size.width - size.right + 14;
  return [
    `<polyline points="${places.map((place) => place.join(",")).join(" ")}" fill="none" stroke="${colour}" stroke-width="2"/>`,
    ...places.map(([cx, cy]) => `<circle cx="${cx}" cy="${cy}" r="3.5" fill="${colour}"/>`),
    `<rect x="${keyAt}" y="${key - 8}" width="14" height="4" fill="${colour}"/><text x="${keyAt + 20}" y="${key}" fill="#1f2328">${name}</text>`,
  ];
};
