import { z } from 'zod'
import { look } from '#access/look.ts'
import { calendarOf } from '#district/contract.ts'
import { latestImports } from './import-store.ts'
import { importers } from './policy.ts'

/** The files that were taken in, the latest first: counts, and nobody's name but who took them in [R368]. */
export const lookImports = look({
  name: 'warnings/imports',
  by: importers,
  given: z.object({}),
  shows: 'no student',
  async see(view) {
    view.permit(true)
    view.sawNoStudent()
    const { timeZone } = await calendarOf(view.tx)
    return { imports: await latestImports(view.tx), timeZone, now: view.now }
  },
})
export type SeenImports = Awaited<ReturnType<typeof lookImports.see>>
