import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import ts from "typescript";

export const root = fileURLToPath(new URL("..", import.meta.url));

/** A fenced block of a Markdown page. */
export interface CodeBlock {
  readonly page: string;
  readonly language: string;
  readonly text: string;
  /** The line of the page on which it begins: where to look when it is wrong. */
  readonly line: number;
}

/** The fenced blocks of a page, in order; the page is named from the root. */
export function codeBlocks(page: string): readonly CodeBlock[] {
  const text = readFileSync(join(root, page), "utf8");
  return [...text.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language = "", body = ""], index, all) => ({
    page,
    language,
    text: body,
    line: text.slice(0, all[index]?.index).split("\n").length,
  }));
}

/** What a TypeScript block prints when it stands in a file of the folder; an error it throws as well. */
export function printed(code: string, folder: string): string {
  const bundle = buildSync({
    stdin: { contents: code, resolveDir: folder, loader: "ts" },
    bundle: true,
    write: false,
    platform: "node",
    format: "esm",
    target: "node20",
    tsconfig: join(root, "tsconfig.base.json"),
  });
  const input = bundle.outputFiles[0]?.text ?? "";
  const run = spawnSync(process.execPath, ["--input-type=module"], { cwd: folder, input, encoding: "utf8" });
  return run.stdout + run.stderr;
}

/** What the compiler says about blocks as files of a folder, under the settings of the project. */
export function typeErrors(blocks: readonly CodeBlock[], folder: string): readonly string[] {
  const read = ts.readConfigFile(join(root, "tsconfig.base.json"), (name) => ts.sys.readFile(name));
  const { options } = ts.parseJsonConfigFileContent(
    read.config,
    { ...ts.sys, readDirectory: () => [] },
    root,
  );
  const files = new Map(blocks.map((block, index) => [join(folder, `block-${index}.ts`), block]));
  const host = ts.createCompilerHost(options);
  const fromDisk = { fileExists: host.fileExists.bind(host), readFile: host.readFile.bind(host) };
  host.fileExists = (name) => files.has(name) || fromDisk.fileExists(name);
  host.readFile = (name) => files.get(name)?.text ?? fromDisk.readFile(name);
  const program = ts.createProgram([...files.keys()], options, host);
  return [...files].flatMap(([name, { page, line }]) => {
    const file = program.getSourceFile(name);
    const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
    return found.map(({ start, messageText }) => {
      const inBlock = file?.getLineAndCharacterOfPosition(start ?? 0).line ?? 0;
      return `${page}, line ${line + 1 + inBlock}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
    });
  });
}
