import { useEffect, useState } from "react";

/** `cancelled`: nobody touched the sensor, or pressed cancel. `unsent`: the net failed. */
export type PasskeyGiven = { passkey: string; step: string } | { failed: "cancelled" | "unsent" };

async function asked<O>(purpose: "sign" | "new"): Promise<{ options: O; step: string }> {
  const response = await fetch("/passkey", { method: "POST", body: new URLSearchParams({ for: purpose }) });
  const found = response.ok ? ((await response.json()) as { options: O; step: string } | null) : null;
  if (!found) throw new TypeError("no passkeys here");
  return found;
}

/** Lets the browser ask for a finger, a face or a PIN: to sign with a passkey of this site, or to make a new one. */
export async function givePasskey(purpose: "sign" | "new"): Promise<PasskeyGiven> {
  try {
    const { startAuthentication, startRegistration } = await import("@simplewebauthn/browser");
    const { options, step } = await asked<never>(purpose);
    try {
      const given =
        purpose === "sign"
          ? await startAuthentication({ optionsJSON: options })
          : await startRegistration({ optionsJSON: options });
      return { passkey: JSON.stringify(given), step };
    } catch {
      return { failed: "cancelled" };
    }
  } catch {
    return { failed: "unsent" };
  }
}

/** Whether this browser can use passkeys at this address; not before the page is alive. A bare address has none. */
export function usePasskeys(): boolean {
  const [can, setCan] = useState(false);
  useEffect(() => {
    const bare = /^[\d.]+$|:/.test(window.location.hostname);
    setCan(window.PublicKeyCredential !== undefined && !bare);
  }, []);
  return can;
}
