import type { Readable } from "node:stream";
import { isCancel, log, multiselect, select, text } from "@clack/prompts";
import { visible } from "../render/layout.js";
import { formOf, whyLines } from "../render/interview-view.js";
import { lookOf } from "../render/look.js";
import type { Surroundings } from "../surroundings.js";
import { uiWordingOf } from "../ui-wording-of.js";
import type { UiWording } from "../ui-wording.js";
import type { Reply, Respondent } from "./hold-interview.js";
import type { AskedFact, Interview } from "./interview.js";
import { problemWith, valueMeant } from "./read-answer.js";

/** Where one question is shown, and what it may be answered with. */
interface Prompt {
  readonly question: AskedFact;
  readonly interview: Interview;
  readonly mayGoBack: boolean;
  readonly say: UiWording;
  readonly message: string;
  readonly terminal: {
    readonly input: Readable;
    readonly output: Surroundings["stderr"];
    readonly signal: AbortSignal;
  };
}

/**
 * Asks a person at a terminal: lists are chosen from with the arrow keys, all else is typed and refused at once
 * where it is wrong. Standard output stays free for the decision.
 */
export function answerOnTerminal({ stdin, stderr, env }: Surroundings): Respondent {
  return {
    async ask(question, interview, mayGoBack) {
      const say = uiWordingOf(interview.locale.locale);
      const message = visible(`${question.label} · ${say.interview.ask(question.holder)}`);
      for (;;) {
        const stopping = stoppedByEndOfInput(stdin);
        const terminal = { input: stdin, output: stderr, signal: stopping.signal };
        const reply = await askOnce({ question, interview, mayGoBack, say, message, terminal });
        stopping.release();
        if (reply === undefined) log.warn(say.interview.alone, { output: stderr });
        else {
          const problem =
            reply.says === "answer" ? problemWith(interview, question.fact, reply.value) : undefined;
          if (!problem) return reply;
          log.error(visible(problem.message), { output: stderr });
        }
      }
    },
    tellWhy(question, interview) {
      const look = lookOf(stderr, env);
      log.message([...whyLines(question, interview, { ...look, width: look.width - guideWidth })], {
        output: stderr,
      });
    },
  };
}

const guideWidth = 3;

/** Nothing where an answer that stands alone was ticked together with others. */
async function askOnce(prompt: Prompt): Promise<Reply | undefined> {
  if (prompt.question.kind === "set-of") return tick(prompt);
  return prompt.question.choices.length > 0 ? choose(prompt) : type(prompt);
}

/** The answers beside those of the fact; a choice is named by its place, so that no value is taken for one. */
type Pick = number | "none" | "unknown" | "why" | "back";

function picks({ question, mayGoBack, say }: Prompt): { value: Pick; label: string }[] {
  const { noneOfThese, unknown, why, back } = say.interview;
  return [
    ...question.choices.map(({ word }, index) => ({ value: index, label: visible(word) })),
    ...(question.kind === "set-of" ? [{ value: "none" as const, label: noneOfThese }] : []),
    { value: "unknown", label: unknown },
    { value: "why", label: why },
    ...(mayGoBack ? [{ value: "back" as const, label: back }] : []),
  ];
}

async function choose(prompt: Prompt): Promise<Reply> {
  const { message, terminal, say } = prompt;
  const picked = await select<Pick>({
    message: `${message}\n${say.interview.choosing}`,
    options: picks(prompt),
    showInstructions: false,
    ...terminal,
  });
  return isCancel(picked) ? { says: "stop" } : replyOf(prompt.question, picked);
}

async function tick(prompt: Prompt): Promise<Reply | undefined> {
  const { question, message, terminal, say } = prompt;
  const ticked = await multiselect<Pick>({
    message: `${message}\n${say.interview.ticking}`,
    options: picks(prompt),
    required: false,
    showInstructions: false,
    ...terminal,
  });
  if (isCancel(ticked)) return { says: "stop" };
  const [only] = ticked;
  if (ticked.length === 1 && typeof only === "string") return replyOf(question, only);
  const values = ticked.flatMap((pick) =>
    typeof pick === "number" ? (question.choices[pick]?.value ?? []) : [],
  );
  return values.length > 0 && values.length === ticked.length ? { says: "answer", value: values } : undefined;
}

function replyOf({ choices }: AskedFact, pick: Pick): Reply {
  if (typeof pick === "number") return { says: "answer", value: choices[pick]?.value };
  return pick === "none" ? { says: "answer", value: [] } : { says: pick };
}

async function type({ question, interview, mayGoBack, say, message, terminal }: Prompt): Promise<Reply> {
  const { typing, typingBack } = say.interview;
  const typed = await text({
    message: `${message}\n${[typing, ...(mayGoBack ? [typingBack] : [])].join(" · ")}`,
    placeholder: formOf(question, say),
    validate: (line = "") => {
      if (replyTo(line, mayGoBack)) return undefined;
      const problem = problemWith(interview, question.fact, valueMeant(question, "", line));
      return problem && visible(problem.message);
    },
    ...terminal,
  });
  if (isCancel(typed)) return { says: "stop" };
  return replyTo(typed, mayGoBack) ?? { says: "answer", value: valueMeant(question, "", typed) };
}

/** What a line says that is no answer. */
function replyTo(line: string, mayGoBack: boolean): Reply | undefined {
  const text = line.trim();
  if (text === "") return { says: "unknown" };
  if (text === "?") return { says: "why" };
  return text === "<" && mayGoBack ? { says: "back" } : undefined;
}

/** Ctrl-D closes the line a prompt reads from, and without more ado the prompt would wait for ever. */
function stoppedByEndOfInput(stdin: Readable): {
  readonly signal: AbortSignal;
  readonly release: () => void;
} {
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  const onKey = (_: unknown, key: { readonly ctrl?: boolean; readonly name?: string } | undefined): void => {
    if (key?.ctrl === true && key.name === "d") abort();
  };
  stdin.on("keypress", onKey);
  stdin.once("end", abort);
  return {
    signal: controller.signal,
    release: () => void stdin.off("keypress", onKey).off("end", abort),
  };
}
