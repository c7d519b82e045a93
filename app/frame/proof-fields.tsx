import type { ProofWays } from "#domain/signin/queries.server.ts";
import type { Unproven } from "#http/proof.server.ts";
import { TextField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";

/** The password, and the code where there is one, of somebody who is signed in. */
export function ProofFields({ ways }: { ways: ProofWays }) {
  const { signin: t } = useWords();
  return (
    <>
      <input type="hidden" name="proof.username" autoComplete="username" value={ways.username} />
      <TextField
        label={t.password}
        name="proof.password"
        type="password"
        autoComplete="current-password"
        required
        data-lands
      />
      {ways.code && (
        <TextField label={t.code} hint={t.codeOrPaper} name="proof.code" autoComplete="one-time-code" short required />
      )}
    </>
  );
}

/** Why a proof did not do, in a sentence. */
export function useUnproven() {
  const { signin: t } = useWords();
  return (said: Unproven | null, ways: ProofWays): string | undefined => {
    if (!said) return undefined;
    if ("waitSeconds" in said) return t.wait(said.waitSeconds);
    return ways.code ? t.wrongProofOrCode : t.wrongProof;
  };
}
