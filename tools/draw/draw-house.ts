import { drawAddresses } from './addresses.ts'
import { deedsOfTheFiles, drawAccess, readDeeds } from './deeds.ts'
import { drawDataClasses } from './data-classes.ts'
import type { Drawing } from './drawing.ts'
import { drawEncryption } from './encryption.ts'
import { drawFieldRules } from './field-rules.ts'
import { drawLifecycle, readLifecycles } from './lifecycles.ts'
import { mountedAddresses } from './mounted.ts'
import { drawMinimumNecessary } from './minimum-necessary.ts'
import type { Removable } from './removable.ts'
import { drawRequirements, readRequirements, readTitles } from './requirements.ts'
import { drawSettings } from './settings.ts'
import { drawTrail, readMentions, readTraceWords } from './trail.ts'

/** Draws what is drawn from the code, and from what the migrations say is removed with what. */
export async function drawHouse(removable: readonly Removable[]): Promise<Drawing[]> {
  return [
    drawSettings(),
    drawAddresses(await mountedAddresses()),
    drawAccess(await readDeeds()),
    drawEncryption(),
    drawDataClasses(await deedsOfTheFiles(), removable),
    drawFieldRules(),
    drawMinimumNecessary(),
    drawTrail(readTraceWords(), readMentions()),
    ...(await readLifecycles()).map(drawLifecycle),
    ...drawRequirements(readTitles(), readRequirements()),
  ]
}
