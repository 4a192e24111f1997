import { breakGlass } from '#people/break-glass.ts'
import { reviewOpening } from '#people/review-opening.ts'
import type { CastKey } from '../cast.ts'
import { families, type FamilyKey } from '../families.ts'
import type { Story } from './story.ts'
import { perform } from './teller.ts'

const of = (key: FamilyKey) => ({ number: families[key].localId, bornOn: families[key].born })

const cameAlong = {
  ...of('amal'),
  reason: 'asked_by_family',
  words: 'The mother called me because she knows me from the younger brother, and asked about Thursday.',
}
const standingIn = {
  ...of('mateo'),
  reason: 'standing_in',
  words: 'I took over the phone of Alder Creek for the morning and the agency called back.',
}
const here = {
  ...of('wren'),
  reason: 'here_now',
  words: 'She came to our school for the open day and is not well. She says a counselor knows her.',
}

/** The glass was broken three times: once that was reviewed, once that waits too long, and once just now. */
export const glassBroken: Story = async ({ teller, almanac: { moment, ago } }) => {
  const by = (key: CastKey, at: Date) => {
    teller.at(at)
    return teller.being(key)
  }
  const { openingId } = await perform(by('maya', moment(-9, '14:20')), breakGlass, cameAlong)
  await perform(by('leila', moment(-8, '10:05')), reviewOpening, {
    openingId,
    finding: 'justified',
    words: 'The mother confirms that she called.',
  })
  await perform(by('priya', moment(-6, '09:10')), breakGlass, standingIn)
  await perform(by('daniel', ago(40)), breakGlass, here)
}
