import { useSearchParams } from "@remix-run/react";
import { Button } from "#ui/button.tsx";
import { useWords } from "#words/words.ts";

/** The way to the municipality's own sign-in. `prove`: in a window of its own, so that what is typed here stays. */
export function ProviderForm({ label, prove = false }: { label: string; prove?: boolean }) {
  const { signin: t } = useWords();
  const [search] = useSearchParams();
  const to = search.get("to");
  return (
    <form
      method="post"
      action={to && !prove ? `/login/oidc?to=${encodeURIComponent(to)}` : "/login/oidc"}
      target={prove ? "_blank" : undefined}
      className="passkey-part"
    >
      {prove && <input type="hidden" name="prove" value="yes" />}
      <Button>{label}</Button>
      {prove && <p className="form-hint">{t.providerHint}</p>}
    </form>
  );
}
