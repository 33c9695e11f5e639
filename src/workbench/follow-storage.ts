import { createSignal, type Accessor } from "solid-js";
import { WorkbenchError, type AssessmentMeta, type DeviceId, type ErrorCode } from "#domain";
import type { Persistence, Storage } from "#storage";
import type { Preferences } from "./create-settings.ts";
import { watchForLoss, type LossWatch } from "./watch-for-loss.ts";

/** Storage as the workbench knows it: opened once, watched, and its failure told. */
export interface FollowedStorage {
  readonly storage: () => Promise<Storage>;
  /** This browser's own name in journals. */
  readonly device: () => Promise<DeviceId>;
  /** Events that are not on the disk went out under this browser's name: from the next start on it takes another, so that no chain forks. */
  readonly spendDevice: () => Promise<void>;
  readonly assessments: Accessor<readonly AssessmentMeta[] | null>;
  readonly persistence: Accessor<Persistence | null>;
  readonly askToPersist: () => Promise<void>;
  readonly failure: Accessor<ErrorCode | null>;
  readonly outdated: Accessor<boolean>;
  readonly loss: LossWatch;
  /** Watches the list of assessments and reads the rest by `load`, once storage is open. */
  readonly begin: (load: () => Promise<unknown>) => void;
}

interface Following {
  readonly openStorage: (onOutdated: () => void) => Promise<Storage>;
  readonly randomId: () => string;
  readonly preferences: Preferences;
  /** Writes what is unsaved, at once: called when another tab is about to upgrade the store. */
  readonly leave: () => void;
}

/** Where the name is kept that must not be used again: beside the database, which may be full. */
const spentKey = "spent-device";

export function followStorage({ openStorage, randomId, preferences, leave }: Following): FollowedStorage {
  const [failure, setFailure] = createSignal<ErrorCode | null>(null);
  const [outdated, setOutdated] = createSignal(false);
  const [assessments, setAssessments] = createSignal<readonly AssessmentMeta[] | null>(null);
  const [persistence, setPersistence] = createSignal<Persistence | null>(null);
  const opening = openStorage(() => {
    leave();
    setOutdated(true);
  }).catch((cause: unknown) => {
    throw cause instanceof WorkbenchError ? cause : new WorkbenchError("storage-unavailable", "Storage could not be opened.", { cause });
  });
  const storage = () => opening;
  const loss = watchForLoss(preferences);
  const refreshPersistence = async () => void setPersistence(await (await opening).persistence());
  let named: Promise<DeviceId> | null = null;
  /** A name that could not be kept is not used: the next wish for one tries again. */
  const device = () =>
    (named ??= opening
      .then((ready) => deviceOf(ready, randomId, preferences.read(spentKey)))
      .catch((error: unknown) => {
        named = null;
        throw error;
      }));
  const begin = async (load: () => Promise<unknown>) => {
    try {
      const ready = await opening;
      ready.watchMeta((rows) => {
        loss.saw(rows.length);
        setAssessments(rows);
      });
      await Promise.all([load(), refreshPersistence()]);
    } catch (error) {
      setFailure(error instanceof WorkbenchError ? error.code : "storage-failed");
      setAssessments((known) => known ?? []);
    }
  };
  return {
    storage,
    failure,
    outdated,
    loss,
    assessments,
    persistence,
    begin: (load: () => Promise<unknown>) => void begin(load),
    askToPersist: async () => {
      await (await opening).askToPersist();
      await refreshPersistence();
    },
    device,
    spendDevice: async () => preferences.write(spentKey, await device()),
  };
}

/** This browser's own name in journals; made once. A fresh one after storage was cleared or when it is `spent`, so that chains never fork. */
async function deviceOf(storage: Storage, randomId: () => string, spent: string | null): Promise<DeviceId> {
  const known = await storage.readSetting("device", (value): value is string => typeof value === "string");
  if (known && known !== spent) return known as DeviceId;
  const device = randomId().slice(0, 8);
  await storage.writeSetting("device", device);
  return device as DeviceId;
}
