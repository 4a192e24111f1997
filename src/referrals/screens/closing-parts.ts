import type { View } from '#access/screen.ts'
import type { SeenClosing } from '../look-closing.ts'

/** What every part of the page is given. */
export type Props = { seen: SeenClosing; view: View }
