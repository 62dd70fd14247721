// One decision in a fresh process: how long from the first line until it is there. The library's own import is part of it.
const began = performance.now();
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
const took = performance.now() - began;
if (way !== "nothing" && answer?.outcome === undefined)
  throw new Error("bench: the first decision has no outcome");
console.log(JSON.stringify(took));
