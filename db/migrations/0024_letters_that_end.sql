ALTER TABLE "letters" ADD COLUMN "wait_end_told_at" timestamp with time zone;
--> statement-breakpoint
-- A letter that its writer has sent themselves has ended.
CREATE OR REPLACE FUNCTION letters_legal_move() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state = OLD.state OR NEW.state = ANY (CASE OLD.state
    WHEN 'unconfirmed' THEN ARRAY['queued', 'held', 'expired', 'withdrawn']
    WHEN 'queued' THEN ARRAY['sending', 'delivered', 'held', 'failed', 'withdrawn']
    WHEN 'sending' THEN ARRAY['accepted', 'held', 'failed', 'withdrawn']
    WHEN 'held' THEN ARRAY['queued', 'accepted', 'delivered', 'bounced', 'failed', 'by-writer', 'withdrawn']
    WHEN 'accepted' THEN ARRAY['delivered', 'bounced', 'queued', 'held', 'withdrawn']
    WHEN 'delivered' THEN ARRAY['bounced', 'held', 'withdrawn']
    WHEN 'bounced' THEN ARRAY['queued', 'withdrawn']
    WHEN 'failed' THEN ARRAY['queued', 'withdrawn']
    WHEN 'by-writer' THEN ARRAY['withdrawn']
    WHEN 'expired' THEN ARRAY['withdrawn']
    ELSE ARRAY[]::text[]
  END) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'A letter that is % cannot become %', OLD.state, NEW.state
    USING ERRCODE = 'check_violation', CONSTRAINT = 'letters_legal_move', TABLE = 'letters';
END
$$;
--> statement-breakpoint
UPDATE "letters" SET state = 'by-writer', held_reason = NULL, ended_at = sent_by_writer_at
WHERE state = 'held' AND sent_by_writer_at IS NOT NULL;
--> statement-breakpoint
-- What has ended without anybody writing down when, counts as ended when it can have been at the latest.
UPDATE "letters" SET ended_at = coalesce(
  (SELECT max(at) FROM "letter_events" WHERE letter_id = "letters".id AND letter_events.state = "letters".state),
  confirmed_at, created_at)
WHERE ended_at IS NULL AND state IN ('bounced', 'failed', 'expired', 'withdrawn');
