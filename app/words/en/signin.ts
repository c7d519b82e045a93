import type { signin as danish } from "../da/signin.ts";
import type { Shape } from "../words.ts";

export const signin: Shape<typeof danish> = {
  title: "Sign in",
  username: "User name",
  password: "Password",
  submit: "Sign in",
  wrong: "The user name or the password is wrong. Try again.",
  wait: (seconds) => `Too many attempts. Try again in ${seconds} seconds.`,
  demoTitle: "Demo: sign in with one press",
  demoPassword: "Everybody's password is samspor-demo.",
  coveredTitle: "The page is covered",
  covered: "You have been away for 20 minutes. Unlock, and you are back. Your text is still here.",
  over: "You have been signed in for 8 hours. Sign in again, and you are back. Your text is still here.",
  noNet: "There is no network. Try again when it is back. Your text is still here.",
  unlock: "Unlock",
  otherUser: "Sign in as somebody else",
};
