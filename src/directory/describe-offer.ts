import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { id, whole } from '#platform/given.ts'
import { notFound, Problem } from '#platform/problem.ts'
import { offerGiven } from './offer-given.ts'
import { saveOffer } from './offer-store.ts'
import { mayDescribe, maySee } from './policy.ts'
import { changedInOffer, obstaclesToOffering } from './rules.ts'
import { holdPartner } from './store.ts'
import { entryObstacleWords } from './words.ts'

/**
 * In which languages and how an agency sees families, when, and who pays: the picker shows it from this
 * moment [R037]. The district keeps it, and an agency its own.
 */
export const describeOffer = act({
  name: 'directory/describe-offer',
  by: ['district_head', 'partner_intake'],
  given: z.object({ partnerId: id, version: whole(1, 2_147_483_647), ...offerGiven }),
  refusals: entryObstacleWords,
  async do(unit, { partnerId, version, ...offer }) {
    const partner = (await holdPartner(unit, partnerId)) ?? notFound()
    if (!maySee(unit.actor, partner)) return notFound()
    const subject = { type: 'partner', id: partner.id }
    unit.permit(mayDescribe(unit.actor, partner), subject)

    if (partner.version !== version) throw new Problem('changed_meanwhile')
    const obstacles = obstaclesToOffering(partner, offer)
    if (obstacles.length > 0) return refused(obstacles)

    await saveOffer(unit, partner.id, offer)
    unit.record('partner.offer_described', subject, { changed: changedInOffer(partner, offer) })
    return done({ partnerId: partner.id, version: version + 1 })
  },
})
