import { ButtonLink, Empty, type Shell } from '#design/contract.ts'
import type { SeenToday } from '../look-today.ts'
import { hereFor, todayWords } from './today-words.ts'

const say = todayWords()

const nothingHere = (seen: SeenToday) =>
  [
    say('none_kept', { count: seen.kept.length }),
    say('none_waiting', { count: seen.waitingCount }),
    hereFor(seen.role),
  ]
    .join(' ')
    .trim()

/** Where one looks when nothing is owed: what the menu of this assignment has. */
function Elsewhere({ shell }: { shell: Shell }) {
  const mayOpen = new Set(shell.nav.flatMap(({ items }) => items.map(({ href }) => href)))
  const places = [
    { href: '/referrals', label: say('look_referrals') },
    { href: '/concerns/new', label: say('raise') },
    { href: '/roster', label: say('look_roster') },
    { href: '/partners', label: say('look_partners') },
    { href: '/standards', label: say('look_standards') },
  ]
  return places
    .filter(({ href }) => mayOpen.has(href))
    .slice(0, 2)
    .map(({ href, label }) => <ButtonLink href={href}>{label}</ButtonLink>)
}

/** Nothing owed, or nothing left of the group one looked at. */
export const Nothing = ({ seen, shell }: { seen: SeenToday; shell: Shell }) => (
  <Empty
    fact={say(seen.inbox ? 'partner_note' : 'none')}
    note={seen.inbox ? say('partner_next') : nothingHere(seen)}
  >
    <p class="row">
      {seen.inbox && (
        <ButtonLink kind="go" href="/inbox">
          {say('partner_inbox')}
        </ButtonLink>
      )}
      {seen.role === 'teacher' && (
        <ButtonLink kind="go" href="/concerns/new">
          {say('raise')}
        </ButtonLink>
      )}
      {!seen.inbox && seen.role !== 'teacher' && <Elsewhere shell={shell} />}
    </p>
  </Empty>
)
