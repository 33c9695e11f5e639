/** Time that other tabs are given to save, in milliseconds. */
const grace = 1000;

/** Other tabs of this app: before an update starts, each commits what is being typed. */
export interface Tabs {
  /** Resolves when this tab has saved and the others have had their time. */
  readonly askAllToSave: () => Promise<void>;
}

export function createTabs(save: () => Promise<void>): Tabs {
  const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("assay-tabs");
  channel?.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    if (data === "save") void save();
  });
  return {
    askAllToSave: async () => {
      channel?.postMessage("save");
      await Promise.all([save(), new Promise((resolve) => setTimeout(resolve, channel ? grace : 0))]);
    },
  };
}
