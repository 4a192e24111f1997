import { drawAddresses } from './addresses.ts'
import { drawAccess, readDeeds } from './deeds.ts'
import type { Drawing } from './drawing.ts'
import { drawEncryption } from './encryption.ts'
import { drawFieldRules } from './field-rules.ts'
import { drawLifecycle, readLifecycles } from './lifecycles.ts'
import { mountedAddresses } from './mounted.ts'
import { drawMinimumNecessary } from './minimum-necessary.ts'
import { drawRequirements, readRequirements, readTitles } from './requirements.ts'
import { drawSettings } from './settings.ts'
import { drawTrail, readMentions, readTraceWords } from './trail.ts'

/** Draws what is drawn from the code alone. */
export async function drawHouse(): Promise<Drawing[]> {
  return [
    drawSettings(),
    drawAddresses(await mountedAddresses()),
    drawAccess(await readDeeds()),
    drawEncryption(),
    drawFieldRules(),
    drawMinimumNecessary(),
    drawTrail(readTraceWords(), readMentions()),
    ...(await readLifecycles()).map(drawLifecycle),
    ...drawRequirements(readTitles(), readRequirements()),
  ]
}
