import type { Policy } from "../../packages/rules/src/language/policy.js";
import type { Example } from "../../packages/rules/src/language/example.js";
import * as shipped from "../../packages/rules/src/policies/index.js";
import { verifyPolicy } from "../../packages/rules/src/verify/index.js";

// Everything that is proved of every shipped policy, in one process on one core, as `guichet verify` does it.
const policies = Object.values<Policy>(shipped);
const examples = await Promise.all(
  policies.map(async ({ id }) => {
    const entry = `@guichet/rules/policies/${id}/examples`;
    const all = (await import(entry)) as Readonly<Record<string, readonly Example[]>>;
    return Object.values(all)[0] ?? [];
  }),
);
const seconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
const proved = policies.map((policy, at) => {
  const before = seconds();
  const { size, findings } = verifyPolicy(policy, { examples: examples[at] ?? [] });
  return {
    policy: policy.id,
    ...size,
    findings: findings.length,
    laws: policy.laws?.length ?? 0,
    seconds: seconds() - before,
  };
});
console.log(JSON.stringify({ proved, peak: process.resourceUsage().maxRSS * 1024 }));
