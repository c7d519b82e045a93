import type { GuideTrait } from "#db/vocabulary.ts";
import type { GuideChoice, GuideToChoose } from "#domain/guides/choice.server.ts";
import { canPropose } from "#domain/guides/request.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { useFrame } from "#frame/frame.ts";
import { Button } from "#ui/button.tsx";
import { RoomBar } from "#ui/room-bar.tsx";
import { dayWords } from "#words/days.ts";
import { useWords } from "#words/words.ts";

/** The guides beside each other: room, district, what they know of, languages, whether they went along before. No sum of it. */
export function Guides({ data }: { data: GuideChoice }) {
  const { guideChoice: t } = useWords();
  return (
    <section className="page-part" aria-labelledby="guides">
      <h2 id="guides">{t.table}</h2>
      <div className="compare-frame">
        <table className="compare team-table">
          <thead>
            <tr>
              {[t.guide, t.room, t.district, t.competency, t.language].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
              <th scope="col">
                <span className="sr-only">{t.propose}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {data.guides.map((guide) => (
              <Guide key={guide.id} guide={guide} data={data} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Guide({ guide, data }: { guide: GuideToChoose; data: GuideChoice }) {
  const { guideChoice: t } = useWords();
  const { language } = useFrame();
  const days = dayWords(language, data.today);
  const number = new Intl.NumberFormat(language);
  const { request, codes } = data;
  const { id, name, points, room, youngPeople, goesNow, before, awayUntil, saidNo, traits } = guide;
  const beside = [
    goesNow && t.goesNow,
    before && t.before,
    awayUntil && t.away(days.short(awayUntil)),
    ...saidNo.map(({ by, on, now }) => (now ? t.saidNo[by](days.short(on)) : t.saidNoBefore[by](days.short(on)))),
  ].filter(Boolean);
  return (
    <tr>
      <th scope="row">
        {name}
        {beside.length > 0 && <span className="meta guide-beside">{beside.join(" · ")}</span>}
      </th>
      <td data-label={t.room}>
        <RoomBar points={points} room={room} label={t.room} />{" "}
        <span className="figures">{t.roomOf(number.format(points), number.format(room))}</span>
        <span className="meta guide-beside">
          {[t.young(youngPeople), points >= room && t.full].filter(Boolean).join(" · ")}
        </span>
      </td>
      {(["district", "competency", "language"] as const).map((trait) => (
        <td key={trait} data-label={traits[trait].length > 0 ? t[trait] : undefined}>
          <Traits of={traits[trait]} wanted={request?.[trait] ?? ""} labels={labelsOf(codes[trait], language)} />
        </td>
      ))}
      <td>
        {request &&
          canPropose(request.state) &&
          saidNo.every(({ now }) => !now) &&
          !goesNow &&
          request.proposedId !== id && (
            <CommandForm intent="propose-guide" fields={{ id: request.id, version: request.version, staffId: id }}>
              {({ busy }) => (
                <Button dense disabled={busy} aria-label={t.proposeWho(name)}>
                  {t.propose}
                </Button>
              )}
            </CommandForm>
          )}
        {request?.proposedId === id && <strong>{t.proposed}</strong>}
      </td>
    </tr>
  );
}

const labelsOf = (codes: GuideChoice["codes"][GuideTrait], language: "da" | "en") =>
  new Map(codes.map(({ code, label }) => [code, label[language]]));

/** What fits what was asked for stands in bold, and says so. */
function Traits({ of, wanted, labels }: { of: readonly string[]; wanted: string; labels: Map<string, string> }) {
  const { guideChoice: t } = useWords();
  return of.map((code, n) => (
    <span key={code}>
      {n > 0 && ", "}
      {code === wanted ? (
        <strong>
          {labels.get(code) ?? code} <span className="sr-only">({t.fits})</span>
        </strong>
      ) : (
        (labels.get(code) ?? code)
      )}
    </span>
  ));
}
