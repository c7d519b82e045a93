/** STU courses, and what became of them, from a file. */
export const stuFile = {
  title: "STU fra en fil",
  intro: "Filen viser først, hvad den ændrer. Alt bliver læst ind, eller intet.",
  courses: "Unge og forløb",
  coursesHint:
    "CSV med første linje cpr;fornavn;efternavn;sted;linje;indstillet;bevilget;start;planlagt slut;timer;slut;afslutning, i vilkårlig rækkefølge. For en ung, der står her, kan født stå i stedet for cpr. En tom celle ændrer intet. Filen fjerner ingen.",
  outcomes: "Hvad det blev til",
  outcomesHint:
    "CSV med første linje cpr;fornavn;efternavn;født;måneder;dag;udfald;timer;ønske;kilde, i vilkårlig rækkefølge. Den unge kendes på cpr, eller på navn og født. Uden måneder (3, 6, 12, 24) er det den seneste opfølgning før dagen. Udfald er et af ordene under Færdige. En tom celle ændrer intet.",
  waiting: (n: number) => `Venter på at blive spurgt, og står ikke i filen (${n})`,
  waitingHint: "Filen ændrer intet ved dem. Ring dem op under Færdige.",
};
