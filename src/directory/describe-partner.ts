import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { id, optionalText, phone, text, whole } from '#platform/given.ts'
import { notFound, Problem } from '#platform/problem.ts'
import { saveEntry } from './entry-store.ts'
import { mayDescribe, maySee } from './policy.ts'
import { changedIn, obstaclesToDescribing } from './rules.ts'
import { holdPartner } from './store.ts'
import { entryObstacleWords } from './words.ts'

/**
 * What an agency does, whom it serves and how it is reached, also in a crisis: the district keeps the entries
 * of its directory, and an agency its own [R287]. The trail says which lines changed, not what they say.
 */
export const describePartner = act({
  name: 'directory/describe-partner',
  by: ['district_head', 'partner_intake'],
  given: z.object({
    partnerId: id,
    version: whole(1, 2_147_483_647),
    about: text(300, 'Say what they do'),
    contactName: text(120, 'Say whom to ask for'),
    phone: phone('Give the number schools call'),
    crisisPhone: phone().optional(),
    address: text(200, 'Say where they are'),
    hours: text(200, 'Say when they are open'),
    populations: optionalText(300),
  }),
  refusals: entryObstacleWords,
  async do(unit, { partnerId, version, ...entry }) {
    const partner = (await holdPartner(unit, partnerId)) ?? notFound()
    if (!maySee(unit.actor, partner)) return notFound()
    const subject = { type: 'partner', id: partner.id }
    unit.permit(mayDescribe(unit.actor, partner), subject)

    if (partner.version !== version) throw new Problem('changed_meanwhile')
    const described = {
      ...entry,
      crisisPhone: entry.crisisPhone ?? null,
      populations: entry.populations || null,
    }
    const obstacles = obstaclesToDescribing(partner, described)
    if (obstacles.length > 0) return refused(obstacles)

    await saveEntry(unit, partner.id, described)
    unit.record('partner.described', subject, { changed: changedIn(partner, described) })
    return done({ partnerId: partner.id, version: version + 1 })
  },
})
