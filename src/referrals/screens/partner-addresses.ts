import { type Resource, type Screen, screen } from '#access/screen.ts'
import { lookTracker } from '../look-tracker.ts'
import { TrackerPage } from './tracker.tsx'
import { trackerWords } from './tracker-words.ts'

const tracker = screen({
  address: '/referrals',
  title: trackerWords()('title'),
  look: lookTracker,
  page: TrackerPage,
  nav: { section: 'work', label: trackerWords()('title'), order: 3 },
})

export const partnerScreens: Screen[] = [tracker]
export const partnerResources: Resource[] = []
