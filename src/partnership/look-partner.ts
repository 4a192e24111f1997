import { z } from 'zod'
import { notReadyForCampus } from '#acknowledgements/contract.ts'
import type { Actor } from '#access/actor.ts'
import { look, type Viewing } from '#access/look.ts'
import { partnerStaff, schoolStaff, sideOf } from '#access/roles.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import {
  findPartner,
  mayDescribe,
  mayRename,
  maySee,
  obstaclesToChoosing,
  type Partner,
} from '#directory/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { missesOf } from '#standards/contract.ts'
import { possibleOwners } from './owner-store.ts'
import { staffOf } from './profile-store.ts'
import { mayKeepAgreements, mayKeepContacts, mayKeepRoom, mayKeepSignOffs } from './policy.ts'
import { gateOf } from './gate-store.ts'
import { rulesImplemented } from './legal-rule-store.ts'
import { agreementsOf, signOffsOf } from './store.ts'

/** What somebody may do on the page of an agency. */
const mayDo = (actor: Actor, partner: Partner) => ({
  describe: mayDescribe(actor, partner),
  rename: mayRename(actor),
  keepRoom: mayKeepRoom(actor, partner),
  readWays: sideOf(actor.role) === 'school',
  keepAgreements: mayKeepAgreements(actor),
  keepSignOffs: mayKeepSignOffs(actor),
  keepContacts: mayKeepContacts(actor),
})

/**
 * Clinicians who have not acknowledged how care is given on campus [R172]. It is read at school: nobody at an
 * agency reads what a colleague acknowledged.
 */
const notReady = async ({ tx, now, actor }: Viewing, partnerId: string, on: string) =>
  sideOf(actor.role) === 'school' ? [...(await notReadyForCampus(tx, { partnerId, now, on }))] : []

/**
 * Everything about one agency: who they are, their room, services, route, agreement, gate and people [R287].
 */
export const lookPartner = look({
  name: 'partnership/partner',
  by: [...schoolStaff, ...partnerStaff],
  given: z.object({ partnerId: id }),
  shows: 'no student',
  async see(view, { partnerId }) {
    const { tx, actor, now } = view
    view.permit(true)
    const partner = (await findPartner(tx, partnerId)) ?? notFound()
    if (!maySee(actor, partner)) return notFound()
    view.sawNoStudent()
    const calendar = await calendarOf(tx)
    const today = dayOf(calendar, now)
    const on = (at: Date | null) => (at === null ? null : dayOf(calendar, at))
    const gate = await gateOf(tx, partner.id, today)
    const agreements = await agreementsOf(tx, partner.id)
    const signOffs = await signOffsOf(tx, partner.id)
    const implemented = await rulesImplemented(tx, partner.id)
    return {
      partner,
      misses: await missesOf(tx, partner.id),
      calendar,
      now,
      today,
      updatedOn: dayOf(calendar, partner.capacityUpdatedAt),
      onboardedOn: on(partner.onboardedAt),
      routeOpenedOn: on(partner.route?.openedAt ?? null),
      unavailable: obstaclesToChoosing(partner, now),
      gate,
      agreements: agreements.map((agreement) => ({
        ...agreement,
        suspendedOn: on(agreement.suspendedAt),
        implements: implemented.filter((rule) => rule.agreementId === agreement.id).map(({ title }) => title),
      })),
      signOffs: signOffs.map((signOff) => ({ ...signOff, withdrawnOn: on(signOff.withdrawnAt) })),
      owners: mayKeepAgreements(actor) ? await possibleOwners(tx, today) : [],
      staff: await staffOf(tx, partner.id, today),
      notReady: await notReady(view, partner.id, today),
      may: mayDo(actor, partner),
    }
  },
})

/** What the page of an agency shows. */
export type Profile = Awaited<ReturnType<typeof lookPartner.see>>
