import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { noteGuestIn, noteWrongCode } from './door-store.ts'
import { codeFits, guestLimits, guestLinkWaits, guestSessionEnds } from './guest-link.ts'
import { openingWords } from './guest-words.ts'
import { closeGuestLink, holdGuestLink } from './link-store.ts'

/** Where whoever came in goes on; undefined for whoever stays outside. */
type CameIn = { referralId: string | undefined }

/**
 * Somebody at an agency comes in by a link, with the code that was sent to them. The code opens once; what is
 * wrong is counted, and after a few times first the code and then the link is over.
 */
export const openGuestLink = act({
  name: 'guests/open-link',
  by: ['system'],
  given: z.object({
    guestLinkId: id,
    code: z.string().max(12),
    /** Of what the browser keeps from here on. */
    mark: z.instanceof(Buffer),
  }),
  refusals: openingWords,
  async do(unit, { guestLinkId, code, mark }) {
    const link = (await holdGuestLink(unit, guestLinkId)) ?? notFound()
    const subject = { type: 'guest_link', id: link.id, studentId: link.studentId }
    unit.permit(true, subject)
    if (!guestLinkWaits(link, unit.now)) return refused(['over'])
    if (!codeFits(link, code, unit.now)) {
      noteWrongCode(unit, link.id)
      unit.record('guest_link.tried', subject, { tries: link.wrongTries + 1 })
      if (link.wrongTries + 1 >= guestLimits.triesOfLink) closeGuestLink(unit, link, 'guessed')
      return done<CameIn>({ referralId: undefined })
    }
    noteGuestIn(unit, link.id, { mark, ends: guestSessionEnds(unit.now) })
    unit.record('guest_link.opened', subject, { personId: link.personId })
    return done<CameIn>({ referralId: link.referralId })
  },
})
