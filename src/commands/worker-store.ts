import { sql } from 'kysely'
import { statement } from '#platform/database/query.ts'

/** One tidying at a time, however many workers ask for it. */
export const tidy = statement(
  (_: object) =>
    sql`select house.enqueue('access/tidy-sign-in', '{"district_id": ""}'::jsonb, 'access/tidy-sign-in', null)`,
)
export const sendNotices = statement(
  (_: object) =>
    sql`select house.enqueue('access/send-notices', '{"district_id": ""}'::jsonb, 'access/send-notices', null)`,
)

/** Once for each district when work begins: a document that came by no act has a day nobody waits for. */
export const watchGates = statement(
  (_: object) => sql`
    select house.enqueue('partnership/watch-gates', jsonb_build_object('district_id', id),
      'partnership/watch-gates/' || id, null)
    from house.district_ids() as id`,
)

/** Asked for each hour: the look of a night is made once, whichever worker comes first. */
export const checkLost = statement(
  (_: object) => sql`
    select house.enqueue('coordination/check-lost', jsonb_build_object('district_id', id),
      'coordination/check-lost/' || id, null)
    from house.district_ids() as id`,
)
/** One round at a time in each district, however many workers ask for it. */
export const makeRounds = statement(
  (_: object) => sql`
    select house.enqueue('escalations/make-round', jsonb_build_object('district_id', id),
      'escalations/make-round/' || id, null),
      house.enqueue('messages/make-round', jsonb_build_object('district_id', id), 'messages/make-round/' || id, null)
    from house.district_ids() as id`,
)
