import type { AssessmentId } from "#domain";

export interface EditLock {
  /** false where the browser has no locks: another tab may be editing too, which costs no event but may make conflicts */
  readonly exclusive: boolean;
  release(): void;
}

/** null when another tab holds it. */
export async function takeEditLock(id: AssessmentId, onLost?: () => void): Promise<EditLock | null> {
  return request(id, { ifAvailable: true }, onLost);
}

/** Rejects with the signal's reason. */
export async function waitForEditLock(id: AssessmentId, signal: AbortSignal, onLost?: () => void): Promise<EditLock> {
  signal.throwIfAborted();
  const lock = await request(id, { signal }, onLost);
  return lock ?? unguarded;
}

const unguarded: EditLock = { exclusive: false, release: () => {} };

function request(id: AssessmentId, options: LockOptions, onLost?: () => void): Promise<EditLock | null> {
  const locks = typeof navigator === "undefined" ? undefined : navigator.locks;
  if (!locks) return Promise.resolve(unguarded);
  return new Promise((resolve, reject) => {
    let held = false;
    const end = locks.request(`edit:${id}`, options, (lock) => {
      if (!lock) return resolve(null);
      return new Promise<void>((release) => {
        held = true;
        resolve({
          exclusive: true,
          release: () => {
            held = false;
            release();
          },
        });
      });
    });
    // Rejects when the request is aborted, or later when the lock is stolen.
    end.catch((cause: unknown) => {
      if (held) onLost?.();
      held = false;
      reject(cause);
    });
  });
}
