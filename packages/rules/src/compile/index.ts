export { compile, type Decide } from "../engine/compile/compile.js";
export { sourceOf } from "../engine/compile/source-of.js";
