import type { Language } from "#db/vocabulary.ts";
import mark from "#ui/mark.svg?url";
import { useWords } from "#words/words.ts";

/** What never existed, and what the asker may not know of. It says nothing of either, and runs no script. */
export function NotFoundPage({ language, styles }: { language: Language; styles: string[] }) {
  const { frame } = useWords();
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${frame.errors.notFoundTitle} · ${frame.product}`}</title>
        <link rel="icon" type="image/svg+xml" href={mark} />
        {styles.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
      </head>
      <body>
        <main className="plain-page">
          <h1>{frame.errors.notFoundTitle}</h1>
          <p>{frame.errors.notFound}</p>
          <p>
            <a href="/">{frame.errors.toStart}</a>
          </p>
        </main>
      </body>
    </html>
  );
}
