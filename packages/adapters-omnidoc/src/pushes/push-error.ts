import { GuichetError, problemAt } from "@guichet/rules";

const problems = {
  "push-not-understood": ["no request for an opinion in it", "see docs/omnidoc.md for what is read"],
  "push-incomplete": [
    "what it changes cannot be known without the whole request",
    "push the whole request, or a patch with If-Match",
  ],
  "changed-meanwhile": [
    "another version is held here than the one it takes the place of",
    "push the whole request",
  ],
} as const;

/** Why a push cannot be taken, now or ever. */
export function pushError(code: keyof typeof problems): GuichetError {
  const [what, todo] = problems[code];
  return new GuichetError(code, [problemAt(code, "omnidoc, push", what, todo)]);
}
