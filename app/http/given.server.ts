import type { AppLoadContext, TypedResponse } from "@remix-run/node";

export const PRIVATE = { "Cache-Control": "no-store" };
const JSON_TYPE = { "Content-Type": "application/json; charset=utf-8" };

/** As `json`, but encoded at once: a text would be looked through, encoded and copied again on its way. */
export const inBytes = <T>(value: T, headers: Record<string, string> = PRIVATE): TypedResponse<T> =>
  new Response(Buffer.from(JSON.stringify(value)), { headers: { ...headers, ...JSON_TYPE } });

/** An answer that whoever renders the page reads as it is: Remix asks for its `json()` in the same moment. */
class HandedOver extends Response {
  readonly #value: unknown;

  constructor(value: unknown) {
    super("", { headers: { ...PRIVATE, ...JSON_TYPE } });
    this.#value = value;
  }

  override async json() {
    return this.#value;
  }
}

/** What a loader answers: in bytes to a browser that asks for the data alone; a page that is rendered here is handed it over. */
export const given = <T>(value: T, { data }: AppLoadContext): TypedResponse<T> =>
  data ? inBytes(value) : (new HandedOver(value) as TypedResponse<T>);
