import { z } from 'zod'
import { look } from '#access/look.ts'
import type { Role } from '#access/roles.ts'
import { figuresByCause, figuresOf, tellsNobody } from './figures.ts'
import { countedEscalations } from './figures-store.ts'
import { escalationReaders, figureReaders } from './policy.ts'

/** How many loops had to be escalated, how many of them were closed and how, and how long it took [R093]. */
export const lookFigures = look({
  name: 'escalations/figures',
  by: figureReaders,
  given: z.object({}),
  shows: 'no student',
  async see(view) {
    view.permit(true)
    view.sawNoStudent()
    const { tx, actor } = view
    const some = await countedEscalations(tx, actor)
    const readsEach = (escalationReaders as readonly Role[]).includes(actor.role)
    const all = figuresOf(some)
    const causes = figuresByCause(some)
    const told = readsEach || (tellsNobody(all) && causes.every(tellsNobody))
    return { readsEach, all: told ? all : undefined, causes: told ? causes : [] }
  },
})
export type SeenFigures = Awaited<ReturnType<typeof lookFigures.see>>
