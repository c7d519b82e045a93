import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { DepartmentMark } from "#ui/department-mark.tsx";

type Shown = { state?: "full" | "video" | "missing"; stateWord?: string; nameBeside?: boolean };
const mark = (shown: Shown = {}) =>
  renderToStaticMarkup(<DepartmentMark shape="square" letters="VO" pair={2} name="Voksen" {...shown} />);

describe("a department's mark", () => {
  test("always says the department's name to those who do not see it", () => {
    expect(mark()).toContain('<span class="sr-only">Voksen</span>');
    expect(mark()).toContain('title="Voksen"');
  });

  test("does not say the name twice when it stands beside", () => {
    expect(mark({ nameBeside: true })).not.toContain("Voksen");
  });

  test("someone by video has a camera, and the word for it", () => {
    const html = mark({ state: "video", stateWord: "på video" });
    expect(html).toContain("#videocam");
    expect(html).toContain("Voksen, på video");
  });

  test("someone missing is another shape of edge, not only another colour", () => {
    expect(mark({ state: "missing" })).toContain("department-mark-missing");
    expect(mark({ state: "full" })).not.toContain("department-mark-missing");
  });

  test("the young person is a person on sand, without letters and without a department's colours", () => {
    const html = renderToStaticMarkup(<DepartmentMark shape="person" name="ung 1" />);
    expect(html).toContain("department-mark-person");
    expect(html).toContain("#person");
    expect(html).not.toContain("pair-");
  });
});
