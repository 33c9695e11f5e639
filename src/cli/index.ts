export { commands, usageOf, type Command } from "./usage.ts";
