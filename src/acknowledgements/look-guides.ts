import { z } from 'zod'
import { look, type Viewing } from '#access/look.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { choice, whole } from '#platform/given.ts'
import { paged } from '#platform/paged.ts'
import { countTrained, trainedIn } from './guide-store.ts'
import { guideReaders, mayTrain, registerReaders } from './policy.ts'
import { termsInForce } from './store.ts'
import { type Guide, guides } from './terms.ts'

const perPage = 50
const nobody = { all: 0, trained: 0 }

const todayOf = async ({ tx, now }: Viewing) => dayOf(await calendarOf(tx), now)

/** A guide with the version in force, and how many were trained in it. */
async function standing(view: Viewing, guide: Guide, on: string) {
  const terms = await termsInForce(view.tx, guide, view.now)
  const counts = terms === undefined ? nobody : await countTrained(view.tx, { guide, termsId: terms.id, on })
  return { guide, terms, ...counts }
}

/** Each protocol and guideline: the version in force, and how many were trained in it [R166]. */
export const lookRegister = look({
  name: 'acknowledgements/protocols',
  by: registerReaders,
  given: z.object({}),
  shows: 'no student',
  async see(view) {
    view.permit(true)
    view.sawNoStudent()
    const on = await todayOf(view)
    return {
      guides: await Promise.all(guides.map((guide) => standing(view, guide, on))),
      reads: guides.some((guide) => mayTrain(view.actor, guide)),
    }
  },
})
export type SeenRegister = Awaited<ReturnType<typeof lookRegister.see>>

/** One of them: who was trained in the version in force, and first who was not [R166]. */
export const lookGuide = look({
  name: 'acknowledgements/protocol',
  by: registerReaders,
  given: z.object({ guide: choice(guides), from: whole(0, 100_000).default(0).catch(0) }),
  shows: 'no student',
  async see(view, { guide, from }) {
    view.permit(true)
    view.sawNoStudent()
    const today = await todayOf(view)
    const stands = await standing(view, guide, today)
    const of = { guide, termsId: stands.terms?.id ?? '', on: today, from, limit: perPage + 1 }
    const people = stands.terms === undefined ? [] : await trainedIn(view.tx, of)
    return { ...stands, ...paged(people, { from, perPage }), today }
  },
})
export type SeenGuide = Awaited<ReturnType<typeof lookGuide.see>>

/** What somebody works by themselves, in the words in force, and until when they were trained in it. */
export const lookOwnGuides = look({
  name: 'acknowledgements/own-guides',
  by: guideReaders,
  given: z.object({}),
  shows: 'no student',
  async see(view) {
    view.permit(true)
    view.sawNoStudent()
    const { tx, now, actor } = view
    const today = await todayOf(view)
    const personId = actor.personId ?? ''
    const own = guides.filter((guide) => mayTrain(actor, guide))
    const rows = await Promise.all(
      own.map(async (guide) => {
        const terms = await termsInForce(tx, guide, now)
        const of = { guide, termsId: terms?.id ?? '', on: today, personId, from: 0, limit: 1 }
        const [self] = terms === undefined ? [] : await trainedIn(tx, of)
        return { guide, terms, endsOn: self?.endsOn ?? null }
      }),
    )
    return { role: actor.role, guides: rows, today }
  },
})
export type SeenOwnGuides = Awaited<ReturnType<typeof lookOwnGuides.see>>
