import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Voice } from "#ui/voice.tsx";

test("own words are quoted, with how they were heard under them", () => {
  const html = renderToStaticMarkup(<Voice words="Jeg vil have ro" told="Skrevet 23. nov." />);
  expect(html).toMatch(/<blockquote[^>]*>Jeg vil have ro<\/blockquote><p[^>]*>Skrevet 23. nov.<\/p>/);
});

test("whoever did not want to, or was not reached, is put no words in the mouth", () => {
  const html = renderToStaticMarkup(<Voice words="" told="Vil ikke være med 23. nov." />);
  expect(html).not.toContain("blockquote");
  expect(html.match(/Vil ikke være med/g)).toHaveLength(1);
});
