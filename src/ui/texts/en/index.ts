import { assess } from "./assess.ts";
import { checklistEditor } from "./checklist-editor.ts";
import { classify } from "./classify.ts";
import { common } from "./common.ts";
import { errors } from "./errors.ts";
import { frame } from "./frame.ts";
import { gaps } from "./gaps.ts";
import { identities } from "./identities.ts";
import { leftOut } from "./left-out.ts";
import { lifecycle } from "./lifecycle.ts";
import { problems } from "./problems.ts";
import { proposals } from "./proposals.ts";
import { report } from "./report.ts";
import { settings } from "./settings.ts";
import { systems } from "./systems.ts";
import { upgrades } from "./upgrades.ts";
import { verify } from "./verify.ts";

export const en = { common, systems, assess, classify, frame, gaps, proposals, report, verify, identities, settings, errors, problems, leftOut, lifecycle, upgrades, checklistEditor };
