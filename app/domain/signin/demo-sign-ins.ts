/** The demo's one-press sign-ins, one for each kind of work around the forum. */
export const DEMO_PASSWORD = "samspor-demo";
export const DEMO_SIGN_INS = [
  "koordinator",
  "ungeguide",
  "stu",
  "boerneunge",
  "voksen",
  "beskaeftigelse",
  "ppr",
  "psykiatri",
  "politi",
  "leder",
  "admin",
  "dpo",
];
