import { drawAccess, readDeeds } from './deeds.ts'
import type { Drawing } from './drawing.ts'
import { drawLifecycle, readLifecycles } from './lifecycles.ts'
import { drawRequirements, readRequirements, readTitles } from './requirements.ts'
import { drawTrail, readRecordings, readTraceWords } from './trail.ts'

/** Draws what is drawn from the code alone. */
export async function drawHouse(): Promise<Drawing[]> {
  return [
    drawAccess(await readDeeds()),
    drawTrail(readRecordings(), readTraceWords()),
    ...(await readLifecycles()).map(drawLifecycle),
    ...drawRequirements(readTitles(), readRequirements()),
  ]
}
