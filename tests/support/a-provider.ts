import { createSign, generateKeyPairSync } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Provider } from "oidc-provider";

export type Said = Record<string, unknown>;

/**
 * A real OpenID provider on a port of its own, as a municipality has one. `people` says what it claims of whom; `lie` changes
 * the next token before it is signed, as a provider that was taken over would.
 */
export async function aProvider(redirectUri: string) {
  const people = new Map<string, Said>();
  const keys = generateKeyPairSync("rsa", { modulusLength: 2048 });
  let lie: ((said: Said) => Said) | null = null;
  const server: Server = createServer();
  await new Promise<void>((up) => server.listen(0, "127.0.0.1", up));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      { client_id: "samspor", client_secret: "a-secret", redirect_uris: [redirectUri], response_types: ["code"] },
    ],
    jwks: { keys: [{ ...keys.privateKey.export({ format: "jwk" }), kid: "one", use: "sig", alg: "RS256" }] },
    claims: { openid: ["sub", "acr", "auth_time"], profile: ["name", "preferred_username", "roles", "departments"] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: true } },
    cookies: { keys: ["only-for-a-test"] },
    pkce: { required: () => true },
    findAccount: (_context, sub) => ({ accountId: sub, claims: async () => ({ sub, ...people.get(sub) }) }),
  });
  const signed = (token: string, change: (said: Said) => Said) => {
    const [head = "", body = ""] = token.split(".");
    const said = change(JSON.parse(Buffer.from(body, "base64url").toString()) as Said);
    const content = `${head}.${Buffer.from(JSON.stringify(said)).toString("base64url")}`;
    return `${content}.${createSign("RSA-SHA256").update(content).sign(keys.privateKey, "base64url")}`;
  };
  const answer = provider.callback();
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    if (request.url === "/token") {
      const lying = lie;
      lie = null;
      // The provider's own forms know no levels of assurance.
      const change = (said: Said) => ({ acr: "substantial", ...said, ...lying?.(said) });
      const end = response.end.bind(response);
      response.end = ((body: string | Buffer) => {
        const told = JSON.parse(String(body)) as { id_token?: string };
        if (!told.id_token) return end(body);
        const bytes = Buffer.from(JSON.stringify({ ...told, id_token: signed(told.id_token, change) }));
        response.setHeader("Content-Length", bytes.length);
        return end(bytes);
      }) as typeof response.end;
    }
    void answer(request, response);
  });
  return {
    issuer,
    people,
    lieOnce: (change: (said: Said) => Said) => {
      lie = change;
    },
    stop: () => new Promise((down) => server.close(down)),
  };
}

/** A browser that follows everything: it keeps cookies, goes where it is sent, and presses the one button of each form. */
export class Walker {
  readonly #cookies = new Map<string, Map<string, string>>();

  /** Another browser with everything that this one holds now: somebody who has read its cookies. */
  copy(): Walker {
    const other = new Walker();
    for (const [origin, own] of this.#cookies) other.#cookies.set(origin, new Map(own));
    return other;
  }

  /** Knows nothing of that site any more. */
  forget(address: string) {
    this.#cookies.delete(new URL(address).origin);
  }

  async ask(address: string, form?: Record<string, string>): Promise<Response> {
    const { origin } = new URL(address);
    const own = this.#cookies.get(origin) ?? new Map<string, string>();
    this.#cookies.set(origin, own);
    const response = await fetch(address, {
      method: form ? "POST" : "GET",
      body: form && new URLSearchParams(form),
      redirect: "manual",
      headers: { cookie: [...own].map(([name, value]) => `${name}=${value}`).join("; "), ...(form ? { origin } : {}) },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (!value || /max-age=0/i.test(line) || /expires=Thu, 01 Jan 1970/i.test(line)) own.delete(name);
      else own.set(name, value);
    }
    return response;
  }

  /** Follows redirects and what a page sends on by itself, until `stop` says so or nothing goes on. */
  async follow(address: string, stop: (url: string) => boolean, form?: Record<string, string>): Promise<string> {
    let at = address;
    let sent = form;
    for (let step = 0; step < 20; step += 1) {
      if (stop(at)) return at;
      const response = await this.ask(at, sent);
      sent = undefined;
      const next = response.headers.get("location") ?? response.headers.get("refresh")?.replace(/^0; url=/, "");
      if (!next) return at;
      at = new URL(next, at).href;
    }
    throw new Error(`Going round in circles at ${at}`);
  }
}
