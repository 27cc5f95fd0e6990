import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { componentMetrics } from "../../scripts/exporter-metrics/component-metrics.ts";
import { temporaryFolder } from "../machine/files/temporary-folder.ts";

/** A clone with these releases, each with its files. */
const cloneOf = (releases: Readonly<Record<string, Readonly<Record<string, string>>>>): string => {
  const folder = temporaryFolder();
  const git = (...args: readonly string[]) =>
    execFileSync("git", ["-C", folder, "-c", "user.name=a", "-c", "user.email=a@b", ...args], { stdio: "pipe" });
  git("init", "--quiet");
  for (const [version, files] of Object.entries(releases)) {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    git("add", "--all");
    git("commit", "--quiet", "-m", version);
    git("tag", `v${version}`);
  }
  return folder;
};

const read = (clone: string) => componentMetrics("https://example.org/shop", "shop_", "1.0.0")(clone);

const constants = `package names

const Namespace = "shop"
`;

/** By options: of constants here and elsewhere, through a function of its own, and where a part is not known. */
const optioned = `package till

const subsystem = "till"

var open = zeroed(prometheus.CounterOpts{
	Namespace: names.Namespace,
	Subsystem: subsystem,
	Name:      "opened_total",
})

var queue = promauto.With(reg).NewGauge(
	prometheus.GaugeOpts{Name: "shop_queue"},
)

func timer(part string) prometheus.Histogram {
	return prometheus.NewHistogram(prometheus.HistogramOpts{
		Namespace: names.Namespace,
		Subsystem: part,
		Name:      "seconds",
	})
}

var wait = prometheus.NewHistogram(prometheus.HistogramOpts{
	Namespace: names.Namespace,
	Name:      "wait_seconds",
})
`;

/** Described apart from their values. */
const described = `package store

func newCollector() *collector {
	ns := "shop"
	return &collector{
		shelves: prometheus.NewDesc(
			prometheus.BuildFQName(ns, "", "shelves"), "", nil, nil),
		sold: prometheus.NewDesc(
			fmt.Sprintf("%s_%s_sold_total", names.Namespace, part),
			"", nil, nil),
		orders: prometheus.NewDesc("shop_orders", "", nil, nil),
		either: prometheus.NewDesc("shop_either", "", nil, nil),
		unused: prometheus.NewDesc("shop_unused", "", nil, nil),
		made: prometheus.NewDesc(prometheus.BuildFQName(ns, found, "made"), "", nil, nil),
	}
}

var part = "store"

func (c *collector) Collect(out chan<- prometheus.Metric) {
	out <- prometheus.MustNewConstMetric(
		c.shelves,
		prometheus.GaugeValue,
		1)
	out <- prometheus.MustNewConstMetric(c.made, prometheus.GaugeValue, 1)
	out <- prometheus.MustNewConstMetric(c.either, prometheus.GaugeValue, 1)
	out <- prometheus.MustNewConstMetric(c.either, prometheus.CounterValue, 1)
	data.SendSumOfCountersPerTenant(out, c.sold, "sold_total")
	data.SendSumOfSummaries(out, c.orders, "orders")
}
`;

const sources = {
  "names/names.go": constants,
  "till/till.go": optioned,
  "store/store.go": described,
  "till/till_test.go": `var a = prometheus.GaugeOpts{Name: "shop_of_a_test"}\n`,
};

test("names and types are read from options, and from descriptions by how they are used", () => {
  expect(read(cloneOf({ "1.0.0": sources }))).toEqual({
    sources: ["https://example.org/shop/tree/v1.0.0"],
    from: "1.0.0",
    to: "1.0.0",
    metrics: [
      "shop_orders - untyped - - *",
      "shop_orders_count - counter - - *",
      "shop_orders_sum - counter - - *",
      "shop_queue - gauge - - *",
      "shop_shelves - gauge - - *",
      "shop_store_sold_total - counter - - *",
      "shop_till_opened_total - counter - - *",
      "shop_wait_seconds - untyped - - *",
      "shop_wait_seconds_bucket - counter - - *",
      "shop_wait_seconds_count - counter - - *",
      "shop_wait_seconds_sum - counter - - *",
    ],
  });
});

test("a name whose type changed has none, within a release as well as between two", () => {
  const gauge = (name: string) => `var a = prometheus.GaugeOpts{\n\tName: "${name}",\n}\n`;
  const counter = (name: string) => gauge(name).replace("Gauge", "Counter");
  const clone = cloneOf({
    "1.0.0": { "a/a.go": `${constants}${gauge("shop_a")}${gauge("shop_b")}`, "b/b.go": counter("shop_b") },
    "1.1.0": { "a/a.go": `${constants}${gauge("shop_c")}`, "b/b.go": `${counter("shop_a")}${counter("shop_d")}` },
  });
  expect(read(clone)).toMatchObject({ metrics: ["shop_c - gauge - - *", "shop_d - counter - - *"] });
});
