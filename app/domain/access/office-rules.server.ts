import { and } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { holds, isActive, worksIn } from "./conditions.server.ts";
import type { Entry } from "./rule.server.ts";

const { department, staff } = tables;

export const officeRules = {
  "person:add": {
    table: staff,
    grant: { "works with young people": and(isActive, holds("coordinator", "youth_guide", "stu_team", "caseworker")) },
  },
  "person:settle": { table: staff, grant: { coordinator: and(isActive, holds("coordinator")) } },
  "meeting:make": { table: staff, grant: { coordinator: and(isActive, holds("coordinator")) } },
  /** How many young people each employee sees, and by what; never whom. */
  "access:count": { table: staff, grant: { admin: and(isActive, holds("admin")) } },
  "staff:manage": { table: staff, grant: { admin: and(isActive, holds("admin")) } },
  /** Figures of the forum, without persons. */
  "figures:see": { table: staff, grant: { leader: and(isActive, holds("leader")) } },
  "department:watch": { table: department, grant: { "works there": worksIn(department.id) } },
} satisfies Record<string, Entry>;
