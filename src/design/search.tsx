import { staffWords as say } from './words.ts'

/** Looks for a name or a number, among what the reader may find: on every page of staff and of agencies. */
export const Search = ({ typed }: { typed: string | undefined }) => (
  <form class="find" role="search" method="get" action="/search">
    <label class="vh" for="q">
      {say('find')}
    </label>
    <input id="q" name="q" type="search" placeholder={say('find')} autocomplete="off" value={typed} />
  </form>
)
