import type { Page } from "playwright";
import { en as t } from "../../src/ui/texts/en/index.ts";
import { inBrowser, newTab, noteField, openQuestion, openSample, questionFor, saveState, shown, type Site, type Tally } from "./desk.ts";

const endings = ["closed", "left", "crashed"] as const;

/** Two windows on one assessment: one writes, the other follows; when the first ends, in whatever way, the other goes on. */
export async function windowsLoop(site: Site, rounds: number): Promise<Tally> {
  return inBrowser(async (browser) => {
    const context = await browser.newContext({ locale: "en-GB" });
    let writer = await newTab(context);
    await openSample(site, writer);
    let lost = 0;
    for (let round = 0; round < rounds; round += 1) {
      const question = questionFor(round);
      await openQuestion(site, writer, question);
      const follower = await newTab(context);
      await openQuestion(site, follower, question);
      await follower.getByText(t.frame.following.title).waitFor();
      if (await noteField(follower).isEditable()) throw new Error("two windows can write at once");
      await noteField(writer).fill(`written by the first ${round}`);
      await saveState(writer, "saved").waitFor();
      if (!(await follows(follower, `written by the first ${round}`))) lost += 1;
      await endPage(writer, endings[round % endings.length] ?? "closed");
      await follower.getByText(t.frame.following.title).waitFor({ state: "detached" });
      await noteField(follower).focus();
      await follower.keyboard.press("Control+End");
      await follower.keyboard.type(" and by the second");
      await saveState(follower, "saved").waitFor();
      await openQuestion(site, follower, question);
      if ((await shown(follower)).note !== `written by the first ${round} and by the second`) lost += 1;
      writer = follower;
    }
    return { loop: "two windows", rounds, acknowledged: rounds * 2, lost };
  });
}

async function follows(page: Page, note: string): Promise<boolean> {
  for (let tries = 0; tries < 100; tries += 1) {
    if ((await shown(page)).note === note) return true;
    await page.waitForTimeout(50);
  }
  return false;
}

async function endPage(page: Page, ending: (typeof endings)[number]): Promise<void> {
  if (ending === "closed") return page.close();
  if (ending === "left") return void (await page.goto("about:blank"));
  const devtools = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent("crash");
  void devtools.send("Page.crash").catch(() => undefined);
  await crashed;
}
