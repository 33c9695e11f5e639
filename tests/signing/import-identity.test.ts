import { afterAll, beforeAll, describe, expect, test } from "vitest";
import fc from "fast-check";
import { importIdentity, signPdf, verifyPdf } from "#signing";
import { reportLike } from "./pdfs.ts";
import { type KeyKind, type Workshop, makeP12, makeSelfSigned, openWorkshop } from "./tools.ts";

let shop: Workshop;
/** An hour from now, so that certificates made here are already valid. */
const now = new Date(Date.now() + 3_600_000).toISOString();

beforeAll(() => {
  shop = openWorkshop();
  makeSelfSigned(shop, "rsa", "rsa");
  makeSelfSigned(shop, "ec", "ec");
});
afterAll(() => shop.close());

const passwords = ["secret", "密碼"];
const cases = (["rsa", "ec"] as const).flatMap((kind) =>
  (["modern", "legacy"] as const).flatMap((style) => passwords.map((password): [KeyKind, "modern" | "legacy", string] => [kind, style, password])),
);

describe("a .p12 file of openssl", () => {
  test.each(cases)("%s, %s encryption, passphrase “%s” opens, signs, and its key stays inside", async (kind, style, password) => {
    const read = await importIdentity(makeP12(shop, kind, password, style), password);
    if (!read.ok) throw new Error(read.problems[0]?.message);
    const { privateKey, summary } = read.value;
    expect(summary).toMatchObject({ origin: "imported", label: "Signer (測試公司)", certificate: { selfSigned: true, organisation: "測試公司", key: kind === "rsa" ? "RSA 2048" : "ECDSA P-256" } });
    expect(privateKey.extractable).toBe(false);
    await expect(crypto.subtle.exportKey("pkcs8", privateKey)).rejects.toThrow();
    const signed = await signPdf(reportLike(), read.value, { field: "Signature1", signedAt: now, name: "Signer" });
    expect((await verifyPdf(signed, now)).valid).toBe(true);
  });

  test.each(cases)("%s, %s encryption, passphrase “%s” does not open with another", async (kind, style, password) => {
    const p12 = makeP12(shop, kind, password, style);
    expect(await importIdentity(p12, `${password}x`)).toMatchObject({ ok: false, problems: [{ code: "p12-wrong-passphrase" }] });
    expect(await importIdentity(p12, "")).toMatchObject({ ok: false, problems: [{ code: "p12-wrong-passphrase" }] });
  });

  test("with 600,000 iterations opens", async () => {
    const p12 = makeP12(shop, "ec", "secret", "modern", "-iter", "600000");
    expect(await importIdentity(p12, "secret")).toMatchObject({ ok: true });
  });

  test("that asks for ten million iterations is refused before they are made", async () => {
    const p12 = makeP12(shop, "ec", "secret", "modern", "-iter", "10000000", "-nomac");
    const started = performance.now();
    expect(await importIdentity(p12, "secret")).toMatchObject({ ok: false, problems: [{ code: "p12-damaged" }] });
    expect(performance.now() - started).toBeLessThan(1000);
  });

  test("with triple DES by PBES2 or without encryption is opened or refused, never thrown at", async () => {
    expect(await importIdentity(makeP12(shop, "ec", "secret", "modern", "-keypbe", "NONE", "-certpbe", "NONE"), "secret")).toMatchObject({ ok: true });
    const old = await importIdentity(makeP12(shop, "ec", "secret", "modern", "-keypbe", "DES-EDE3-CBC", "-certpbe", "DES-EDE3-CBC"), "secret");
    expect(old).toMatchObject({ ok: false, problems: [{ code: "p12-damaged", message: "The file is encrypted in a way that is not supported." }] });
  });

  test("without a key is refused as such", async () => {
    shop.run("openssl", "pkcs12", "-export", "-nokeys", "-in", "ec.crt", "-out", "none.p12", "-passout", "pass:secret");
    expect(await importIdentity(shop.read("none.p12"), "secret")).toMatchObject({ ok: false, problems: [{ code: "p12-no-key" }] });
  });

  test("with a key that signs in no supported way is refused as such", async () => {
    shop.run("openssl", "req", "-x509", "-newkey", "ed25519", "-nodes", "-keyout", "ed.key", "-out", "ed.crt", "-days", "9", "-subj", "/CN=Ed");
    expect(await importIdentity(makeP12(shop, "ed", "secret", "modern"), "secret")).toMatchObject({ ok: false, problems: [{ code: "p12-no-key" }] });
  });

  test("with its issuers keeps the chain in order, the signer first", async () => {
    makeSelfSigned(shop, "root", "rsa", "/CN=Root");
    shop.write("ca.ext", "basicConstraints=critical,CA:TRUE\n");
    shop.run("openssl", "req", "-newkey", "rsa:2048", "-nodes", "-keyout", "sub.key", "-out", "sub.csr", "-subj", "/CN=Sub");
    shop.run("openssl", "x509", "-req", "-in", "sub.csr", "-CA", "root.crt", "-CAkey", "root.key", "-out", "sub.crt", "-days", "700", "-extfile", "ca.ext");
    shop.run("openssl", "req", "-newkey", "rsa:2048", "-nodes", "-keyout", "leaf.key", "-out", "leaf.csr", "-subj", "/CN=Leaf");
    shop.run("openssl", "x509", "-req", "-in", "leaf.csr", "-CA", "sub.crt", "-CAkey", "sub.key", "-out", "leaf.crt", "-days", "600");
    shop.write("bag.pem", Buffer.concat([shop.read("root.crt"), shop.read("sub.crt")]));
    const read = await importIdentity(makeP12(shop, "leaf", "secret", "modern", "-certfile", "bag.pem"), "secret");
    if (!read.ok) throw new Error(read.problems[0]?.message);
    const subjects = await Promise.all(read.value.certificates.map(async (der) => (await import("#signing")).describeCertificate(der).then((facts) => facts.subject)));
    expect(subjects).toEqual(["Leaf", "Sub", "Root"]);
    expect(read.value.summary.certificate).toMatchObject({ selfSigned: false, issuer: "Sub" });
    const signed = await signPdf(reportLike(), read.value, { field: "Signature1", signedAt: now, name: "Leaf" });
    expect((await verifyPdf(signed, now)).valid).toBe(true);
  });

  test("with any byte changed comes back as a problem or as the same identity", async () => {
    const p12 = makeP12(shop, "ec", "secret", "modern");
    const whole = await importIdentity(p12, "secret");
    await fc.assert(
      fc.asyncProperty(fc.nat(p12.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const changed = p12.slice();
        changed[at] = (changed[at] ?? 0) ^ flip;
        const read = await importIdentity(changed, "secret");
        if (read.ok && whole.ok) expect(read.value.summary).toEqual(whole.value.summary);
        else expect(read.problems[0]?.code).toMatch(/^p12-/);
      }),
      { numRuns: 150 },
    );
  });

  test("that is none comes back as damaged", async () => {
    for (const bytes of [new Uint8Array(), Uint8Array.of(0x30, 0x80), new TextEncoder().encode("not a p12"), new Uint8Array(100_000).fill(0x30)]) {
      expect(await importIdentity(bytes, "secret")).toMatchObject({ ok: false, problems: [{ code: "p12-damaged" }] });
    }
    expect(await importIdentity(new Uint8Array(5_000_000), "secret")).toMatchObject({ ok: false, problems: [{ code: "too-large" }] });
  });
});
