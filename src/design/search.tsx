import { Form } from './form.tsx'
import type { Shell } from './shell.ts'
import { staffWords as say } from './words.ts'

/** Looks for a name or a number, among what the reader may find: on every page of staff and of agencies. */
export const Search = ({ shell }: { shell: Shell }) => (
  <Form to="/search" shell={shell} method="query" layout="find" role="search">
    <label class="vh" for="q">
      {say('find')}
    </label>
    <input id="q" name="q" type="search" placeholder={say('find')} autocomplete="off" value={shell.search} />
  </Form>
)
