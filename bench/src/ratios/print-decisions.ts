import { decisionRaces } from "./decisions.js";
import { ratioOf } from "./race.js";

const races = await decisionRaces();
console.log(JSON.stringify(Object.fromEntries(races.map((race) => [race.name, ratioOf(race)]))));
