import ts from "typescript";

const imports = `import { decide, whyNot } from "@guichet/rules";
import { teleExpertise } from "@guichet/rules/policies/tele-expertise";
`;

/** What an editor shows in a file that decides tele-expertise; `@@` marks the place that is pointed at. */
export class Editor {
  readonly #file: string;
  readonly #service: ts.LanguageService;
  #text = "";
  #version = 0;

  constructor(file: string, options: ts.CompilerOptions) {
    const isOpen = (path: string): boolean => path === file;
    const read = (path: string): string | undefined => (isOpen(path) ? this.#text : ts.sys.readFile(path));
    this.#file = file;
    this.#service = ts.createLanguageService({
      getCompilationSettings: () => options,
      getScriptFileNames: () => [file],
      getScriptVersion: (path) => (isOpen(path) ? String(this.#version) : "0"),
      getScriptSnapshot: (path) => {
        const text = read(path);
        return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
      },
      getCurrentDirectory: () => file.slice(0, file.lastIndexOf("/")),
      getDefaultLibFileName: (settings) => ts.getDefaultLibFilePath(settings),
      fileExists: (path) => isOpen(path) || ts.sys.fileExists(path),
      directoryExists: (path) => ts.sys.directoryExists(path),
      readFile: read,
    });
  }

  /** The type of what is pointed at, and the comment that stands with it. */
  hover(code: string): string {
    const info = this.#service.getQuickInfoAtPosition(this.#file, this.#type(code));
    return `${ts.displayPartsToString(info?.displayParts)}\n${ts.displayPartsToString(info?.documentation)}`;
  }

  complete(code: string): readonly string[] {
    const found = this.#service.getCompletionsAtPosition(this.#file, this.#type(code), {});
    return (found?.entries ?? []).map(({ name }) => name).sort();
  }

  mistakes(code: string): readonly string[] {
    this.#type(code);
    const found = this.#service.getSemanticDiagnostics(this.#file);
    return found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
  }

  #type(code: string): number {
    const marked = imports + code;
    this.#text = marked.replace("@@", "");
    this.#version += 1;
    return marked.indexOf("@@");
  }
}
