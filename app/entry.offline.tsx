import { createRoot } from "react-dom/client";
import { OfflineGuides } from "#frame/offline-guides.tsx";
import { readList } from "#live/device/holder.ts";
import { TextsProvider, wordsIn } from "#words/words.ts";

/** The guide's page without a net: it reads what lies on this device, and nothing else. */
const language =
  (await readList(Date.now()))?.list.language ?? (navigator.language.toLowerCase().startsWith("en") ? "en" : "da");
const words = await wordsIn(language);
document.documentElement.lang = language;
document.title = `${words.guides.title} · ${words.frame.product}`;
createRoot(document.getElementById("offline") as HTMLElement).render(
  <TextsProvider value={words}>
    <OfflineGuides />
  </TextsProvider>,
);
