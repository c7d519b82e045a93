import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

/** The rules that words decide: whether all that can be pressed, written in or looked at has a name, and in which language. */
const OF_WORDS = ["cat.text-alternatives", "cat.name-role-value", "cat.forms", "cat.language"];

/**
 * What axe finds wrong on the page as it stands, each with the rule and the place; none is what is asked for. With `wordsAlone` by
 * the rules alone that words decide: for a page whose colours and structure were held against the others in another language.
 */
export async function findings(page: Page, { wordsAlone = false } = {}): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ["violations"], ...(wordsAlone && { runOnly: OF_WORDS }) })
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(" ")}: ${failureSummary}`),
  );
}
