import { clearedLoop } from "./cleared-loop.ts";
import { clockLoop } from "./clock-loop.ts";
import type { Loop } from "./desk.ts";
import { killLoop } from "./kill-loop.ts";
import { leaveLoop } from "./leave-loop.ts";
import { quotaLoop } from "./quota-loop.ts";
import { upgradeLoop } from "./upgrade-loop.ts";
import { windowsLoop } from "./windows-loop.ts";

/** Each loop, with its rounds in the suite and in `npm run loops`. */
export const loops: Readonly<Record<string, { readonly loop: Loop; readonly short: number; readonly long: number }>> = {
  kill: { loop: killLoop, short: 2, long: 60 },
  leave: { loop: leaveLoop, short: 2, long: 80 },
  upgrade: { loop: upgradeLoop, short: 1, long: 10 },
  quota: { loop: quotaLoop, short: 1, long: 10 },
  clock: { loop: clockLoop, short: 1, long: 10 },
  windows: { loop: windowsLoop, short: 1, long: 15 },
  cleared: { loop: clearedLoop, short: 1, long: 10 },
};
