DROP INDEX "letters_to_send";--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "own_sketch" text;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "own_likeness" real DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "network_hash" text;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "mail_domain_hash" text;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "review_rule" text;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "turn_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "not_genuine_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "letters_confirmed_to" ON "letters" USING btree ("constituency_code","confirmed_at") WHERE "letters"."confirmed_at" is not null;--> statement-breakpoint
CREATE INDEX "letters_network" ON "letters" USING btree ("network_hash","confirmed_at") WHERE "letters"."network_hash" is not null;--> statement-breakpoint
CREATE INDEX "letters_mail_domain" ON "letters" USING btree ("mail_domain_hash","confirmed_at") WHERE "letters"."mail_domain_hash" is not null;--> statement-breakpoint
CREATE INDEX "letters_to_send" ON "letters" USING btree (coalesce("turn_at", "confirmed_at"),"id") WHERE "letters"."state" in ('queued', 'sending') and "letters"."not_genuine_at" is null;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_own_sketch" CHECK ("letters"."own_sketch" is null or "letters"."text_sealed" is not null);
--> statement-breakpoint
-- The sketch of somebody's own words goes with the text that it is of, whatever erases that.
CREATE FUNCTION letters_own_sketch_goes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.own_sketch := NULL;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER letters_own_sketch_goes BEFORE UPDATE OF text_sealed ON "letters"
  FOR EACH ROW WHEN (NEW.text_sealed IS NULL) EXECUTE FUNCTION letters_own_sketch_goes();
--> statement-breakpoint
-- What one letter counts as, each with its time. One that was withdrawn, a trial, or one that staff have marked as not
-- genuine counts for nothing.
CREATE OR REPLACE FUNCTION letter_measures(l "letters", s "supporters", r "replies")
RETURNS TABLE (measure text, at timestamptz) LANGUAGE sql IMMUTABLE AS $$
  SELECT m.measure, m.at FROM (VALUES
    ('submitted', l.created_at),
    ('confirmed', l.confirmed_at),
    ('accepted', l.accepted_at),
    ('delivered', CASE WHEN l.state = 'delivered' THEN coalesce(l.ended_at, l.accepted_at) END),
    ('bounced', CASE WHEN l.state = 'bounced' THEN coalesce(l.ended_at, l.accepted_at) END),
    ('failed', CASE WHEN l.state = 'failed' THEN coalesce(l.ended_at, l.confirmed_at) END),
    ('by_writer', l.sent_by_writer_at),
    ('opted_in', CASE WHEN s.updates_asked_at IS NOT NULL THEN l.confirmed_at END),
    ('unsubscribed', CASE WHEN l.confirmed_at IS NOT NULL THEN s.unsubscribed_at END),
    ('real_answer', CASE WHEN r.answer = 'real-answer' THEN r.answered_at END),
    ('acknowledgement', CASE WHEN r.answer = 'acknowledgement' THEN r.answered_at END),
    ('no_answer', CASE WHEN r.answer = 'no' THEN r.answered_at END),
    ('not_expected', CASE WHEN r.answer = 'not-expected' THEN r.answered_at END)
  ) m(measure, at)
  WHERE m.at IS NOT NULL AND l.state <> 'withdrawn' AND l.reflected_at IS NULL AND l.not_genuine_at IS NULL
$$;
--> statement-breakpoint
DROP TRIGGER letters_counted_changed ON "letters";
--> statement-breakpoint
CREATE TRIGGER letters_counted_changed AFTER UPDATE OF state, campaign_id, constituency_code, source_id, created_at,
  confirmed_at, accepted_at, ended_at, reflected_at, sent_by_writer_at, not_genuine_at ON "letters"
  FOR EACH ROW EXECUTE FUNCTION letters_counted();
