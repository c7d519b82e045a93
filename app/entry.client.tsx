import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { TextsProvider, wordsIn } from "#words/words.ts";

const words = await wordsIn(document.documentElement.lang === "en" ? "en" : "da");

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <TextsProvider value={words}>
        <RemixBrowser />
      </TextsProvider>
    </StrictMode>,
  );
});
