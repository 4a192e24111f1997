import { z } from 'zod'
import { look, type Viewing } from '#access/look.ts'
import { findPartner } from '#directory/contract.ts'
import { calendarOf, dayOf, findSchool, getDistrict } from '#district/contract.ts'
import { canBeAnswered, type FamilyLink, findStudent, ownLink } from '#people/contract.ts'
import { notFound } from '#platform/problem.ts'
import { itemsOf, type Scope } from './consent.ts'
import { noteTaken } from './readings.ts'
import { standingOf } from './rules.ts'
import { consentsForReferral } from './store.ts'

/** What whoever answered reads of it: each question that was asked, as it stands now. */
async function answered(view: Viewing, link: FamilyLink) {
  const { referralId, partnerId } = link
  if (link.answeredAt === null || referralId === null || partnerId === null) return []
  const consents = await consentsForReferral(view.tx, referralId)
  return (link.scopes as Scope[]).flatMap((scope) => {
    const standing = standingOf(consents, { scope, partnerId, now: view.now })
    return standing.is === 'not_asked' ? [] : [{ scope, yes: standing.is === 'in_force' }]
  })
}

/**
 * What a caregiver is asked by the link that was sent to them: the questions, what would be read of each, and
 * until when. Afterwards, what they answered. Another caregiver of the same child reads nothing of it.
 */
export const lookAsked = look({
  name: 'consent/asked-by-link',
  by: ['caregiver'],
  given: z.object({}),
  shows: { for: 'family', whole: ['identity', 'consent'] },
  async see(view) {
    const { tx, actor, now } = view
    const student = (await findStudent(tx, actor, actor.studentId as string)) ?? notFound()
    view.permit(true)
    const own = { personId: actor.personId as string, studentId: student.id }
    const link = await ownLink(tx, { ...own, purpose: 'consent' })
    const asks = link !== undefined && (canBeAnswered(link, now) || link.answeredAt !== null)
    const partner = asks && link.partnerId !== null ? await findPartner(tx, link.partnerId) : undefined
    const school = student.schoolId === null ? undefined : await findSchool(tx, student.schoolId)
    const calendar = await calendarOf(tx)
    view.saw({ type: 'student', id: student.id, studentId: student.id }, { detail: { linkId: link?.id } })
    noteTaken(view, { kind: 'family_view', studentId: student.id, paper: 'explanation' })
    return {
      student: student.preferredName ?? student.givenName,
      districtName: (await getDistrict(tx)).name,
      school: school && { name: school.name, phone: school.phone },
      asked:
        link === undefined || partner === undefined
          ? undefined
          : {
              linkId: link.id,
              partner: { name: partner.name, shortName: partner.shortName },
              open: canBeAnswered(link, now),
              questions: (link.scopes as Scope[]).map((scope) => ({ scope, items: itemsOf[scope] })),
              holdsUntil: link.holdsUntil as string,
              answers: await answered(view, link),
            },
      timeZone: calendar.timeZone,
      today: dayOf(calendar, now),
    }
  },
})
export type AskedData = Awaited<ReturnType<typeof lookAsked.see>>
