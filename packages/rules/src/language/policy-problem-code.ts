/** Every code a policy can be refused with; stable, so that editors and tests may rely on it. */
export type PolicyProblemCode =
  // The text and the shape.
  /** The policy file holds no text. */
  | "empty-file"
  /** The policy file is not JSON. */
  | "not-json"
  /** One object of a policy file has the same key twice: all but the last would be lost. */
  | "key-twice"
  /** A function, `Date`, class instance, `undefined`, cycle or anything else that JSON cannot carry. */
  | "not-plain-data"
  /** A value of another type than the language has in this place. */
  | "wrong-type"
  /** A property that must be there is not. */
  | "property-missing"
  /** A property the language does not have in this place. */
  | "property-unknown"
  /** A word that is none of the few the language has in this place, as a kind or a confidence. */
  | "choice-unknown"
  /** A list or an object that must hold something is empty. */
  | "list-empty"
  /** The same thing stands twice where each may stand once. */
  | "repeated"
  /** A text without a visible character. */
  | "text-empty"
  /** A text longer than 1,000 characters. */
  | "text-too-long"
  /** A text to compare with that is not in Unicode form NFC, and would equal no fact. */
  | "text-decomposed"
  /** A text with control characters, or characters that turn the reading direction. */
  | "text-unsafe"
  // Names.
  /** An id with other characters than ASCII letters, digits, `-`, `.` and `_`, or of another form. */
  | "id-malformed"
  /** A fact, decision or rate whose name is not a camelCase identifier. */
  | "name-malformed"
  /** A name that means something else to the language or to JavaScript. */
  | "name-reserved"
  /** A locale that is not a language tag. */
  | "locale-malformed"
  // Declarations.
  /** A fact nested deeper than `group.name`. */
  | "fact-too-deep"
  /** `datedBy` names no fact. */
  | "dated-by-unknown"
  /** `datedBy` names a fact that is not a date. */
  | "dated-by-not-a-date"
  /** `min` lies above `max`. */
  | "bounds-reversed"
  /** A currency that is not three capital letters. */
  | "currency-malformed"
  /** `orNone` on a kind without an order: one-of lists `none` itself, a set is empty, a boolean false. */
  | "none-not-possible"
  /** All decisions are internal: the policy answers nothing. */
  | "no-public-decision"
  /** A citation of a document the policy does not describe. */
  | "source-unknown"
  // Values.
  /** A value that the fact, decision or rate does not have. */
  | "value-unknown"
  /** A number outside the declared `min` and `max`, or a negative amount. */
  | "value-out-of-range"
  /** A number that is not a whole one between ±(2^53 - 1). */
  | "number-unsafe"
  /** A text that is not a day of the calendar, `YYYY-MM-DD`. */
  | "day-malformed"
  /** A text that is not a time of day, `HH:MM`. */
  | "time-malformed"
  /** A text that is not an ISO 8601 duration of years, months, weeks and days. */
  | "duration-malformed"
  /** `"none"`, or a name that may be none, where none is not declared or cannot be used. */
  | "none-not-declared"
  // Rates.
  /** `by` names no fact, or one that is not one-of. */
  | "rate-key-unfit"
  /** A row's `for` has more parts than `by` has facts. */
  | "rate-key-too-long"
  /** Two rows of a rate have the same key and the same first day. */
  | "rate-row-twice"
  /** A rate has no value for some key on some day of an edition that uses it. */
  | "rate-undefined"
  // Tables.
  /** The name of a decision the policy does not declare. */
  | "decision-unknown"
  /** Two tables of an edition decide the same decision. */
  | "decision-decided-twice"
  /** A decision that an edition must answer has neither a table there nor a default. */
  | "decision-undecided"
  /** A table uses a decision that a later table, or the table itself, decides. */
  | "decision-used-before"
  /** A guarded table decides a decision without a default. */
  | "default-missing"
  /** A table collects for a decision that is not a set. */
  | "collect-not-a-set"
  /** A table of a public decision that is one expression has no id to cite. */
  | "id-missing"
  /** Two cases of an edition share an id. */
  | "case-id-twice"
  /** Two editions start on the same day. */
  | "edition-twice"
  // Conditions and expressions.
  /** The name of a fact or rate the policy does not declare. */
  | "name-unknown"
  /** A name that exists but may not stand here, as a decision in a `given`. */
  | "name-out-of-place"
  /** An object that is neither a group nor a comparison. */
  | "condition-unknown"
  /** An object with more than one of `all`, `any` and `not`. */
  | "group-ambiguous"
  /** A group without a condition. */
  | "group-empty"
  /** An operator the language does not have. */
  | "operator-unknown"
  /** An operator that does not fit the kind of what is compared. */
  | "operator-unfit"
  /** Two names that cannot be compared, or a result of another kind than the decision. */
  | "kind-differs"
  /** Amounts of different currencies. */
  | "currency-differs"
  /** Two enumerations compared with each other share no value. */
  | "values-disjoint"
  /** `params` on something that is not a keyed rate. */
  | "params-out-of-place"
  /** `params.by` names facts that do not fit the rate's key. */
  | "params-unfit"
  /** An object that is no expression. */
  | "expression-unknown"
  /** An expression that cannot give a value of the decision's kind. */
  | "expression-unfit"
  /** Conditions or expressions nested deeper than 64. */
  | "too-deep"
  /** More than 10,000 conditions and expressions in one policy. */
  | "too-many-nodes"
  // Laws.
  /** A law with neither or both of `never` and `monotone`. */
  | "law-ambiguous"
  /** A `monotone` law over something that has no more and less. */
  | "law-unordered"
  // Amendments a policy carries.
  /** A stretch of days that ends before it begins. */
  | "period-reversed"
  /** An edition that repeats one the policy does not have, or a later one. */
  | "edition-unknown"
  // Accepted findings.
  /** `accepts` names a case, decision, fact or source the policy does not have. */
  | "accepted-unknown";

/** Every code a locale can be refused with. */
export type LocaleProblemCode =
  /** A function, class instance, `undefined`, cycle or anything else that JSON cannot carry. */
  | "not-plain-data"
  /** A value of another type than a locale has in this place. */
  | "wrong-type"
  /** A property that must be there is not. */
  | "property-missing"
  /** A property a locale does not have in this place. */
  | "property-unknown"
  /** A text without a visible character. */
  | "text-empty"
  /** A text longer than 1,000 characters. */
  | "text-too-long"
  /** A text with control characters, or characters that turn the reading direction. */
  | "text-unsafe"
  /** A locale the policy does not ship. */
  | "locale-unknown"
  /** A case, remark, value or label without its text. */
  | "entry-missing"
  /** A text for a case, remark, value or label that the policy does not have. */
  | "entry-unknown"
  /** A brace that is not part of a placeholder `{name}`. */
  | "placeholder-malformed"
  /** A placeholder that names nothing. */
  | "placeholder-unknown"
  /** A placeholder that would print a personal fact or a fact about health. */
  | "placeholder-private"
  /** A placeholder that names an internal decision: it is no part of the outcome. */
  | "placeholder-internal";
