export { recordHandover } from "./policy.js";
