import { createSignal } from "solid-js";
import type { IdentitySummary, Instant } from "#domain";
import type { Storage } from "#storage";
import type { Workbench } from "./workbench.ts";

/** How long a certificate made here is valid. */
const validYears = 3;

type Identities = Pick<Workbench, "identities" | "createIdentity" | "importIdentity" | "removeIdentity">;

/** Keys to sign with: made or imported here, kept in this browser, never exported. */
export function createIdentities(storage: () => Promise<Storage>, clock: () => Instant): Identities & { readonly refresh: () => Promise<void> } {
  const [identities, setIdentities] = createSignal<readonly IdentitySummary[]>([]);
  const refresh = async () => void setIdentities((await (await storage()).listIdentities()).map((one) => one.summary));
  return {
    identities,
    refresh,
    createIdentity: async (input) => {
      const { createIdentity } = await import("#signing");
      const identity = await createIdentity({ ...input, validFrom: clock(), validYears });
      await (await storage()).putIdentity({ ...identity, id: identity.summary.id });
      await refresh();
      return identity.summary;
    },
    importIdentity: async (p12, passphrase) => {
      const { importIdentity } = await import("#signing");
      const read = await importIdentity(p12, passphrase);
      if (!read.ok) return read;
      await (await storage()).putIdentity({ ...read.value, id: read.value.summary.id });
      await refresh();
      return { ...read, value: read.value.summary };
    },
    removeIdentity: async (id) => {
      await (await storage()).removeIdentity(id);
      await refresh();
    },
  };
}
