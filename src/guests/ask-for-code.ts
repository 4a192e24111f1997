import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { noteCodeAsked } from './door-store.ts'
import { countedCodes, guestLinkWaits } from './guest-link.ts'
import { openingWords } from './guest-words.ts'
import { guestCodeAsked } from './happenings.ts'
import { holdGuestLink } from './link-store.ts'

/**
 * Whoever opened a link asks for the code, which goes to the contact the link is of and to nobody else. More
 * than a few within a quarter of an hour are not sent.
 */
export const askForCode = act({
  name: 'guests/ask-for-code',
  by: ['system'],
  given: z.object({ guestLinkId: id }),
  refusals: openingWords,
  async do(unit, { guestLinkId }) {
    const link = (await holdGuestLink(unit, guestLinkId)) ?? notFound()
    const subject = { type: 'guest_link', id: link.id, studentId: link.studentId }
    unit.permit(true, subject)
    const counted = countedCodes(link, unit.now)
    if (!guestLinkWaits(link, unit.now) || counted === undefined) return refused(['over'])
    noteCodeAsked(unit, link.id, counted)
    unit.record('guest_link.code_asked', subject, { asked: counted.codesAsked })
    await unit.tell(guestCodeAsked, { linkId: link.id, personId: link.personId })
    return done({})
  },
})
