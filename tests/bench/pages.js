// The board as a page and as data, against a page that says hello.
import autocannon from "autocannon";
import { signIn } from "./desk.js";
import { medianOf } from "./numbers.js";
import { alternating } from "./servers.js";

const CONNECTIONS = 10;

const requestTo = (server, path, cookie) => ({
  url: `${server.origin}${path}`,
  headers: cookie ? { cookie } : {},
  connections: CONNECTIONS,
});

/** Requests per second for one address; anything but 200 is an error. */
async function rate(server, path, cookie, seconds) {
  const request = requestTo(server, path, cookie);
  await autocannon({ ...request, duration: 2 });
  const found = await autocannon({ ...request, duration: seconds });
  if (found.non2xx > 0 || found.errors > 0)
    throw new Error(`${path} answered ${found.non2xx + found.errors} times otherwise`);
  return found.requests.average;
}

const addresses = async (server, places) =>
  server.which === "ours"
    ? signIn(server, places).then(({ board, data, cookie }) => ({ page: board, data, cookie }))
    : { page: "/", data: "/?index&_data=routes%2F_index" };

export async function pages({ data, places }, { repeats, quick }) {
  const seconds = quick ? 2 : 6;
  const { floor, ours } = await alternating(repeats, data, async (server) => {
    const at = await addresses(server, places);
    return {
      page: await rate(server, at.page, at.cookie, seconds),
      data: await rate(server, at.data, at.cookie, seconds),
    };
  });
  const both = (name) => ({ floor: medianOf(floor, name), ours: medianOf(ours, name) });
  return { page: both("page"), data: both("data") };
}

/** The board's page, or its data, for a while, for a profile; answers how often it was asked. */
export const askFor = (what) => async (server, places, seconds) => {
  const at = await addresses(server, places);
  const asked = await autocannon({ ...requestTo(server, at[what], at.cookie), duration: seconds });
  return asked.requests.total;
};
