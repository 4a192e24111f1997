import { SixAnswers } from '../answer.tsx'
import { Banner } from '../banner.tsx'
import { Clock } from '../clock.tsx'
import { Empty } from '../empty.tsx'
import { KeyList } from '../key-list.tsx'
import { MarkedList } from '../marked-list.tsx'
import { Progress } from '../progress.tsx'
import { State } from '../state.tsx'
import { Tag } from '../tag.tsx'
import { Part } from './part.tsx'
import { lineWords as l } from './line-words.ts'
import { sheetWords as t } from './words.ts'

export const StatePart = () => (
  <Part id="x-states" name={t('states')} hint={t('states_hint')}>
    <p class="row">
      <Tag kind="high">{t('high_need')}</Tag>
      <Tag>{t('tier_3')}</Tag>
      <Tag>{t('path_b')}</Tag>
      <Tag kind="sample">{t('sample')}</Tag>
    </p>
    <p class="row">
      <State s="done">{l('accepted')}</State>
      <State s="now">{t('to_schedule')}</State>
      <State s="late">{l('one_day_late')}</State>
      <State s="hidden">{l('not_shared')}</State>
      <State s="end">{l('family_choice')}</State>
    </p>
    <Clock
      means={t('two_hours')}
      time={t('due_1530')}
      at={new Date('2026-10-13T22:30:00Z')}
      exact={t('exact_1530')}
    />
  </Part>
)

export const BannerPart = () => (
  <Part id="x-banners" name={t('banners')}>
    <Banner>
      {t('news')} <a href="#x-banners">{t('see_them')}</a>
    </Banner>
    <Banner kind="here">{t('covering')}</Banner>
    <Banner kind="slow">
      {t('agreement_ends')} <a href="#x-banners">{t('renew')}</a>
    </Banner>
    <Banner kind="bad">
      {t('not_saved')} <a href="#x-banners">{t('compare')}</a>
    </Banner>
  </Part>
)

export const AnswerPart = () => (
  <Part id="x-answers" name={t('answers')} hint={t('answers_hint')}>
    <SixAnswers
      id="six"
      heading={t('answers_about')}
      answers={[
        { question: t('q_responsible'), answer: t('a_responsible'), source: t('s_responsible') },
        { question: t('q_consent'), answer: t('a_consent'), source: t('s_consent') },
        { question: t('q_shared'), answer: t('a_shared'), source: t('s_shared') },
        { question: t('q_next'), answer: t('a_next'), source: t('s_next') },
        { question: t('q_risk'), answer: t('a_risk'), source: t('s_risk') },
        {
          question: t('q_progress'),
          missing: t('not_agreed'),
          owner: t('daniel'),
          due: t('oct_16'),
          left: t('three_left'),
          fix: { href: '#x-answers', label: t('agree') },
        },
      ]}
    />
  </Part>
)

export const ListPart = () => (
  <Part id="x-lists" name={t('lists')}>
    <KeyList
      items={[
        { key: t('reason'), value: t('worry') },
        { key: t('how_soon'), value: t('same_week') },
      ]}
    />
    <MarkedList
      items={[
        { s: 'done', text: t('may_tell') },
        { s: 'end', text: t('may_not') },
      ]}
    />
  </Part>
)

export const WaitPart = () => (
  <>
    <Part id="x-work" name={t('long_work')}>
      <Progress id="import" label={t('importing')} done={8412} total={12300} says={t('counted')} />
    </Part>
    <Part id="x-empty" name={t('empty')} hint={t('empty_hint')}>
      <Empty fact={t('nothing_owed')} note={t('kept')} next={{ name: t('next_up'), note: t('call_luis') }} />
      <Empty fact={t('no_rivaz')} note={t('check_spelling')} />
    </Part>
  </>
)
