ALTER TABLE "figure_events" DROP CONSTRAINT "figure_events_measure_known";--> statement-breakpoint
ALTER TABLE "figure_hours" ADD COLUMN "asked" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "reply_asked_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "letters_reply_asked" ON "letters" USING btree ("campaign_id","reply_asked_at") WHERE "letters"."reply_asked_at" is not null;--> statement-breakpoint
ALTER TABLE "figure_events" ADD CONSTRAINT "figure_events_measure_known" CHECK ("figure_events"."measure" in ('viewed', 'found', 'started', 'submitted', 'confirmed', 'accepted', 'delivered', 'bounced', 'failed', 'by_writer', 'opted_in', 'unsubscribed', 'asked', 'real_answer', 'acknowledgement', 'no_answer', 'not_expected'));--> statement-breakpoint
-- A person counts once: of a sign-up that repeats an earlier one only what became of its letter is counted. Nothing of
-- one that was withdrawn, a trial, one that staff have marked as not genuine, or one that chases another.
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
    ('asked', l.reply_asked_at),
    ('real_answer', CASE WHEN r.answer = 'real-answer' THEN r.answered_at END),
    ('acknowledgement', CASE WHEN r.answer = 'acknowledgement' THEN r.answered_at END),
    ('no_answer', CASE WHEN r.answer = 'no' THEN r.answered_at END),
    ('not_expected', CASE WHEN r.answer = 'not-expected' THEN r.answered_at END)
  ) m(measure, at)
  WHERE m.at IS NOT NULL AND l.chases IS NULL
    AND l.state <> 'withdrawn' AND l.reflected_at IS NULL AND l.not_genuine_at IS NULL
$$;
--> statement-breakpoint
DROP TRIGGER letters_counted_changed ON "letters";
--> statement-breakpoint
CREATE TRIGGER letters_counted_changed AFTER UPDATE OF state, campaign_id, constituency_code, source_id, created_at,
  confirmed_at, accepted_at, ended_at, reflected_at, sent_by_writer_at, not_genuine_at, reply_asked_at ON "letters"
  FOR EACH ROW EXECUTE FUNCTION letters_counted();
--> statement-breakpoint
-- Whoever was asked before is known by the mail that went, or by what they said. The trigger above counts them.
UPDATE "letters" SET "reply_asked_at" = asked.at FROM (
  SELECT letter_id, min(at) AS at FROM (
    SELECT letter_id, sent_at AS at FROM sent_mails WHERE kind = 'reply'
    UNION ALL
    SELECT letter_id, answered_at FROM replies
  ) AS each GROUP BY letter_id
) AS asked WHERE asked.letter_id = "letters"."id";
