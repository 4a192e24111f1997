import { ConfirmSheet } from '../confirm.tsx'
import { Field } from '../field.tsx'
import { Filter } from '../filter.tsx'
import { Late } from '../late.tsx'
import { Mini, type MiniStep } from '../mini.tsx'
import { Pager } from '../pager.tsx'
import type { Shell } from '../shell.ts'
import { Table } from '../table.tsx'
import { Tabs } from '../tabs.tsx'
import { Tag } from '../tag.tsx'
import { steps } from './lines.tsx'
import { Part } from './part.tsx'
import { lineWords as l } from './line-words.ts'
import { sheetWords as t } from './words.ts'

type Student = { name: string; high: boolean; promise: string; late: boolean; line: MiniStep[]; day: number }

const six = ['done', 'done', 'done', 'done', 'done', 'done'] as const

const students: Student[] = [
  {
    name: l('eli'),
    high: false,
    promise: l('three_late'),
    late: true,
    line: steps([...six, 'done', 'done', 'late']),
    day: 49,
  },
  {
    name: l('theo'),
    high: true,
    promise: t('today_1400'),
    late: false,
    line: steps([...six, 'now late', 'next', 'next']),
    day: 11,
  },
  {
    name: t('sofia'),
    high: false,
    promise: t('today_1700'),
    late: false,
    line: steps([...six, 'done', 'now', 'next']),
    day: 8,
  },
]

const Students = () => (
  <Table
    caption={t('caption')}
    rows={students}
    columns={[
      {
        head: t('student'),
        sort: { href: '#x-tables' },
        cell: ({ name, high }) => (
          <>
            <a href="#x-tables">{name}</a>
            {high && (
              <>
                {' '}
                <Tag kind="high">{t('high_need')}</Tag>
              </>
            )}
          </>
        ),
      },
      {
        head: t('next_promise'),
        sort: { href: '#x-tables', now: 'ascending' },
        cell: ({ promise, late }) => (late ? <Late>{promise}</Late> : promise),
      },
      { head: t('on_line'), cell: ({ line }) => <Mini steps={line} /> },
      { head: t('day'), num: true, sort: { href: '#x-tables' }, cell: ({ day }) => day },
    ]}
  />
)

export const TablePart = ({ shell }: { shell: Shell }) => (
  <Part id="x-tables" name={t('tables')}>
    <Filter to="/design" typed={shell}>
      <Field name="at" label={t('school')} type="select" options={[{ value: '', label: t('all_of_mine') }]} />
      <Field name="step" label={t('step')} type="select" options={[{ value: '', label: t('any') }]} />
      <Field name="called" label={t('name')} type="search" />
    </Filter>
    <Students />
    <Pager previous="#x-tables" next="#x-tables" />
  </Part>
)

export const LinkPart = () => (
  <Part id="x-links" name={t('links')} hint={t('links_hint')}>
    <Tabs
      label={t('example')}
      tabs={[
        { href: '#x-links', label: t('timeline'), current: true },
        { href: '#x-links', label: t('consents'), count: 5 },
        { href: '#x-links', label: t('who_sees') },
      ]}
    />
  </Part>
)

export const DialogPart = ({ shell }: { shell: Shell }) => (
  <Part id="x-dialog" name={t('dialog')} hint={t('dialog_hint')}>
    <ConfirmSheet
      shell={shell}
      level={3}
      question={t('end_question')}
      lead={t('from_the_moment')}
      will={[t('will_stop'), t('will_stay'), t('will_visit')]}
      to="/design"
      yes={t('end_consent')}
      danger
      no={{ href: '#x-dialog', label: t('keep_consent') }}
    >
      <Field name="asked" label={t('who_asked')} />
    </ConfirmSheet>
  </Part>
)
