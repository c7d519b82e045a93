import type { AlertsOf } from "#domain/outreach/alerts.server.ts";
import type { PeopleAround } from "#domain/people/around.server.ts";
import { useOutreachWords } from "#frame/outreach-words.ts";
import { SchoolAlerts } from "#frame/school-alerts.tsx";
import { useReloadOn } from "#live/use-topic.ts";

/** What schools have told, and who reacted when; for those who go with the young person. */
export function AlertsOfSchools({ person: { id, schoolAlerts } }: { person: PeopleAround }) {
  if (!schoolAlerts || (schoolAlerts.alerts.length === 0 && !schoolAlerts.mayReact)) return null;
  return <Shown id={id} shown={schoolAlerts} />;
}

function Shown({ id, shown }: { id: string; shown: AlertsOf }) {
  const words = useOutreachWords(shown);
  useReloadOn(shown.mayReact ? ["outreach"] : []);
  return <SchoolAlerts about={{ youngPersonId: id }} shown={shown} words={words} mayReact={shown.mayReact} />;
}
