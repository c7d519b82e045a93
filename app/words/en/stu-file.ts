import type { stuFile as da } from "../da/stu-file.ts";

export const stuFile: typeof da = {
  title: "STU from a file",
  intro: "The file first shows what it would change. All of it is read in, or nothing.",
  courses: "Young people and courses",
  coursesHint:
    "CSV with the first line cpr;fornavn;efternavn;sted;linje;indstillet;bevilget;start;planlagt slut;timer;slut;afslutning, in any order. For somebody who stands here, født can stand in place of cpr. An empty cell changes nothing. The file removes nobody.",
  outcomes: "What became of them",
  outcomesHint:
    "CSV with the first line cpr;fornavn;efternavn;født;måneder;dag;udfald;timer;ønske;kilde, in any order. The young person is known by cpr, or by name and født. Without måneder (3, 6, 12, 24) it is the latest follow-up before the day. Udfald is one of the words under Graduates. An empty cell changes nothing.",
  waiting: (n: number) => `Waiting to be asked, and not in the file (${n})`,
  waitingHint: "The file changes nothing about them. Call them under Graduates.",
};
