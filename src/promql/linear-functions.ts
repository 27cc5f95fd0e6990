/** Functions whose value is so many times as large when that of their argument is. */
export const linear: ReadonlySet<string> = new Set([
  ...["rate", "irate", "increase", "delta", "idelta", "deriv", "predict_linear"],
  ...["avg_over_time", "min_over_time", "max_over_time", "sum_over_time", "last_over_time", "first_over_time"],
  ...["quantile_over_time", "stddev_over_time", "mad_over_time", "abs", "sort", "sort_desc"],
  ...["label_replace", "label_join", "sort_by_label", "sort_by_label_desc", "scalar", "vector"],
]);

/** Functions that do not look at values, or only at whether they differ. */
export const blind: ReadonlySet<string> = new Set([
  ...["absent", "absent_over_time", "present_over_time", "count_over_time", "changes", "resets", "timestamp", "sgn"],
]);

/** The same of aggregations. */
export const linearAggregates: ReadonlySet<string> = new Set([
  ...["sum", "avg", "min", "max", "topk", "bottomk", "limitk", "limit_ratio", "quantile", "stddev"],
]);
