import type { Sealer } from "#storage";

/** What a sealer that encrypts will be: AES-GCM with the place as additional data, and nothing that can be done at once. */
export async function makeAesSealer(): Promise<Sealer & { readonly places: Set<string> }> {
  const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  const places = new Set<string>();
  const parameters = (iv: Uint8Array, place: string) => ({
    name: "AES-GCM",
    iv: new Uint8Array(iv),
    additionalData: new TextEncoder().encode(place),
  });
  return {
    places,
    async seal(bytes, place) {
      places.add(place);
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const body = new Uint8Array(await crypto.subtle.encrypt(parameters(iv, place), key, new Uint8Array(bytes)));
      return new Uint8Array([1, 0, 2, 0x6b, 0x31, ...iv, ...body]);
    },
    async open(sealed, place) {
      const parts = [sealed.slice(5, 17), sealed.slice(17)] as const;
      return new Uint8Array(await crypto.subtle.decrypt(parameters(parts[0], place), key, parts[1]));
    },
  };
}
