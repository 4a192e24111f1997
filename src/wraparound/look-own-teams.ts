import { z } from 'zod'
import { look } from '#access/look.ts'
import { partnerStaff } from '#access/roles.ts'
import { mayTellCoordinated, noteMet, readableItems } from '#consent/contract.ts'
import { calendarOf, dayOf, instantAt } from '#district/contract.ts'
import { initialsOf } from '#platform/name-words.ts'
import { notFound } from '#platform/problem.ts'
import { ownPart } from './own-part.ts'
import { besideOwn, ownSteps, ownTeams, type OwnTeam } from './own-store.ts'

const nameOf = ({ content }: OwnTeam, mayName: boolean) =>
  mayName ? (content.identity?.name ?? '') : initialsOf(content.identity?.name ?? '')

const rowsOf = (of: readonly OwnTeam[], items: readonly string[]) =>
  [...new Set(of.map(({ referralId }) => referralId))].map((referralId) => ({ referralId, items }))

/**
 * The teams an agency is on: its own part, while the family's yes to care coordination and the agreement
 * with the agency hold; of other agencies only where the yes to them holds too. Each reading stands in the
 * accounting [R173].
 */
export const lookOwnTeams = look({
  name: 'wraparound/own-teams',
  by: partnerStaff,
  given: z.object({}),
  shows: { for: 'coordination', whole: ['identity', 'referrals'] },
  async see(view) {
    const { tx, actor, now } = view
    const partnerId = actor.partnerId ?? notFound()
    view.permit(true)
    const known = await ownTeams(tx, partnerId)
    const sent = known.map(({ referralId }) => ({ id: referralId, partnerId }))
    const [consents, readable, calendar, own, beside] = await Promise.all([
      mayTellCoordinated(tx, sent, now),
      readableItems(tx, sent, now),
      calendarOf(tx),
      ownSteps(tx, partnerId),
      besideOwn(tx, now),
    ])
    const teams = known.filter(({ referralId }) => consents.has(referralId))
    const named = teams.filter(({ referralId }) => readable.get(referralId)?.has('identity') === true)
    const today = dayOf(calendar, now)
    const meeting = { partnerId, since: instantAt(calendar, today, '00:00') }
    noteMet(view, { ...meeting, rows: rowsOf(teams, ['coordination']) })
    noteMet(view, { ...meeting, rows: rowsOf(named, ['identity']) })
    view.saw({ type: 'wraparound_teams', id: null, studentIds: teams.map(({ studentId }) => studentId) })
    return {
      teams: teams.map((team) => ({
        id: team.teamId,
        referralId: team.referralId,
        number: team.number,
        name: nameOf(team, named.includes(team)),
        ...ownPart(team.teamId, { own, beside }),
      })),
      today,
    }
  },
})
export type SeenOwnTeams = Awaited<ReturnType<typeof lookOwnTeams.see>>
