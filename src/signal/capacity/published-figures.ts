/** Where the figures are published that are not this project's own. */
export const capacitySources = {
  disk: "https://prometheus.io/docs/prometheus/latest/storage/#operational-aspects",
  memory: "https://www.robustperception.io/how-much-ram-does-prometheus-2-x-need-for-cardinality-and-ingestion/",
} as const;

/** What a published figure gives a span for. */
export interface PublishedSpan {
  readonly from: number;
  readonly to: number;
}

/** Prometheus' documentation: an average of only 1 to 2 bytes a sample. */
const bytesOfSample: PublishedSpan = { from: 1, to: 2 };

/** Bytes that samples take on disk: needed_disk_space = time * samples a second * bytes of a sample. */
export const diskBytes = (samplesPerSecond: number, seconds: number): PublishedSpan => ({
  from: samplesPerSecond * seconds * bytesOfSample.from,
  to: samplesPerSecond * seconds * bytesOfSample.to,
});

/** Around 2 GiB for a million series. */
const bytesOfSeries = (2 * 2 ** 30) / 1e6;
/** Up to three hours of samples, half as much on top for chunks, and all of it twice for the garbage collector. */
const bytesOfIngestion = (rate: number, bytes: number): number => rate * 3 * 3600 * bytes * 1.5 * 2;

/**
 * Memory of Prometheus without queries, by what Brian Brazil, one of its developers, has published for release 2.9:
 * the cost of the series, and that of their samples at 1 to 2 bytes each.
 */
export const memoryBytes = (series: number, samplesPerSecond: number): PublishedSpan => ({
  from: series * bytesOfSeries + bytesOfIngestion(samplesPerSecond, bytesOfSample.from),
  to: series * bytesOfSeries + bytesOfIngestion(samplesPerSecond, bytesOfSample.to),
});

/** At most so much of the volume Prometheus' documentation recommends for the size of the retention. */
export const mostOfVolume = 0.85;
