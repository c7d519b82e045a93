import { course } from "./themes/course.ts";
import { eighteen } from "./themes/eighteen.ts";
import { everyday } from "./themes/everyday.ts";
import { home } from "./themes/home.ts";
import { job } from "./themes/job.ts";
import { money } from "./themes/money.ts";
import { school } from "./themes/school.ts";
import { stu } from "./themes/stu.ts";
import type { Theme } from "./themes/theme.ts";
import { together } from "./themes/together.ts";

export const THEMES = { school, eighteen, job, home, stu, money, everyday, course, together } as const satisfies Record<
  string,
  Theme
>;

export type ThemeKey = keyof typeof THEMES;
