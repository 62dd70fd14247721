// One decision in a fresh process: how long from the first line until it is there, imports included. The shorter of the
// clock and the processor's time: neither what else runs on the machine counts, nor what other threads did meanwhile.
const [clock, processor] = [performance.now(), process.cpuUsage()];
const [way, id, name, json] = process.argv.slice(2);
const facts = JSON.parse(json);
let answer;
if (way === "ahead") {
  const shipped = await import(`@guichet/rules/compiled/${id}`);
  answer = shipped[`decide${name.charAt(0).toUpperCase()}${name.slice(1)}`](facts);
} else if (way !== "nothing") {
  const [{ decide, compile }, { [name]: policy }] = await Promise.all([
    import(way === "compile" ? "@guichet/rules/compile" : "@guichet/rules"),
    import(`@guichet/rules/policies/${id}`),
  ]);
  answer = way === "compile" ? compile(policy)(facts) : decide(policy, facts);
}
const elapsed = performance.now() - clock;
const { user, system } = process.cpuUsage(processor);
if (way !== "nothing" && answer?.outcome === undefined)
  throw new Error("bench: the first decision has no outcome");
console.log(JSON.stringify(Math.min(elapsed, (user + system) / 1000)));
