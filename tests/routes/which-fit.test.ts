import { describe, expect, it } from "vitest";
import { whichFit } from "../../app/routes/meetings.$id.screen/which-fit.ts";

const six = [100, 100, 100, 100, 100, 100];

describe("the agreements on the big screen", () => {
  it("all stand when they fit", () => {
    expect(whichFit(six, 600, 40, null)).toEqual({ from: 0, to: 6 });
    expect(whichFit([], 600, 40, null)).toEqual({ from: 0, to: 0 });
  });

  it("else the newest that do, with room for the line that counts the earlier ones", () => {
    expect(whichFit(six, 540, 40, null)).toEqual({ from: 1, to: 6 });
    expect(whichFit(six, 539, 40, null)).toEqual({ from: 2, to: 6 });
  });

  it("always show the newest one, however long it is", () => {
    expect(whichFit([100, 900], 500, 40, null)).toEqual({ from: 1, to: 2 });
  });

  it("stay in place while one that is in sight is walked to", () => {
    expect(whichFit(six, 540, 40, 3)).toEqual({ from: 1, to: 6 });
  });

  it("go back to an earlier one that is walked to, and count what is left out on both sides", () => {
    expect(whichFit(six, 340, 40, 0)).toEqual({ from: 0, to: 3 });
    expect(whichFit(six, 340, 40, 1)).toEqual({ from: 1, to: 3 });
  });
});
