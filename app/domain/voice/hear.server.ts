import { tables } from "#db/index.server.ts";
import { attendModes } from "#db/vocabulary.ts";
import { may } from "../access/decide.server.ts";
import { placeOf, whereabouts } from "../agenda/place.server.ts";
import { type At, command, type Work } from "../command.server.ts";
import { Declined, invalid, missing } from "../errors.ts";
import { anyText, input, optionalWord, rowId, versionOrNone, withoutCpr, yesNo } from "../input.server.ts";
import { slotView } from "../meetings/views.server.ts";
import { revise } from "../revise.server.ts";
import { touchScreen } from "../screen/touch.server.ts";
import { itemTopic, meetingTopic } from "../topics.ts";
import { type PreparedRow, preparedOf, preparedView } from "./prepared.server.ts";
import { needsWords } from "./rules.ts";
import { type VoiceRow, voiceOf, voiceView } from "./views.server.ts";

const { voicePrepared, youthVoice } = tables;

const hears = ({ db, actor, now, today, input: { itemId } }: At<{ itemId: string }>) =>
  may(db, { actor, now, today }, "item:hear", itemId);

/** What was said as it stands in both rows. */
const asSaid = (voice: VoiceRow | undefined, prepared: PreparedRow | undefined) => ({
  words: voice?.words ?? "",
  notToDiscuss: voice?.notToDiscuss ?? "",
  helps: prepared?.helps ?? "",
  company: prepared?.company ?? "",
  attends: prepared?.attends ?? null,
  follower: prepared?.follower ?? "",
});
type Said = ReturnType<typeof asSaid>;

const differs = (one: Said, other: Said, ...fields: (keyof Said)[]) =>
  fields.some((field) => one[field] !== other[field]);

/** `Hør før mødet`: the own words and all that is asked with them, in one; `confirmed`: read aloud, and it is right. */
export const hearBeforeMeeting = command("hear-before-meeting", {
  input: input({
    itemId: rowId,
    /** Of the own words, and of what was said beside them. */
    version: versionOrNone,
    preparedVersion: versionOrNone,
    words: withoutCpr(anyText(2000)),
    helps: withoutCpr(anyText(1000)),
    company: withoutCpr(anyText(1000)),
    notToDiscuss: withoutCpr(anyText(1000)),
    attends: optionalWord(attendModes),
    follower: withoutCpr(anyText(200)),
    confirmed: yesNo,
  }),
  allow: hears,
  async run(work) {
    const { db, input, today, by, record, touch } = work;
    const { itemId, version, preparedVersion, confirmed, ...said } = input;
    // Whatever they want to say is written down, whichever of the questions it answers.
    if (!said.words && !said.helps && !said.company && !said.notToDiscuss) throw invalid("words", "required");
    const at = await placeOf(db, itemId);
    if (at.kind !== "person") throw missing();
    const [voice] = await voiceOf(db, itemId);
    const [prepared] = await preparedOf(db, itemId);
    const stood = asSaid(voice, prepared);
    if ((voice?.version ?? 0) !== version || (prepared?.version ?? 0) !== preparedVersion)
      throw new Declined({ no: "conflict", now: stood });

    const wasNotHeard = !voice?.how || !needsWords(voice.how);
    if (differs(stood, said, "words", "notToDiscuss") || (wasNotHeard && said.words)) {
      const how = await keepWords(work, voice, said);
      record({ kind: "own-words-written", ...whereabouts(at), facts: { how, heardById: by.staffId } });
    }
    const { words: _, notToDiscuss: __, ...beside } = said;
    const same = !differs(stood, said, ...(Object.keys(said) as (keyof Said)[]));
    const confirmedOn = confirmed ? today : same ? (prepared?.confirmedOn ?? null) : null;
    const set = { ...beside, confirmedOn };
    if (prepared) await revise(db, voicePrepared, prepared, set, by);
    else await db.insert(voicePrepared).values({ id: itemId, ...set });
    record({ kind: "voice-prepared", ...whereabouts(at), facts: { attends: said.attends, confirmed } });
    touch(itemTopic(itemId), preparedView, itemId);
    // The agenda says which items have own words.
    touch(meetingTopic(at.meetingId), slotView, itemId);
    await touchScreen(work, at.meetingId);
  },
});

/** The own words themselves: whoever writes them down here has heard them. */
async function keepWords(
  work: Work<{ itemId: string }>,
  stands: VoiceRow | undefined,
  { words, notToDiscuss }: Pick<Said, "words" | "notToDiscuss">,
) {
  const { db, by, today, touch, newId } = work;
  const { itemId } = work.input;
  const heard = stands?.how && needsWords(stands.how) ? stands.how : null;
  // Without own words it stands as it stood how they were heard.
  const how = heard ?? (words ? ("contact_person" as const) : (stands?.how ?? null));
  const set = { words, notToDiscuss, how, tries: stands?.tries ?? "" };
  const anew = heard || !words ? {} : { heardById: by.staffId, heardOn: today };
  const id = stands?.id ?? newId();
  if (stands) await revise(db, youthVoice, stands, { ...set, ...anew }, by);
  else await db.insert(youthVoice).values({ id, itemId, ...set, ...anew });
  touch(itemTopic(itemId), voiceView, id);
  return how;
}

/** The form goes onto paper, with what stands in it: that stands in the log. */
export const noteHearingPrint = command("note-hearing-print", {
  input: input({ itemId: rowId }),
  allow: hears,
  async run({ db, input, record }) {
    record({ kind: "printed", ...whereabouts(await placeOf(db, input.itemId)), facts: { paper: "hearing" } });
  },
});
