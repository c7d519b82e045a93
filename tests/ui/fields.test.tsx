import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { BothTexts } from "#ui/both-texts.tsx";
import { SelectField, TextArea, TextField } from "#ui/fields.tsx";

describe("a field", () => {
  test("belongs to its label", () => {
    const html = renderToStaticMarkup(<TextField label="Hvad" name="what" id="what" />);
    expect(html).toContain('for="what"');
    expect(html).toContain('id="what"');
  });

  test("without an error is not called wrong and describes nothing", () => {
    const html = renderToStaticMarkup(<TextField label="Hvad" name="what" />);
    expect(html).not.toContain("aria-invalid");
    expect(html).not.toContain("aria-describedby");
  });

  test("that is refused points at its hint and at the words of the error, which stand below it", () => {
    const html = renderToStaticMarkup(
      <TextArea label="Senest" name="dueOn" id="due" hint="fx 28-02" error="31. februar findes ikke." />,
    );
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain('aria-describedby="due-hint due-error"');
    expect(html).toMatch(/id="due-hint"[\s\S]*<textarea[\s\S]*id="due-error"[\s\S]*31\. februar findes ikke\./);
  });

  test("that is refused keeps what was written", () => {
    const html = renderToStaticMarkup(
      <TextField label="Senest" name="dueOn" defaultValue="31/2" error="Findes ikke." />,
    );
    expect(html).toContain('value="31/2"');
  });

  test("two fields of one name on a page have labels of their own", () => {
    const html = renderToStaticMarkup(
      <>
        <SelectField label="Afdeling" name="department" />
        <SelectField label="Afdeling" name="department" />
      </>,
    );
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(2);
    expect([...html.matchAll(/ for="([^"]+)"/g)].map(([, id]) => id)).toEqual(ids);
  });
});

test("of two texts for one agreement either can be chosen by a plain form", () => {
  const words = {
    heading: "Voksen har også rettet aftale 2.",
    mine: "Min",
    theirs: "Deres",
    keepMine: "Behold min",
    takeTheirs: "Tag deres",
    combine: "Saml",
    combined: "Samlet",
    save: "Gem",
  };
  const html = renderToStaticMarkup(
    <BothTexts name="text" mine="Ringer fredag" theirs="Ringer torsdag" words={words} />,
  );
  expect(html).toMatch(/<button(?=[^>]*type="submit")(?=[^>]*name="text")[^>]*value="Ringer fredag"[^>]*>Behold min/);
  expect(html).toMatch(/<button(?=[^>]*type="submit")(?=[^>]*name="text")[^>]*value="Ringer torsdag"[^>]*>Tag deres/);
  expect(html.match(/name="text"/g)).toHaveLength(2);
});
