import type { VNode } from 'preact'
import { renderToString as html } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { FamilyPage } from './family-page.tsx'
import { Page } from './page.tsx'
import { LivePage } from './live-page.tsx'
import { PartnerPage } from './partner-page.tsx'
import { PlainPage } from './plain-page.tsx'
import { shellForSpecs } from './shell-for-specs.ts'

const shell = shellForSpecs()
const frames: Readonly<Record<string, VNode>> = {
  staff: <Page shell={shell}>x</Page>,
  agency: <PartnerPage shell={shell}>x</PartnerPage>,
  family: (
    <FamilyPage shell={shell} from="Riverside" languages={[]}>
      x
    </FamilyPage>
  ),
  crisis: (
    <LivePage shell={shell} calls={[]}>
      x
    </LivePage>
  ),
  plain: <PlainPage shell={shell}>x</PlainPage>,
}

test.each(Object.keys(frames))('whoever is signed in signs out from the %s page', (frame) => {
  expect(html(frames[frame] as VNode)).toMatch(/<form[^>]* action="\/sign-out"[^]*?<button/)
})
