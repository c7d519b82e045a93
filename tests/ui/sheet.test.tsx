import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Sheet } from "#ui/sheet.tsx";

const sheet = (open: boolean) =>
  renderToStaticMarkup(
    <Sheet open={open} onClose={() => {}} title="Til stede" closeLabel="Luk">
      indhold
    </Sheet>,
  );

test("a sheet that the server opens can be read and closed without JavaScript", () => {
  expect(sheet(true)).toMatch(/<dialog[^>]* open=""/);
  expect(sheet(true)).toMatch(/<form method="dialog"><button type="submit"[^>]*>Luk/);
});

test("a sheet that is not open is not shown, and what is in it is not made", () => {
  expect(sheet(false)).not.toContain(" open");
  expect(sheet(false)).not.toContain("indhold");
});

test("a sheet is named by its heading", () => {
  const [, id] = sheet(true).match(/aria-labelledby="([^"]+)"/)!;
  expect(sheet(true)).toContain(`<h2 id="${id}">Til stede`);
});
