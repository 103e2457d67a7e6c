import { sql } from 'drizzle-orm'

/**
 * What a letter counts as, each as "kind:value", of the columns of letters alike: its state, why it is held, the asks
 * that it was submitted with, and where it was confirmed and is not withdrawn that it stands, with which asks and which
 * questions answered, and with how much of its own.
 */
export const factsOfLetter = sql`
  select 'state:' || state as fact
  union all select 'held:' || held_reason where state = 'held'
  union all select 'submitted:' || ask from unnest(asks) ask where state <> 'withdrawn'
  union all select 'standing:' where confirmed and state <> 'withdrawn'
  union all select 'noticed:' where confirmed and state <> 'withdrawn' and noticed
  union all select 'ask:' || ask from unnest(asks) ask where confirmed and state <> 'withdrawn'
  union all select 'question:' || question from unnest(answered) question where confirmed and state <> 'withdrawn'
  union all select 'own:' || question from unnest(answered) question where confirmed and state <> 'withdrawn' and noticed`

/** The kind of a `fact`, and its value, as columns. */
export const factColumns = sql`split_part(fact, ':', 1) as kind, substr(fact, strpos(fact, ':') + 1) as value`
