import { renderToStaticMarkup } from "react-dom/server";
import type { Language } from "#db/vocabulary.ts";
import mark from "#ui/mark.svg?url";
import { type Words, wordsIn } from "#words/words.ts";

type Said = { title: string; text: string; more?: string };
type Look = { language: Language; styles: string[] };

/** The bytes of a page that says one thing and runs no script. */
export async function staticPage({ language, styles }: Look, say: (words: Words) => Said): Promise<string> {
  const words = await wordsIn(language);
  const { title, text, more } = say(words);
  const page = renderToStaticMarkup(
    <html lang={language}>
      <Head title={`${title} · ${words.frame.product}`} styles={styles} />
      <body>
        <main className="plain-page">
          <h1>{title}</h1>
          <p>{text}</p>
          {more && <p>{more}</p>}
          <p>
            <a href="/">{words.frame.errors.toStart}</a>
          </p>
        </main>
      </body>
    </html>,
  );
  return `<!DOCTYPE html>${page}`;
}

/** The page that /guides has without a net: its script fills it with what lies on the device. */
export async function pageWithoutNet(build: string, styles: string[]): Promise<string> {
  const { frame, guides } = await wordsIn("da");
  const page = renderToStaticMarkup(
    <html lang={frame.lang}>
      <Head title={`${guides.title} · ${frame.product}`} styles={styles} />
      <body>
        <div id="offline" />
        <script type="module" src={`/assets/offline.js?${build}`} />
      </body>
    </html>,
  );
  return `<!DOCTYPE html>${page}`;
}

const Head = ({ title, styles }: { title: string; styles: string[] }) => (
  <head>
    <meta charSet="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>{title}</title>
    <link rel="icon" type="image/svg+xml" href={mark} />
    {styles.map((href) => (
      <link key={href} rel="stylesheet" href={href} />
    ))}
  </head>
);
