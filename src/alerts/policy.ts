import { type Actor, coversSchool } from '#access/actor.ts'
import { careTeam, partnerStaff, type Role } from '#access/roles.ts'

/** Who sends alerts to an agency and answers those of one: whoever cares for students of the school. */
export const alertersAtSchool = careTeam

export const mayAlertAtSchool = (actor: Actor, { schoolId }: { schoolId: string }): boolean =>
  (alertersAtSchool as readonly Role[]).includes(actor.role) && coversSchool(actor, schoolId)

/** Who sends alerts to a school and answers those of one: staff of the agency that has the referral. */
export const alertersAtAgency = partnerStaff

export const mayAlertAtAgency = (
  actor: Actor,
  { partnerId, id }: { partnerId: string; id: string },
): boolean =>
  (alertersAtAgency as readonly Role[]).includes(actor.role) &&
  actor.partnerId === partnerId &&
  (actor.referralId === undefined || actor.referralId === id)
