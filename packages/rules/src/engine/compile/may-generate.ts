let known: boolean | undefined;

/**
 * Whether code may be generated here. A content security policy, or Node's
 * `--disallow-code-generation-from-strings`, forbids it; it is tried once, and what it throws stays here.
 */
export function mayGenerate(): boolean {
  known ??= attempt();
  return known;
}

function attempt(): boolean {
  try {
    const made = new Function("return true") as () => boolean;
    return made();
  } catch {
    return false;
  }
}
