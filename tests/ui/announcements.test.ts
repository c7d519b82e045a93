import { describe, expect, test } from "vitest";
import { announcements } from "#ui/announcements.ts";

function listening() {
  const heard: string[] = [];
  const timers: { then: () => void; milliseconds: number; off: boolean }[] = [];
  const voice = announcements({
    speak: (text) => heard.push(text),
    later: (then, milliseconds) => {
      const timer = { then, milliseconds, off: false };
      timers.push(timer);
      return () => {
        timer.off = true;
      };
    },
  });
  const pass = () => {
    const timer = timers.shift();
    if (timer && !timer.off) timer.then();
    return timer?.milliseconds;
  };
  return { voice, heard, timers, pass };
}

describe("what others change is said", () => {
  test("at once when nothing was said in the last five seconds", () => {
    const { voice, heard, pass } = listening();
    voice.announce("Aftale 2 er rettet");
    expect(heard).toEqual(["Aftale 2 er rettet"]);
    expect(pass()).toBe(5_000);
    voice.announce("Aftale 3 er fjernet");
    expect(heard).toEqual(["Aftale 2 er rettet", "Aftale 3 er fjernet"]);
  });

  test("in one breath when much happens within five seconds", () => {
    const { voice, heard, pass } = listening();
    for (const number of [1, 2, 3]) voice.announce(`Aftale ${number} er rettet`);
    expect(heard).toEqual(["Aftale 1 er rettet"]);
    pass();
    expect(heard.at(-1)).toBe("Aftale 2 er rettet. Aftale 3 er rettet");
  });

  test("not again in the five seconds after such a breath", () => {
    const { voice, heard, pass } = listening();
    voice.announce("a");
    voice.announce("b");
    pass();
    voice.announce("c");
    expect(heard).toEqual(["a", "b"]);
    pass();
    expect(heard).toEqual(["a", "b", "c"]);
  });

  test("once, when the same thing happens twice in a breath", () => {
    const { voice, heard, pass } = listening();
    voice.announce("a");
    voice.announce("Aftale 2 er rettet");
    voice.announce("Aftale 2 er rettet");
    pass();
    expect(heard.at(-1)).toBe("Aftale 2 er rettet");
  });
});

describe("the last five changes", () => {
  test("can be heard again at once", () => {
    const { voice, heard } = listening();
    for (const number of [1, 2, 3, 4, 5, 6]) voice.announce(`${number}`);
    voice.hearAgain("Intet nyt.");
    expect(heard.at(-1)).toBe("2. 3. 4. 5. 6");
  });

  test("are told to be none when there are none", () => {
    const { voice, heard } = listening();
    voice.hearAgain("Intet nyt.");
    expect(heard).toEqual(["Intet nyt."]);
  });

  test("are gone with the right to them, also what was waiting", () => {
    const { voice, heard, pass } = listening();
    voice.announce("a");
    voice.announce("b");
    voice.forget();
    pass();
    voice.hearAgain("Intet nyt.");
    expect(heard).toEqual(["a", "", "Intet nyt."]);
  });
});

test("nothing is said after the page is left", () => {
  const { voice, heard, pass } = listening();
  voice.announce("a");
  voice.announce("b");
  voice.stop();
  pass();
  expect(heard).toEqual(["a"]);
});
