const lineBreak = "<br>";

/** Text that Markdown prints as it is: what a label or a message holds never becomes mark-up. */
export function plain(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[\\`*_[\]<>|#~]/g, (sign) => (sign === "<" ? "&lt;" : sign === ">" ? "&gt;" : `\\${sign}`));
}

export function emphasised(markdown: string): string {
  return `*${markdown}*`;
}

export function strong(markdown: string): string {
  return `**${markdown}**`;
}

export function heading(level: 1 | 2 | 3, markdown: string): string {
  return `${"#".repeat(level)} ${markdown}`;
}

export function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join("\n");
}

/** Several lines in one cell or paragraph. */
export function lines(parts: readonly string[]): string {
  return parts.join(lineBreak);
}

/** A table; every row has as many cells as the head. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [row(head), row(head.map(() => "---")), ...rows.map(row)].join("\n");
}

/** Blocks with an empty line between them; blocks without text are left out. */
export function blocks(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join("\n\n");
}
