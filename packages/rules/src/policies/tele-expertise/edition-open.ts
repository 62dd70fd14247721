import { defineEdition } from "../../language/index.js";
import { medicalAgreement6 } from "./sources.js";
import { vocabulary } from "./vocabulary.js";

/** Before the health insurance covered the act. Every other decision has its declared default. */
export const teleExpertiseOpen = defineEdition(vocabulary, {
  inForceFrom: "open",
  source: medicalAgreement6("start of the act on 10 February 2019"),
  tables: [{ decides: "refusals", id: "TE-0", is: ["not-covered-yet"] }],
});
