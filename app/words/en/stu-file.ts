import type { stuFile as da } from "../da/stu-file.ts";

export const stuFile: typeof da = {
  title: "STU courses from a file",
  intro: "The file shows first what it would change. All of it is read in, or nothing.",
  hint: "CSV whose first line is cpr;fornavn;efternavn;sted;linje;indstillet;bevilget;start;planlagt slut;timer;slut;afslutning, in any order. An empty cell changes nothing. The file removes nobody.",
};
