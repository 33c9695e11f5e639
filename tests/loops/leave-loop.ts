import { countLost, inBrowser, newTab, noteField, openQuestion, openSample, questionFor, shown, type Site, type Tally } from "./desk.ts";

const ways = ["reload", "close", "another page", "back to the list"] as const;

/** The page is left in the middle of a word, before it could be called saved; every letter is there on coming back. */
export async function leaveLoop(site: Site, rounds: number): Promise<Tally> {
  return inBrowser(async (browser) => {
    const context = await browser.newContext({ locale: "en-GB" });
    let page = await newTab(context);
    await openSample(site, page);
    let lost = 0;
    for (let round = 0; round < rounds; round += 1) {
      const question = questionFor(round);
      await openQuestion(site, page, question);
      await noteField(page).focus();
      await page.keyboard.press("Control+End");
      await page.keyboard.type(` half a wor${round}`, { delay: round % 7 });
      const typed = { ...(await shown(page)), question };
      const way = ways[round % ways.length];
      if (way === "reload") await page.reload();
      else if (way === "another page") await page.goto("data:text/html,away");
      else if (way === "back to the list") await page.goto(`${site.url}#/`);
      else {
        const closed = page.waitForEvent("close");
        await page.close({ runBeforeUnload: true });
        await closed;
        page = await newTab(context);
      }
      await openQuestion(site, page, question);
      lost += countLost([typed], await shown(page));
    }
    return { loop: "left in the middle of a word", rounds, acknowledged: rounds, lost };
  });
}
