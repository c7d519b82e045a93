// The coordinator's desk: signs in over HTTP, opens today's fullest item and writes agreements in it.
import { randomUUID } from "node:crypto";
import { Agent, request } from "node:http";
import { join } from "node:path";
import Database from "better-sqlite3";
import { folderFor, NOW, start } from "./servers.js";

const BOARD = "routes/meetings.$id.board";
const agent = new Agent({ keepAlive: true, maxSockets: 256 });

/** Posts a form and answers status, headers and body. */
export function post({ port, origin }, path, fields, cookie = "") {
  const body = new URLSearchParams(fields).toString();
  const headers = {
    "Content-Type": "application/x-www-form-urlencoded",
    "Content-Length": Buffer.byteLength(body),
    Origin: origin,
    Cookie: cookie,
  };
  return new Promise((done, failed) => {
    const asked = request({ agent, host: "127.0.0.1", port, path, method: "POST", headers }, (answer) => {
      const parts = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("end", () =>
        done({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts).toString() }),
      );
    });
    asked.on("error", failed);
    asked.end(body);
  });
}

/** Today's meeting, its item with the most behind it, and a department that takes part, from the file of a demo. */
function placesIn(folder) {
  const db = new Database(join(folder, "samspor.db"), { readonly: true });
  const place = db
    .prepare(
      `select m.id as meetingId, i.id as itemId,
         (select departmentId from participant where itemId = i.id and departmentId is not null limit 1) as departmentId
       from agenda_item i join meeting m on m.id = i.meetingId
       where m.startsAt like ? and i.kind = 'person' and i.removedAt is null
       order by (select count(*) from effort e where e.youngPersonId = i.youngPersonId)
         + (select count(*) from action a where a.youngPersonId = i.youngPersonId) desc, i.position limit 1`,
    )
    .get(`${NOW.slice(0, 10)}%`);
  db.close();
  if (!place) throw new Error("The demo has no meeting today");
  return place;
}

/** Somebody signed in at a server, who can send commands from the board. */
export async function signIn(server, { meetingId, itemId, departmentId }, username = "koordinator") {
  const { status, headers } = await post(server, "/login", { username, password: "samspor-demo" });
  if (status !== 303) throw new Error(`Signing in answered ${status}`);
  const cookie = headers["set-cookie"][0].split(";")[0];
  const board = `/meetings/${meetingId}/board`;
  async function send(intent, fields) {
    const path = `${board}?_data=${encodeURIComponent(BOARD)}`;
    const { status, body } = await post(server, path, { intent, key: randomUUID(), ...fields }, cookie);
    if (status !== 200) throw new Error(`${intent} answered ${status}: ${body}`);
    return JSON.parse(body);
  }
  const terms = { departmentId, ownerId: "", dueOn: "14d", howSeen: "Der er en aftale om en fast tid hver uge" };
  return {
    cookie,
    board,
    data: `${board}?_data=${encodeURIComponent(BOARD)}`,
    send,
    agree: (text) => send("agree", { itemId, optionId: "", byYoungPerson: "", text, ...terms }),
    change: ({ id, version }, text) => send("change-action", { id, version, text, ...terms }),
  };
}

/** A demo of today with its meeting begun: one item open, everybody there, four agreements made. Answers the folder and the places. */
export async function openDemo() {
  const data = folderFor("demo");
  const first = await start("ours", { data });
  const places = placesIn(data);
  const desk = await signIn(first, places);
  await desk.send("open-item", { itemId: places.itemId });
  await desk.send("all-are-here", { itemId: places.itemId });
  for (const n of [1, 2, 3, 4]) await desk.agree(`Ringer til virksomheden og aftaler et besøg, aftale ${n}`);
  await first.stop();
  return { data, places };
}
