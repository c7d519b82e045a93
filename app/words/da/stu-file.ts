/** STU courses from a file. */
export const stuFile = {
  title: "STU-forløb fra en fil",
  intro: "Filen viser først, hvad den ændrer. Alt bliver læst ind, eller intet.",
  hint: "CSV med første linje cpr;fornavn;efternavn;sted;linje;indstillet;bevilget;start;planlagt slut;timer;slut;afslutning, i vilkårlig rækkefølge. En tom celle ændrer intet. Filen fjerner ingen.",
};
