import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { type LinkPurpose, linkLimits, sessionEnds, waits } from './family-link.ts'
import { noteOpened, noteWrongTry } from './family-link-door-store.ts'
import { closeLink, holdLink, studentBornOn } from './family-link-store.ts'
import { openingLinkWords } from './family-link-words.ts'

/** What whoever came in came for; undefined for whoever stays outside. */
type CameIn = { purpose: LinkPurpose | undefined }

/**
 * A caregiver comes in by a link, with the birth date of the child. What is wrong is counted, and after a few
 * times the link is over, so that whoever found a phone cannot try the days of a year.
 */
export const openFamilyLink = act({
  name: 'people/open-family-link',
  by: ['system'],
  given: z.object({
    linkId: id,
    bornOn: z.string().max(10),
    /** Of what the browser keeps from here on. */
    mark: z.instanceof(Buffer),
  }),
  refusals: openingLinkWords,
  async do(unit, { linkId, bornOn, mark }) {
    const link = (await holdLink(unit, linkId)) ?? notFound()
    const subject = { type: 'family_link', id: link.id, studentId: link.studentId }
    unit.permit(true, subject)
    if (!waits(link, unit.now)) return refused(['over'])
    const known = await studentBornOn(unit.tx, link.studentId)
    if (known === null || known !== bornOn) {
      noteWrongTry(unit, link.id)
      unit.record('family_link.tried', subject, { tries: link.wrongTries + 1 })
      if (link.wrongTries + 1 >= linkLimits.wrongTries) closeLink(unit, link, 'guessed')
      return done<CameIn>({ purpose: undefined })
    }
    noteOpened(unit, link.id, { mark, ends: sessionEnds(unit.now) })
    unit.record('family_link.opened', subject, { personId: link.personId })
    return done<CameIn>({ purpose: link.purpose })
  },
})
