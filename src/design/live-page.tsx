import type { ComponentChildren } from 'preact'
import { SignOut } from './account.tsx'
import { Frame, Main } from './frame.tsx'
import type { Shell } from './shell.ts'
import { staffWords as say } from './words.ts'

/** Somebody to call: a short name, and beside it what it is for or the number. */
export type Call = { name: string; note: string; href: string }

type LivePageProps = {
  shell: Shell
  /** At most four. The first is the one in red. */
  calls: readonly Call[]
  /** A drill keeps every place, says so, and calls nobody: its calls lead nowhere. */
  drill?: boolean
  /** Its own address, and where it hears that somebody else changed it: each `data-part` is shown anew. */
  hears?: { page: string; events: string }
  /** What works for the page while there is no network: where it is fetched, and for which pages it does. */
  worker?: { address: string; scope: string }
  children: ComponentChildren
}

const CallButton = ({ call, first, drill }: { call: Call; first: boolean; drill: boolean }) => (
  <a {...(first && { class: 'first' })} {...(!drill && { href: call.href })}>
    <b>{call.name}</b> <span>{call.note}</span>
  </a>
)

/** The same page with the script that hears what others do, and asks for the worker. */
const scripted = ({ assets, ...shell }: Shell): Shell => ({
  ...shell,
  assets: { ...assets, ...(assets.live !== undefined && { script: assets.live }) },
})

/**
 * A crisis as it happens: the calls always in reach, then the page. No menu and no search, and no way to get
 * lost; at its very end the way to sign out, for a machine that is shared.
 */
export const LivePage = ({ shell, calls, drill = false, hears, worker, children }: LivePageProps) => (
  <Frame shell={(hears ?? worker) ? scripted(shell) : shell} kind={drill ? 'live drill' : 'live'}>
    {drill && (
      <div class="drill-band" role="status">
        <p>
          <b>{say('drill')}</b> {say('drill_note')}
        </p>
      </div>
    )}
    <nav class="calls" aria-label={say(drill ? 'call_drill' : 'call')}>
      {calls.map((call, i) => (
        <CallButton call={call} first={i === 0} drill={drill} />
      ))}
    </nav>
    <Main>
      {hears !== undefined && (
        <p
          class="news"
          role="status"
          data-events={hears.events}
          data-page={hears.page}
          data-says={say('news')}
        />
      )}
      {worker !== undefined && <span hidden data-worker={worker.address} data-scope={worker.scope} />}
      {children}
      {shell.actor !== undefined && <SignOut shell={shell} />}
    </Main>
  </Frame>
)
