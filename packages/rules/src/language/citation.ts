/** How sure we are that the source says what the data says. */
export type Confidence = "certain" | "likely" | "interpretation";

/** A document the rules come from: described once per policy, cited by its id. */
export interface Source {
  readonly title: string;
  readonly kind: "house-rule" | "guidance" | "agreement" | "statute";
  /** Whether the document says from when it holds. Decisions taken under an undated one say so. */
  readonly dated: boolean;
  /** The day on which somebody last compared the data with the document. */
  readonly checkedOn: string;
  readonly jurisdiction?: string;
  readonly address?: string;
}

export type Sources = Readonly<Record<string, Source>>;

/** One place in one document. Facts and figures carry over from a source, its sentences do not. */
export interface Citation<Document extends string = string> {
  readonly document: Document;
  readonly section: string;
  readonly confidence: Confidence;
}

/**
 * Writes citations of one document.
 *
 * @example
 * const handbook = citing("handbook");
 * const cites = [handbook("4.2"), handbook("4.3", "interpretation")];
 */
export function citing<const Document extends string>(document: Document) {
  return (section: string, confidence: Confidence = "certain"): Citation<Document> => ({
    document,
    section,
    confidence,
  });
}
