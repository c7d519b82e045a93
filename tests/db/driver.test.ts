import { expect, test } from "vitest";
import { compiledOnce } from "#db/driver.server.ts";

test("a statement is compiled once for each text; of many texts the one asked for longest ago is let go", () => {
  const compiled: string[] = [];
  const raw = {
    prepare(text: string) {
      compiled.push(text);
      return { reader: false } as never;
    },
  };
  const compile = compiledOnce(raw, 3);
  for (const text of ["a", "b", "c", "a"]) compile(text);
  expect(compiled).toEqual(["a", "b", "c"]);
  for (const text of ["d", "a", "c", "b"]) compile(text);
  expect(compiled).toEqual(["a", "b", "c", "d", "b"]);
});
