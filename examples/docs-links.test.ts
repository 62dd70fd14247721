import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { root } from "./code-blocks.js";

const pages = pagesIn("");

it.each(pages)("every link of %s leads somewhere", (page) => {
  const links = [...prose(page).matchAll(/\]\(([^()\s]+)\)/g)].map(([, link = ""]) => link);
  const broken = links.filter((link) => !/^[a-z]+:/.test(link) && !leadsSomewhere(page, link));
  expect(broken).toEqual([]);
});

function pagesIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory())
      return ["node_modules", "dist", ".git"].includes(entry.name) ? [] : pagesIn(path);
    return entry.name.endsWith(".md") ? [path] : [];
  });
}

function leadsSomewhere(page: string, link: string): boolean {
  const [path = "", fragment] = link.split("#");
  const target = path === "" ? page : join(dirname(page), path);
  if (!existsSync(join(root, target))) return false;
  return fragment === undefined || headings(target).includes(fragment);
}

/** The fragments of a page's headings, as GitHub writes them. */
function headings(page: string): readonly string[] {
  return [...prose(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, "")
      .replace(/\s/g, "-"),
  );
}

/** A page without its code, where brackets mean something else. */
function prose(page: string): string {
  return readFileSync(join(root, page), "utf8").replace(/^```.*?^```$/gms, "");
}
