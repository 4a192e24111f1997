import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { id, text, whole } from '#platform/given.ts'
import { notFound, Problem } from '#platform/problem.ts'
import { partnerNamed } from './add-store.ts'
import { saveNames } from './entry-store.ts'
import { mayRename } from './policy.ts'
import { obstaclesToRenaming } from './rules.ts'
import { holdPartner } from './store.ts'
import { namesObstacleWords } from './words.ts'

/**
 * An agency is called by another name from now on [R287]. It stays the same agency: consents, agreements and
 * referrals go on, and what was sent keeps the name it was sent under.
 */
export const renamePartner = act({
  name: 'directory/rename-partner',
  by: ['district_head'],
  given: z.object({
    partnerId: id,
    version: whole(1, 2_147_483_647),
    name: text(120, 'Give its full name'),
    shortName: text(60, 'Give its name in a sentence'),
  }),
  refusals: namesObstacleWords,
  async do(unit, { partnerId, version, ...names }) {
    const partner = (await holdPartner(unit, partnerId)) ?? notFound()
    const subject = { type: 'partner', id: partner.id }
    unit.permit(mayRename(unit.actor), subject)

    if (partner.version !== version) throw new Problem('changed_meanwhile')
    const taken = await partnerNamed(unit, names.name, partner.id)
    const obstacles = obstaclesToRenaming(partner, { ...names, taken })
    if (obstacles.length > 0) return refused(obstacles)

    await saveNames(unit, partner.id, names)
    unit.record('partner.renamed', subject, { from: partner.name, to: names.name })
    return done({ partnerId: partner.id, version: version + 1 })
  },
})
