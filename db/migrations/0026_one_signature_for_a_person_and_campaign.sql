DROP INDEX "supporters_one_signature";--> statement-breakpoint
DROP INDEX "supporters_household";--> statement-breakpoint
ALTER TABLE "supporters" ADD COLUMN "repeat_of" uuid;--> statement-breakpoint
-- A person counts once: of a sign-up that repeats an earlier one only what became of its letter is counted. Nothing of
-- one that was withdrawn, a trial, or one that staff have marked as not genuine.
CREATE OR REPLACE FUNCTION letter_measures(l "letters", s "supporters", r "replies")
RETURNS TABLE (measure text, at timestamptz) LANGUAGE sql IMMUTABLE AS $$
  SELECT m.measure, m.at FROM (VALUES
    ('submitted', l.created_at),
    ('confirmed', CASE WHEN s.repeat_of IS NULL THEN l.confirmed_at END),
    ('accepted', l.accepted_at),
    ('delivered', CASE WHEN l.state = 'delivered' THEN coalesce(l.ended_at, l.accepted_at) END),
    ('bounced', CASE WHEN l.state = 'bounced' THEN coalesce(l.ended_at, l.accepted_at) END),
    ('failed', CASE WHEN l.state = 'failed' THEN coalesce(l.ended_at, l.confirmed_at) END),
    ('by_writer', l.sent_by_writer_at),
    ('opted_in', CASE WHEN s.updates_asked_at IS NOT NULL AND s.repeat_of IS NULL THEN l.confirmed_at END),
    ('unsubscribed', CASE WHEN l.confirmed_at IS NOT NULL AND s.repeat_of IS NULL THEN s.unsubscribed_at END),
    ('real_answer', CASE WHEN r.answer = 'real-answer' THEN r.answered_at END),
    ('acknowledgement', CASE WHEN r.answer = 'acknowledgement' THEN r.answered_at END),
    ('no_answer', CASE WHEN r.answer = 'no' THEN r.answered_at END),
    ('not_expected', CASE WHEN r.answer = 'not-expected' THEN r.answered_at END)
  ) m(measure, at)
  WHERE m.at IS NOT NULL AND l.state <> 'withdrawn' AND l.reflected_at IS NULL AND l.not_genuine_at IS NULL
$$;
--> statement-breakpoint
DROP TRIGGER supporters_counted ON "supporters";
--> statement-breakpoint
CREATE TRIGGER supporters_counted AFTER UPDATE OF updates_asked_at, unsubscribed_at, repeat_of ON "supporters"
  FOR EACH ROW EXECUTE FUNCTION supporters_counted();
--> statement-breakpoint
-- The earliest that was confirmed stands. The trigger above takes the others out of the figures.
UPDATE "supporters" SET "repeat_of" = signed.first_id, "household_place" = NULL
FROM (
  SELECT id, first_value(id) OVER (PARTITION BY campaign_id, identity_hash ORDER BY confirmed_at, id) AS first_id
  FROM "supporters" WHERE confirmed_at IS NOT NULL AND erased_at IS NULL AND identity_hash IS NOT NULL
) signed
WHERE "supporters".id = signed.id AND signed.id <> signed.first_id;
--> statement-breakpoint
-- Of one address the first two people keep a place, whatever their seats; the others stand without one.
UPDATE "supporters" SET "household_place" = CASE WHEN household.place <= 2 THEN household.place END
FROM (
  SELECT id, row_number() OVER (PARTITION BY campaign_id, email_hash ORDER BY confirmed_at, id) AS place
  FROM "supporters"
  WHERE confirmed_at IS NOT NULL AND erased_at IS NULL AND email_hash IS NOT NULL AND repeat_of IS NULL
) household
WHERE "supporters".id = household.id
  AND "supporters".household_place IS DISTINCT FROM CASE WHEN household.place <= 2 THEN household.place END;
--> statement-breakpoint
CREATE UNIQUE INDEX "supporters_one_signature" ON "supporters" USING btree ("campaign_id","identity_hash") WHERE "supporters"."confirmed_at" is not null and "supporters"."erased_at" is null and "supporters"."repeat_of" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "supporters_household" ON "supporters" USING btree ("campaign_id","email_hash","household_place") WHERE "supporters"."confirmed_at" is not null and "supporters"."erased_at" is null and "supporters"."repeat_of" is null;
