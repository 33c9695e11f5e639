import { mkdtempSync, readdirSync, rmSync, statSync, truncateSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AddressInfo } from "node:net";
import { chromium, type Browser, type BrowserContext, type Page } from "playwright";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findBrowser } from "../find-browser.ts";
import { buildScript } from "./build-script.ts";
import { startKillable } from "./killable.ts";

const executablePath = findBrowser();
const folder = mkdtempSync(join(tmpdir(), "assay-storage-"));
let server: Server;
let address: string;

beforeAll(async () => {
  const script = await buildScript(join(import.meta.dirname, "storage-harness.ts"), folder);
  server = createServer(({ url }, response) => {
    const isScript = url === "/harness.js";
    response.setHeader("content-type", isScript ? "text/javascript" : "text/html; charset=utf-8");
    response.end(isScript ? script : `<!doctype html><body><script type="module" src="/harness.js"></script>`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

async function openPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address);
  await page.getByText("ready").waitFor();
  return page;
}

const readCount = (page: Page) => page.evaluate(async () => (await window.storage.readEvents(window.harness.acme)).length);

describe("one browser", () => {
  let browser: Browser;
  let context: BrowserContext;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    context = await browser.newContext();
  });
  afterEach(() => context.close());

  test("an edit is acknowledged within a blink", async () => {
    const page = await openPage(context);
    const times = await page.evaluate(async () => {
      const { acme, journalOf, metaOf } = window.harness;
      const events = journalOf(300);
      const times: number[] = [];
      for (const [index, event] of events.entries()) {
        const started = performance.now();
        await window.storage.appendEvents(acme, [event], metaOf(events.slice(0, index + 1)));
        times.push(performance.now() - started);
      }
      return times.slice(20).toSorted((a, b) => a - b);
    });
    const [median = 0, p95 = 0] = [times[Math.floor(times.length / 2)], times[Math.floor(times.length * 0.95)]];
    console.log(`append: median ${median.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`);
    expect(median).toBeLessThan(50);
  });

  test("two tabs hear each other's edits, each once and in order, those of a page that is left too", async () => {
    const [one, two] = [await openPage(context), await openPage(context)];
    await two.evaluate(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      window.storage.watchEvents(window.harness.acme, (events) => heard.push(...events.map((event) => event.id)), { known: [] });
    });
    const ids = await one.evaluate(async () => {
      const { acme, journalOf, metaOf } = window.harness;
      const events = journalOf(30);
      for (const event of events.slice(0, 20)) await window.storage.appendEvents(acme, [event], metaOf(events));
      await window.storage.compact(acme);
      return events.map((event) => event.id);
    });
    const heard = () => two.evaluate(() => (window as unknown as { heard: string[] }).heard);
    await expect.poll(heard).toEqual(ids.slice(0, 20));
    await two.waitForTimeout(100);
    await one.evaluate(() => {
      const { acme, journalOf, metaOf } = window.harness;
      window.storage.appendAtOnce(acme, journalOf(30).slice(20), metaOf(journalOf(30)));
    });
    await expect.poll(heard).toEqual(ids);
    await two.waitForTimeout(100);
    expect(await heard()).toEqual(ids);
  });

  test("one tab edits; the other gets the lock when the first lets go or dies", async () => {
    const [one, two] = [await openPage(context), await openPage(context)];
    const take = (page: Page) =>
      page.evaluate(async () => {
        const lock = await window.storage.takeEditLock(window.harness.acme);
        Object.assign(window, { lock });
        return lock?.exclusive ?? null;
      });
    expect(await take(one)).toBe(true);
    expect(await take(two)).toBeNull();
    const waiting = two.evaluate(async () => {
      const lock = await window.storage.waitForEditLock(window.harness.acme, new AbortController().signal);
      return lock.exclusive;
    });
    await one.close();
    expect(await waiting).toBe(true);
    const three = await openPage(context);
    expect(await take(three)).toBeNull();
    const gaveUp = three.evaluate(async () => {
      const stop = new AbortController();
      setTimeout(() => stop.abort(new Error("gave up")), 20);
      return window.storage.waitForEditLock(window.harness.acme, stop.signal).catch((cause: Error) => cause.message);
    });
    expect(await gaveUp).toBe("gave up");
  });

  test("a lock that is taken away is told of, and one that was released is not", async () => {
    const page = await openPage(context);
    const told = await page.evaluate(async () => {
      const { acme } = window.harness;
      let lost = 0;
      const first = await window.storage.takeEditLock(acme, () => (lost += 1));
      first?.release();
      await window.storage.waitForEditLock(acme, new AbortController().signal, () => (lost += 10));
      await navigator.locks.request(`edit:${acme}`, { steal: true }, () => undefined);
      await new Promise((resolve) => setTimeout(resolve, 20));
      return lost;
    });
    expect(told).toBe(10);
  });

  for (const moment of ["pagehide", "visibilitychange", "beforeunload"] as const) {
    test(`an edit appended at once on ${moment} survives the reload, ten times of ten`, async () => {
      const page = await openPage(context);
      await page.evaluate(async () => {
        const { acme, journalOf, metaOf } = window.harness;
        await window.storage.appendEvents(acme, journalOf(1), metaOf(journalOf(1)));
      });
      const counts: number[] = [];
      for (let round = 1; round <= 10; round += 1) {
        await page.evaluate(async (moment) => {
          const { acme, extend, metaOf } = window.harness;
          const before = await window.storage.readEvents(acme);
          const events = extend(before, 2, acme, "d1", 4000);
          const leave = () => window.storage.appendAtOnce(acme, events.slice(before.length), metaOf(events));
          (moment === "visibilitychange" ? document : window).addEventListener(moment, leave, { once: true });
        }, moment);
        await (round % 2 ? page.reload() : page.goto(`${address}?${round}`));
        await page.getByText("ready").waitFor();
        counts.push(await readCount(page));
      }
      expect(counts).toEqual(Array.from({ length: 10 }, (_, index) => 3 + 2 * index));
      const [meta] = await page.evaluate(() => window.storage.listMeta());
      expect(meta?.events).toBe(21);
    });
  }

  test("an edit appended at once while the page is closed is kept", async () => {
    const page = await openPage(context);
    await page.evaluate(async () => {
      const { acme, journalOf, metaOf } = window.harness;
      await window.storage.appendEvents(acme, journalOf(1), metaOf(journalOf(1)));
      addEventListener("pagehide", () => window.storage.appendAtOnce(acme, journalOf(2), metaOf(journalOf(2))));
    });
    await page.close({ runBeforeUnload: true });
    const other = await openPage(context);
    await expect.poll(() => readCount(other)).toBe(2);
  });

  test("a full disk is told as storage-full, and no stored event is lost", async () => {
    // Before the first write: Chromium remembers for a while how much room it found.
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send("Storage.overrideQuotaForOrigin", { origin: new URL(address).origin, quotaSize: 2_000_000 });
    await page.goto(address);
    await page.getByText("ready").waitFor();
    const [code, acknowledged] = await page.evaluate(async () => {
      const { acme, journalOf, extend, metaOf } = window.harness;
      const noise = () => Array.from(crypto.getRandomValues(new Uint8Array(60_000)), (byte) => byte.toString(36)).join("");
      let events = journalOf(1);
      let acknowledged = 0;
      try {
        for (; acknowledged < 100; acknowledged += 1) {
          await window.storage.putFile(`${acknowledged}`, crypto.getRandomValues(new Uint8Array(65_536)), noise());
          await window.storage.appendEvents(acme, events.slice(acknowledged), metaOf(events));
          events = extend(events, 1);
        }
      } catch (cause) {
        return [(cause as { code: string }).code, acknowledged] as const;
      }
      return ["never", acknowledged] as const;
    });
    expect(code).toBe("storage-full");
    expect(await readCount(page)).toBe(acknowledged);
  });

  test("a signing key that cannot be exported survives a reload", async () => {
    const page = await openPage(context);
    await page.evaluate(async () => {
      const { privateKey } = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, false, ["sign", "verify"]);
      const certificate = {
        subject: "Mei", organisation: null, issuer: "Mei", selfSigned: true, serial: "1", notBefore: "", notAfter: "", fingerprint: "", key: "",
      };
      const summary = { id: "i", label: "Mei", origin: "device" as const, certificate };
      await window.storage.putIdentity({ id: "i", summary, privateKey, certificates: [new Uint8Array([1])] });
    });
    await page.reload();
    await page.getByText("ready").waitFor();
    const signed = await page.evaluate(async () => {
      const [identity] = await window.storage.listIdentities();
      if (!identity) return null;
      const signature = await crypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, identity.privateKey, new Uint8Array(1));
      return [identity.privateKey.extractable, signature.byteLength];
    });
    expect(signed).toEqual([false, 64]);
  });

  test("the browser says how much room there is", async () => {
    const page = await openPage(context);
    const persistence = await page.evaluate(() => window.storage.persistence());
    expect(persistence.quota).toBeGreaterThan(0);
    expect(persistence.usage).toBeGreaterThanOrEqual(0);
  });
});

test("a page that comes back from the back-forward cache has kept its edit and goes on", async () => {
  // Playwright switches this cache off.
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"], ignoreDefaultArgs: ["--disable-back-forward-cache"] });
  const context = await browser.newContext();
  const page = await openPage(context);
  await page.evaluate(async () => {
    const { acme, journalOf, metaOf } = window.harness;
    await window.storage.appendEvents(acme, journalOf(1), metaOf(journalOf(1)));
    const heard: number[] = [];
    Object.assign(window, { heard });
    window.storage.watchEvents(acme, (events) => heard.push(...events.map((event) => event.seq)));
    addEventListener("pagehide", ({ persisted }) => {
      Object.assign(window, { persisted });
      window.storage.appendAtOnce(acme, journalOf(2), metaOf(journalOf(2)));
    });
  });
  await page.goto("data:text/html,away");
  await page.goBack({ waitUntil: "commit" });
  const heard = () => page.evaluate(() => (window as unknown as { heard: number[] }).heard);
  expect(await page.evaluate(() => (window as unknown as { persisted: boolean }).persisted)).toBe(true);
  await expect.poll(heard).toEqual([2]);
  await page.evaluate(async () => {
    const { acme, journalOf, metaOf } = window.harness;
    await window.storage.appendEvents(acme, journalOf(3), metaOf(journalOf(3)));
  });
  await expect.poll(heard).toEqual([2, 3]);
  expect(await readCount(page)).toBe(3);
  await browser.close();
});

describe("the browser is killed", () => {
  test("ten times in the middle of writing, and no acknowledged edit is lost", async () => {
    const profile = join(folder, "profile");
    let acknowledged = 0;
    const lost: number[] = [];
    for (let round = 0; round <= 10; round += 1) {
      const { context, kill } = await startKillable(profile);
      const page = await openPage(context);
      const stored = await page.evaluate(async () => {
        const events = await window.storage.readEvents(window.harness.acme);
        return { count: events.length, isWhole: events.every((event, place) => event.seq === place + 1) };
      });
      lost.push(Math.max(0, acknowledged - stored.count));
      expect(stored.isWhole).toBe(true);
      if (round < 10) {
        acknowledged = await writeUntilKilled(page, kill, stored.count);
        expect(acknowledged).toBeGreaterThan(stored.count);
      } else await kill();
    }
    console.log(`killed 10 times: ${acknowledged} edits acknowledged, ${lost.reduce((sum, one) => sum + one, 0)} lost`);
    expect(lost).toEqual(lost.map(() => 0));
  });
});

describe("a crash tears the last write of the database's log", () => {
  for (const bytes of [1, 60, 900]) {
    test(`${bytes} bytes short: only what was torn is missing at the next start, and nothing at those after it`, async () => {
      const profile = join(folder, `torn-${bytes}`);
      const start = async (more: number) => {
        const { context, kill } = await startKillable(profile);
        const page = await openPage(context);
        const stored = await readCount(page);
        await page.evaluate(async (more) => {
          const { acme, extend, metaOf } = window.harness;
          let events = await window.storage.readEvents(acme);
          for (let n = 0; n < more; n += 1) {
            events = extend(events, 1);
            await window.storage.appendEvents(acme, events.slice(-1), metaOf(events));
          }
        }, more);
        await kill();
        return stored;
      };
      expect([await start(20), await start(10)]).toEqual([0, 20]);
      cutLog(profile, bytes);
      const left = await start(5);
      expect(left).toBeGreaterThanOrEqual(28);
      expect([await start(5), await start(0)]).toEqual([left + 5, left + 10]);
    });
  }
});

/** Takes the last bytes from the log that LevelDB writes for this origin, as a kill in the middle of a write does. */
function cutLog(profile: string, bytes: number): void {
  const stores = join(profile, "Default", "IndexedDB");
  const store = join(stores, readdirSync(stores).find((name) => name.endsWith(".leveldb"))!);
  const log = join(store, readdirSync(store).find((name) => name.endsWith(".log"))!);
  truncateSync(log, statSync(log).size - bytes);
}

/** Appends and compacts in the page without pause until the browser dies; how many events it had acknowledged by then. */
async function writeUntilKilled(page: Page, kill: () => Promise<void>, before: number): Promise<number> {
  let acknowledged = before;
  const enough = new Promise<void>((resolve) => {
    void page.exposeFunction("acknowledge", (events: number) => {
      acknowledged = Math.max(acknowledged, events);
      if (acknowledged > before + 25) resolve();
    }).then(() =>
      page.evaluate(async () => {
        const { acme, extend, metaOf } = window.harness;
        let events = await window.storage.readEvents(acme);
        for (;;) {
          events = extend(events, 1);
          await window.storage.appendEvents(acme, events.slice(-1), metaOf(events));
          void window.acknowledge(events.length);
          if (events.length % 20 === 0) void window.storage.compact(acme);
        }
      }),
    ).catch(() => undefined);
  });
  await enough;
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 150));
  await kill();
  return acknowledged;
}
