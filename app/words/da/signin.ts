/** Sign-in, the covered page and one's own account. */
export const signin = {
  title: "Log ind",
  username: "Brugernavn",
  password: "Adgangskode",
  submit: "Log ind",
  wrong: "Brugernavn eller adgangskode er forkert. Prøv igen.",
  wait: (seconds: number) => `Der er prøvet for mange gange. Prøv igen om ${seconds} sekunder.`,
  demoTitle: "Demo: log ind med ét tryk",
  demoPassword: "Alle har adgangskoden samspor-demo.",
  coveredTitle: "Siden er dækket",
  covered: "Du har været væk i 20 minutter. Lås op, så er du tilbage. Din tekst er her endnu.",
  over: "Du har været logget ind i 8 timer. Log ind igen, så er du tilbage. Din tekst er her endnu.",
  noNet: "Der er ikke net. Prøv igen, når nettet er tilbage. Din tekst er her endnu.",
  unlock: "Lås op",
  otherUser: "Log ind som en anden",
};
