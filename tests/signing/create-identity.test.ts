import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { WorkbenchError } from "#domain";
import { type IdentityInput, createIdentity, describeCertificate, digestOf } from "#signing";
import { type Workshop, openWorkshop } from "./tools.ts";

let shop: Workshop;
beforeAll(() => {
  shop = openWorkshop();
});
afterAll(() => shop.close());

const input: IdentityInput = { commonName: "王小明", organisation: "Acme", country: "tw", algorithm: "ecdsa-p256", validFrom: "2026-11-21T09:00:00.500Z", validYears: 3 };

describe("an identity made here", () => {
  test.each(["ecdsa-p256", "rsa-3072"] as const)("%s has a key that cannot be taken out and survives a structured clone", async (algorithm) => {
    const identity = await createIdentity({ ...input, algorithm });
    const copy = structuredClone({ ...identity, privateKey: null });
    expect(copy.certificates).toEqual(identity.certificates);
    expect(identity.privateKey.extractable).toBe(false);
    for (const format of ["pkcs8", "jwk"] as const) await expect(crypto.subtle.exportKey(format, identity.privateKey)).rejects.toThrow();
    expect(identity.summary).toMatchObject({ origin: "device", label: "王小明 (Acme)", certificate: { selfSigned: true, notBefore: "2026-11-21T09:00:00.000Z", notAfter: "2029-11-21T09:00:00.000Z" } });
    expect(identity.summary.id).toBe(identity.summary.certificate.fingerprint);
  });

  test("has a certificate that openssl reads as we mean it", async () => {
    const { certificates, summary } = await createIdentity(input);
    const [der = new Uint8Array()] = certificates;
    shop.write("own.der", der);
    const text = shop.run("openssl", "x509", "-inform", "DER", "-in", "own.der", "-noout", "-text", "-nameopt", "utf8,sep_comma_plus,sname", "-fingerprint", "-sha256");
    for (const fact of [
      "Version: 3", "Subject: C=TW,O=Acme,CN=王小明", "CA:FALSE", "Digital Signature, Non Repudiation", "1.3.6.1.5.5.7.3.36, E-mail Protection",
      "X509v3 Basic Constraints: critical", "X509v3 Key Usage: critical", "X509v3 Subject Key Identifier",
    ]) expect(text).toContain(fact);
    expect(text.replaceAll(":", "").toLowerCase()).toContain(summary.certificate.fingerprint);
    shop.run("openssl", "x509", "-inform", "DER", "-in", "own.der", "-out", "own.pem");
    expect(shop.run("openssl", "verify", "-check_ss_sig", "-CAfile", "own.pem", "own.pem")).toContain("OK");
  });

  test("that outlives 2049 writes its end as a generalized time", async () => {
    const { summary } = await createIdentity({ ...input, validYears: 30 });
    expect(summary.certificate.notAfter).toBe("2056-11-21T09:00:00.000Z");
  });

  test.each([
    ["no name", { commonName: "  " }],
    ["a name of 65 characters", { commonName: "名".repeat(65) }],
    ["a line break", { commonName: "a\nb" }],
    ["half a character", { organisation: "\ud800" }],
    ["a country of three letters", { country: "TWN" }],
    ["no time", { validFrom: "tomorrow" }],
    ["no years", { validYears: 0 }],
  ])("is refused with %s", async (_, wrong) => {
    await expect(createIdentity({ ...input, ...wrong })).rejects.toMatchObject({ code: "bad-input" });
  });
});

test("bytes that are no certificate are refused", async () => {
  await expect(describeCertificate(new Uint8Array(40))).rejects.toBeInstanceOf(WorkbenchError);
  await expect(describeCertificate(new Uint8Array())).rejects.toMatchObject({ code: "bad-input" });
});

test("a digest is SHA-256 in lowercase hex behind its name", async () => {
  expect(await digestOf(new TextEncoder().encode("abc"))).toBe("sha256-ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
});
