import { clockOf, dayOf } from "#domain/moments.ts";
import type { LogState, ToAdminister } from "#domain/start/administration.server.ts";
import { useFrame } from "#frame/frame.ts";
import { LinkButton } from "#ui/button.tsx";
import { useWords } from "#words/words.ts";
import { Block } from "./block.tsx";
import { useDays } from "./use-start.ts";

export function Administration({
  to: { noDepartments, withoutRepresentative, withoutPassword },
}: {
  to: ToAdminister;
}) {
  const { start: t } = useWords();
  return (
    <Block title={t.administration}>
      {withoutRepresentative.length > 0 && (
        <div className="start-part">
          <p>{t.noRepresentative(withoutRepresentative.length)}</p>
          <p className="meta measure">{withoutRepresentative.join(", ")}</p>
        </div>
      )}
      {withoutPassword.length > 0 && (
        <div className="start-part">
          <p>{t.noPassword(withoutPassword.length)}</p>
          <p className="meta measure">{withoutPassword.join(", ")}</p>
        </div>
      )}
      {noDepartments && <p className="measure">{t.noDepartments}</p>}
      {!noDepartments && withoutRepresentative.length + withoutPassword.length === 0 && <p>{t.allSet}</p>}
      <div className="button-line">
        <LinkButton to="/staff" variant="primary">
          {t.toStaff}
        </LinkButton>
      </div>
    </Block>
  );
}

export function Log({ log: { rows, lastAt } }: { log: LogState }) {
  const { start: t, minutes } = useWords();
  const { language } = useFrame();
  const days = useDays();
  const count = rows.toLocaleString(language === "da" ? "da-DK" : "en-GB");
  return (
    <Block title={t.log}>
      <p className="start-next">{t.logRows(count)}</p>
      {lastAt && <p>{t.logLast(minutes.when(days.short(dayOf(lastAt)), clockOf(lastAt)))}</p>}
      <p className="measure">{t.logVerify}</p>
    </Block>
  );
}
