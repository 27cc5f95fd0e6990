import { pagingSeverities } from "../../signal/alerts/paging.ts";
import type { CheckOption } from "../check-option.ts";

/** The option `severities` of checks that ask whether an alert wakes somebody. */
export const pagingOption: CheckOption = {
  type: "list",
  description: "Values of the label severity that page somebody",
  default: pagingSeverities,
};
