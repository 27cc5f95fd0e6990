import { type Html, html, scrolling } from "./markup.ts";

/** A bar of the picture: its name, its length, and what is said of it. */
export interface Bar {
  readonly name: string;
  readonly value: number;
  readonly said: string;
}

const row = 26;
const nameWidth = 260;
const barWidth = 420;
const width = 1000;

/** Horizontal bars, the longest over the whole width. */
export const bars = (label: string, all: readonly Bar[]): Html => {
  const longest = Math.max(1, ...all.map(({ value }) => value));
  const drawn = all.map(({ name, value, said }, index) => {
    const length = Math.max(1, Math.round((value / longest) * barWidth));
    const y = index * row;
    return html`<text class="bar-name" x="${nameWidth - 10}" y="${y + row / 2}">${name}</text><rect class="bar" x="${nameWidth}" y="${y + 4}" width="${length}" height="${row - 8}" rx="3"/><text class="bar-said" x="${nameWidth + length + 8}" y="${y + row / 2}">${said}</text>
`;
  });
  return scrolling(
    label,
    html`<svg class="bars" viewBox="0 0 ${width} ${all.length * row}" role="img" aria-label="${label}">
${drawn}</svg>`,
  );
};
