CREATE TABLE "sender_blocks" (
	"domain" text PRIMARY KEY NOT NULL,
	"blocked_at" timestamp with time zone NOT NULL,
	"said" text NOT NULL,
	"cleared_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "copied_at" timestamp with time zone;
--> statement-breakpoint
UPDATE "letters" SET "copied_at" = copy.at
FROM (SELECT letter_id, min(sent_at) AS at FROM sent_mails WHERE kind = 'copy' GROUP BY letter_id) copy
WHERE copy.letter_id = "letters"."id";
--> statement-breakpoint
-- What came back goes again by itself only where the mailbox was full; what was delivered, by nobody's hand but a
-- block's. News that it arrived after all settles what was held, or was to go again, for having come back.
CREATE OR REPLACE FUNCTION letters_legal_move() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state = OLD.state OR NEW.state = ANY (CASE OLD.state
    WHEN 'unconfirmed' THEN ARRAY['queued', 'held', 'expired', 'withdrawn']
    WHEN 'queued' THEN ARRAY['sending', 'delivered', 'held', 'failed', 'withdrawn']
    WHEN 'sending' THEN ARRAY['accepted', 'held', 'failed', 'withdrawn']
    WHEN 'held' THEN ARRAY['queued', 'accepted', 'delivered', 'bounced', 'failed', 'withdrawn']
    WHEN 'accepted' THEN ARRAY['delivered', 'bounced', 'queued', 'held', 'withdrawn']
    WHEN 'delivered' THEN ARRAY['bounced', 'held', 'withdrawn']
    WHEN 'bounced' THEN ARRAY['queued', 'withdrawn']
    WHEN 'failed' THEN ARRAY['queued', 'withdrawn']
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
-- Letters that were about to go again because of such a report: what had been delivered is, the rest is held.
WITH turning AS (
  SELECT l.id, (
    SELECT max(d.at) FROM letter_events d WHERE d.letter_id = l.id AND d.state = 'delivered'
  ) AS delivered_at
  FROM letters l
  WHERE l.state = 'queued' AND (
    SELECT e.reason FROM letter_events e WHERE e.letter_id = l.id ORDER BY e.id DESC LIMIT 1
  ) = 'soft-bounce'
), turned AS (
  UPDATE letters SET state = CASE WHEN delivered_at IS NULL THEN 'held' ELSE 'delivered' END,
    held_reason = CASE WHEN delivered_at IS NULL THEN 'returned' END, ended_at = delivered_at, due_at = NULL,
    -- The sending of which this was heard: nothing was begun after it.
    round = greatest(1, letters.round - 1)
  FROM turning WHERE letters.id = turning.id
  RETURNING letters.id, letters.state, letters.held_reason
)
INSERT INTO letter_events (letter_id, state, reason, at)
SELECT id, state, coalesce(held_reason, 'not-again'), now() FROM turned;
