import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { maskCpr, readCpr } from "#domain/people/cpr.ts";
import { aDay } from "#tests/domain/arbitrary-days.ts";

describe("a civil registration number", () => {
  test("gives the day of birth, however it is written", () => {
    for (const text of [
      "0703085013",
      "070308-5013",
      " 070308 5013 ",
      "070308–5013",
      "０７０３０８５０１３",
      "070308\u200B-5013",
    ])
      expect(readCpr(text)).toEqual({ digits: "0703085013", bornOn: "2008-03-07", kind: "civil" });
  });

  test("with 60 added to the day is a replacement number", () => {
    expect(readCpr("670308-5013")).toEqual({ digits: "6703085013", bornOn: "2008-03-07", kind: "replacement" });
    expect(readCpr("811105-4122")).toEqual({ digits: "8111054122", bornOn: "2005-11-21", kind: "replacement" });
    expect(readCpr("900199-1237")).toEqual({ digits: "9001991237", bornOn: "1999-01-30", kind: "replacement" });
  });

  test.each([
    ["010100-0000", "1900"],
    ["010199-3000", "1999"],
    ["010136-4000", "2036"],
    ["010137-4000", "1937"],
    ["010157-5000", "2057"],
    ["010158-5000", "1858"],
    ["010158-8000", "1858"],
    ["010136-9000", "2036"],
    ["010137-9000", "1937"],
  ])("%s has its century from the seventh figure", (text, year) => {
    expect(readCpr(text)).toHaveProperty("bornOn", `${year}-01-01`);
  });

  test("is read whatever its check digit", () => {
    fc.assert(
      fc.property(
        aDay().filter((day) => day >= "1937-01-01" && day <= "1999-12-31"),
        fc.nat(3999),
        (bornOn, serial) => {
          const [year = "", month, date] = bornOn.split("-");
          const digits = `${date}${month}${year.slice(2)}${String(serial).padStart(4, "0")}`;
          expect(readCpr(digits)).toEqual({ digits, bornOn, kind: "civil" });
        },
      ),
    );
  });

  test("of a day that does not exist, or that is none, is told apart", () => {
    expect(readCpr("")).toEqual({ problem: "empty" });
    expect(readCpr("310208-5013")).toEqual({ problem: "no-such-day" });
    expect(readCpr("290207-5013")).toEqual({ problem: "no-such-day" });
    expect(readCpr("600308-5013")).toEqual({ problem: "no-such-day" });
    expect(readCpr("920308-5013")).toEqual({ problem: "no-such-day" });
    for (const text of ["070308-501", "070308-50133", "07-03-08-5013", "070308-501X", "070308--5013", "1".repeat(5000)])
      expect(readCpr(text), text).toEqual({ problem: "unreadable" });
  });

  test("shows on a screen as the day of birth alone", () => {
    expect(maskCpr("2008-03-07")).toBe("070308-••••");
  });
});
