import { expect, test } from "vitest";
import { addressOf } from "#http/address.server.ts";
import { type Config, setConfig } from "#http/config.server.ts";

const PROXY = "10.0.0.2";
function counted(proxies: number, forwarded?: string | string[], remoteAddress: string | undefined = PROXY) {
  setConfig({ proxies } as Config);
  const headers = forwarded === undefined ? {} : { "x-forwarded-for": forwarded as string };
  return addressOf({ headers, socket: { remoteAddress } });
}

test("without a proxy the line's own address counts, whatever a visitor writes in the header", () => {
  expect(counted(0)).toBe(PROXY);
  expect(counted(0, "192.0.2.7")).toBe(PROXY);
  expect(counted(0, "192.0.2.7, 198.51.100.1")).toBe(PROXY);
});

test("behind one proxy the last address in the header counts: it is the one the proxy wrote", () => {
  expect(counted(1, "198.51.100.1")).toBe("198.51.100.1");
  expect(counted(1, "2001:db8::7")).toBe("2001:db8::7");
});

test("what a visitor forged stands further left and changes nothing", () => {
  for (const forged of ["192.0.2.7", "127.0.0.1", "192.0.2.7, 192.0.2.8", "no address", ",", ""])
    expect(counted(1, `${forged}, 198.51.100.1`), forged).toBe("198.51.100.1");
  expect(counted(1, ["192.0.2.7", "198.51.100.1"])).toBe("198.51.100.1");
});

test("behind two proxies the last but one counts", () => {
  expect(counted(2, "192.0.2.7, 198.51.100.1, 10.0.0.9")).toBe("198.51.100.1");
});

test("where the header is missing, too short or no address, the line's own address counts", () => {
  expect(counted(1)).toBe(PROXY);
  expect(counted(2, "192.0.2.7")).toBe(PROXY);
  for (const nothing of ["", "unknown", "<script>", "999.1.1.1", "198.51.100.1, _hidden"])
    expect(counted(1, nothing), nothing).toBe(PROXY);
});

test("one address is counted as one, however it is written", () => {
  expect(counted(1, "198.51.100.1:4711")).toBe("198.51.100.1");
  expect(counted(1, "[2001:db8::7]:4711")).toBe("2001:db8::7");
  expect(counted(1, "::ffff:198.51.100.1")).toBe("198.51.100.1");
  expect(counted(0, undefined, "::ffff:198.51.100.1")).toBe("198.51.100.1");
});
