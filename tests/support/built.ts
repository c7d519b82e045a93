import { existsSync, readFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { BUILT } from "./build.ts";

// Every test of the built server waits here until it is built.
while (!existsSync(BUILT)) await setTimeout(200);
const wrong = readFileSync(BUILT, "utf8");
if (wrong !== "") throw new Error(wrong);
