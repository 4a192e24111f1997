import { ButtonLink, MarkedList, State } from '#design/contract.ts'
import { choosingWords, directoryWords } from '#directory/contract.ts'
import { dayWords } from '#standards/contract.ts'
import { screenWords } from '../screen-words.ts'
import type { Profile } from '../look-partner.ts'

const say = screenWords()
const said = directoryWords()
const why = choosingWords()

/** The room an agency has now, when it said so last, and every reason it cannot be chosen. */
export const RoomSection = ({ partner, today, updatedOn, unavailable, may }: Profile) => (
  <section class="flow" aria-labelledby="room">
    <h2 id="room">{say('room')}</h2>
    <p>
      <State s={unavailable.length === 0 ? 'done' : 'end'}>
        {said(`acceptance_${partner.acceptance}`)}, {said('places', { count: partner.openPlaces })}
      </State>
      {partner.acceptanceNote !== null && ` ${partner.acceptanceNote}. `}
      {partner.nextOpeningOn !== null && say('next_opening', { day: dayWords(partner.nextOpeningOn, today) })}
    </p>
    <p class="hint">{say('updated', { day: dayWords(updatedOn, today) })}</p>
    {unavailable.length > 0 && (
      <MarkedList items={unavailable.map((code) => ({ s: 'due' as const, text: why(code) }))} />
    )}
    {may.readWays && (
      <p>
        <a href={`/partners/${partner.id}/ways`}>{say('ways')}</a>
      </p>
    )}
    {may.keepRoom && (
      <p>
        <ButtonLink kind="go" href={`/partners/${partner.id}/room`}>
          {say('update_room')}
        </ButtonLink>
      </p>
    )}
  </section>
)
