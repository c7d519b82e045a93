// The floor: Express, Remix, SQLite and Socket.IO as bare as they go, and nothing of ours.
import { mkdirSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { createRequestHandler } from "@remix-run/express";
import Database from "better-sqlite3";
import express from "express";
import { Server } from "socket.io";

const BROADCAST_BYTES = 600;
const { PORT, DATA_DIR = "" } = process.env;

mkdirSync(DATA_DIR, { recursive: true });
const db = new Database(join(DATA_DIR, "floor.db"));
db.pragma("journal_mode = WAL");
db.pragma("synchronous = FULL");
db.exec("create table if not exists line (id integer primary key, text text not null, seq integer not null) strict");
db.exec("insert or ignore into line values (1, '', 0)");
const write = db.prepare("update line set text = ?, seq = seq + 1 where id = 1 returning seq").pluck();

const build = await import(join(process.cwd(), ".cache/bench/floor/server/index.js"));
const app = express().disable("x-powered-by");
const http = createServer(app);
const io = new Server(http, { transports: ["websocket"], serveClient: false, perMessageDeflate: false });
io.on("connection", (socket) => socket.join("room"));

const filling = "x".repeat(BROADCAST_BYTES - JSON.stringify({ topic: "room", seq: 100_000, text: "" }).length);
function press(text) {
  const seq = write.get(text);
  io.to("room").emit("change", { topic: "room", seq, text: filling });
  return seq;
}

app.get("/healthz", (_request, response) => {
  response.send("ok");
});
app.use("/assets", express.static(".cache/bench/floor/client/assets"));
app.all("*", createRequestHandler({ build, mode: "production", getLoadContext: () => ({ press }) }));
http.listen(Number(PORT), "127.0.0.1");
process.on("SIGTERM", () => process.exit(0));
