export * from "./items.ts";
export * from "./log.ts";
export * from "./meetings.ts";
export * from "./people.ts";
export * from "./sharing.ts";
export * from "./signin.ts";
export * from "./staff.ts";
