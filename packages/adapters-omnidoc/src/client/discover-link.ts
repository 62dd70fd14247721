/**
 * The page of Omnidoc that shows who answers in a specialty: the one address of it that is known to be used.
 *
 * Shape: the specialty as Omnidoc writes it, such as `derm_venero`. A code with accents is taken in its composed form
 * only, so that is what is written.
 *
 * @example
 * discoverLink("derm_venero"); // "https://app.omnidoc.fr/discover/map?specialty=derm_venero"
 */
export function discoverLink(specialty: string): string {
  const link = new URL("https://app.omnidoc.fr/discover/map");
  link.searchParams.set("specialty", specialty.normalize("NFC"));
  return link.href;
}
