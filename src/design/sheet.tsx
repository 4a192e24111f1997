import { Page } from './page.tsx'
import { PageHead } from './page-head.tsx'
import { ButtonPart, ErrorPart, FieldPart } from './sheet/controls.tsx'
import { LinePart } from './sheet/lines.tsx'
import { EventPart, PromisePart } from './sheet/promises.tsx'
import { AnswerPart, BannerPart, ListPart, StatePart, WaitPart } from './sheet/states.tsx'
import { DialogPart, LinkPart, TablePart } from './sheet/tables.tsx'
import { sheetWords } from './sheet/words.ts'
import type { Shell } from './shell.ts'

/** Every part on one page, with invented people, for whoever makes or checks a screen. */
export const ComponentSheet = ({ shell }: { shell: Shell }) => (
  <Page shell={shell}>
    <PageHead title={sheetWords('title')}>
      <p>
        {sheetWords('intro')} {sheetWords('intro_here')}
      </p>
    </PageHead>
    <LinePart />
    <PromisePart shell={shell} />
    <AnswerPart />
    <ButtonPart shell={shell} />
    <ErrorPart />
    <FieldPart />
    <StatePart />
    <BannerPart />
    <TablePart shell={shell} />
    <LinkPart />
    <ListPart />
    <DialogPart shell={shell} />
    <WaitPart />
    <EventPart />
  </Page>
)
